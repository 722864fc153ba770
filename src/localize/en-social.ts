/** English of sign-in with a provider; comes with the buttons. */
export const enSocial = {
  'social.continueWith': 'Continue with {provider}',
} as const satisfies Record<string, string>;
