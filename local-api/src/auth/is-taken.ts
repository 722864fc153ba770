import type { LoginIdentifier } from '../contract.js';
import type { AuthContext } from './auth-context.js';

/** Looks a normalised identifier up. */
export function isTaken({ store }: Pick<AuthContext, 'store'>) {
  return async ({ type, identifier }: LoginIdentifier) =>
    (await store.users.findByIdentifier(type, identifier)) !== undefined;
}
