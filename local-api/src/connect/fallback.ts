import type { Schemas } from '../contract.js';

type FallbackOperationError = Schemas['fallbackOperationError'];

/** Why the site's own login takes over, or why the page stays where it is (section 6.3 of the behaviour). */
const errors = {
  no_cbo_user: { initFallback: true, message: 'This person has no passkey here yet.' },
  identifier_not_whitelisted: { initFallback: true, message: 'Passkeys are not offered to this person yet.' },
  user_not_found: { initFallback: false, message: 'There is no account with this identifier.' },
  unexpected_error: { initFallback: true, message: 'The passkey could not be verified.' },
  cui_credential_deleted: { initFallback: true, message: 'This passkey is no longer known here.' },
} as const;

export const noFallback: FallbackOperationError = { initFallback: false };

/** Back to the site's own login without a word. */
export function silentFallback(identifier?: string): FallbackOperationError {
  return { initFallback: true, ...(identifier !== undefined && { identifier }) };
}

export function fallbackError(code: keyof typeof errors, identifier?: string): FallbackOperationError {
  const { initFallback, message } = errors[code];
  return { initFallback, ...(identifier !== undefined && { identifier }), error: { code, message } };
}

/** A passkey of the same app's other accounts; clients read both names out of the message. */
export function otherProjectError(appName: string): FallbackOperationError {
  const message = `This passkey is linked to a ${appName} account. Try again with your site passkeys.`;
  return { initFallback: true, error: { code: 'cui_alternative_project_id', message } };
}
