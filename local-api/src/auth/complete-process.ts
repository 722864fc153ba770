import type { LoginIdentifier, PasskeyOperation } from '../contract.js';
import type { User } from '../database/users.js';
import { openSession } from '../session/open-session.js';
import { primaryIdentifier, type AuthContext, type ProcessAnswer } from './auth-context.js';
import { completedBlock } from './blocks.js';

/** What led to the session: a passkey, or the identifier the person came with. */
interface Outcome {
  operation?: PasskeyOperation;
  identifier?: string;
}

/** Ends the process with a session; what is left of its challenges is void. */
export async function completeProcess(
  context: AuthContext,
  user: User,
  { operation, identifier: named }: Outcome,
): Promise<ProcessAnswer> {
  const { store, settings, process, now } = context;
  const identifier =
    operation?.identifierValue ?? named ?? primaryIdentifier(settings, user.identifiers).identifier;
  const { cookie, ...tokens } = await openSession(context, user, identifier);
  await store.challenges.deleteOf(process.id);
  process.completedAt = now;
  return {
    blockBody: completedBlock(process.state.authType, { ...tokens, passkeyOperation: operation }),
    cookies: [cookie],
  };
}

/** The operation the completed block reports, so that the page can offer this passkey first next time. */
export function passkeyOperation(
  operationType: PasskeyOperation['operationType'],
  { type, identifier }: LoginIdentifier,
  ceremonyType: PasskeyOperation['ceremonyType'],
  aaguidDetails: PasskeyOperation['aaguidDetails'],
): PasskeyOperation {
  return {
    operationType,
    identifierValue: identifier,
    identifierType: type,
    ceremonyType,
    ...(aaguidDetails && { aaguidDetails }),
  };
}
