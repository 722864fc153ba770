import type { RequestError } from '../contract.js';

/** One message for every reason a passkey is refused, so that nobody learns which. */
export const invalidPasskey: RequestError = {
  code: 'invalid_passkey',
  message: 'The passkey could not be verified.',
};

/** The person has no passkey for this site, and nothing may stand in for one. */
export const noFallback: RequestError = {
  code: 'no_fallback_available',
  message: 'There is no passkey for this account.',
};
