import type { LoginIdentifierType } from '../contract.js';
import type { UserIdentifier } from '../database/users.js';
import { enabledIdentifiers, type Settings } from '../settings/settings.js';
import type { VerificationTarget } from './process-state.js';

interface Given {
  type: LoginIdentifierType;
  /** Normalised. */
  value: string;
}

type Policy = Pick<
  Settings,
  'verification' | 'verificationMethods' | 'codeFallback' | 'identifiers' | 'identifierOrder'
>;

/** Every identifier that can be proved by a code or link, in the project's order. */
function verifiable(settings: Policy, given: readonly Given[]): VerificationTarget[] {
  return enabledIdentifiers(settings).flatMap((type) => {
    const identifier = given.find((one) => one.type === type)?.value;
    if (type === 'username' || identifier === undefined) return [];
    return [{ type, identifier, method: settings.verificationMethods[type] }];
  });
}

/** Those among which a person may choose instead of a passkey. */
export function fallbacks(settings: Policy, given: readonly Given[]): VerificationTarget[] {
  return settings.codeFallback ? verifiable(settings, given) : [];
}

/** What still has to be proved before the account is made. */
export function missingAtSignup(
  settings: Policy,
  given: readonly Given[],
  verified: readonly LoginIdentifierType[],
): VerificationTarget[] {
  if (settings.verification !== 'at-signup') return [];
  return verifiable(settings, given).filter(({ type }) => !verified.includes(type));
}

/** What still has to be proved before a person who is signed in gets any further. */
export function missingAfterLogin(
  settings: Policy,
  identifiers: readonly UserIdentifier[],
): VerificationTarget[] {
  if (settings.verification !== 'at-login') return [];
  return verifiable(
    settings,
    identifiers.filter(({ status }) => status === 'pending'),
  );
}
