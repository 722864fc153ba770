import type { BlockBody, LoginIdentifier, LoginIdentifierType, Schemas } from '../contract.js';
import type { Process } from '../database/processes.js';
import type { User } from '../database/users.js';
import { processNotAvailable } from '../http/api-error.js';
import type { RequestContext } from '../http/request-context.js';
import type { Settings } from '../settings/settings.js';

/** The context of an operation that belongs to a running process. */
export interface AuthContext extends RequestContext {
  /** Operations change `process.state`; it is saved with the answer. */
  process: Process;
}

/** What an operation of the process answers, before the frame common to all is put around. */
export interface ProcessAnswer {
  blockBody: BlockBody;
  cookies?: readonly string[];
  newProcess?: Schemas['processStaticInfo'];
}

/** The identifier that stands for a person: the first they have in the project's order. */
export function primaryIdentifier(
  settings: Settings,
  identifiers: readonly { type: LoginIdentifierType; value: string }[],
): LoginIdentifier {
  for (const type of settings.identifierOrder) {
    const found = identifiers.find((identifier) => identifier.type === type);
    if (found) return { type, identifier: found.value };
  }
  throw new Error('An account has at least one identifier.');
}

/** The account a process is about; without it (deleted meanwhile) the process is over. */
export async function processUser({ store }: AuthContext, userId: string): Promise<User> {
  const user = await store.users.find(userId);
  if (!user) throw processNotAvailable();
  return user;
}
