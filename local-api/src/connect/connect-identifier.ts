import type { LoginIdentifier } from '../contract.js';
import type { User } from '../database/users.js';
import { normalizeIdentifier } from '../identifiers/identifier.js';

/**
 * An identifier of a site with accounts of its own: an e-mail address, a phone number, or whatever else the site
 * calls its people by.
 */
export function connectIdentifier(value: string): LoginIdentifier {
  for (const type of ['email', 'phone'] as const) {
    const identifier = normalizeIdentifier(type, value);
    if (identifier !== undefined) return { type, identifier };
  }
  return { type: 'username', identifier: value.normalize('NFKC').trim().toLowerCase() };
}

/** The identifier of a person of Connect. */
export function identifierOf({ connectIdentifier: value }: User): LoginIdentifier {
  if (value === undefined) throw new Error('Not a person of Connect.');
  return connectIdentifier(value);
}
