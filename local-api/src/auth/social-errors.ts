import type { RequestError } from '../contract.js';

/** `data.error` of the init block after a visit to a provider. */
export const socialErrors = {
  cancelled: { code: 'social_cancelled', message: 'The sign-in with the provider was cancelled.' },
  failed: { code: 'social_failed', message: 'The sign-in with the provider did not work.' },
  notLinked: {
    code: 'social_account_not_linked',
    message: 'There is an account with this e-mail address that is not linked to the provider.',
  },
  signupNotAllowed: { code: 'signup_not_allowed', message: 'Sign-up is not open to the public.' },
} as const satisfies Record<string, RequestError>;
