/** English of the first screens of the auth process; comes with its block table. */
export const enAuth = {
  'field.phone': 'Phone number',
  'field.fullName': 'Full name',
  'field.phoneHint': 'With country code, for example +44 20 7946 0958',
  'loginInit.heading': 'Welcome back',
  'loginInit.lead': 'Sign in to {app}',
  'loginInit.passkey': 'Sign in with a passkey',
  'loginInit.usePhone': 'Use your phone number instead',
  'loginInit.useEmail': 'Use your email instead',
  'loginInit.useUsername': 'Use your username instead',
  'loginInit.useEmailOrUsername': 'Use your email or username instead',
  'loginInit.lastIdentifier': 'Continue with your passkey',
  'loginInit.switchAccount': 'Use another account',
  'loginInit.signupQuestion': 'New to {app}?',
  'loginInit.signup': 'Create an account',
  'signupInit.heading': 'Create your account',
  'signupInit.lead': 'It takes less than a minute.',
  'signupInit.loginQuestion': 'Already have an account?',
  'signupInit.login': 'Sign in',
  // What the forms find wrong by themselves, before any answer.
  'errors.missing_identifier_type': 'Please fill this in.',
  'errors.missing_identifier_type.email': 'Enter your email address.',
  'errors.missing_identifier_type.phone': 'Enter your phone number.',
  'errors.missing_identifier_type.username': 'Choose a username.',
  'errors.identifier_invalid_format.phone':
    'That doesn’t look like a phone number. Start with + and the country code.',
} as const satisfies Record<string, string>;
