/** English of `<connect-login>`. */
export const enConnectLogin = {
  'connectLogin.heading': 'Sign in',
  'connectLogin.identifier': 'Email',
  'connectLogin.passkey': 'Sign in with a passkey',
  'connectLogin.noPasskeyHere': 'There’s no passkey on this device. Enter your details to go on.',
  'connectLogin.unknownUser': 'We couldn’t find an account with this email. Check it for typos.',
  'connectLogin.oneTap.heading': 'Welcome back',
  'connectLogin.oneTap.lead': 'Sign in the way you unlock this device.',
  'connectLogin.oneTap.start': 'Continue with your passkey',
  'connectLogin.switchAccount': 'Use another account',
  'connectLogin.hybrid.heading': 'Use your phone',
  'connectLogin.hybrid.lead':
    'Your passkey is on another device. Your browser shows a QR code: scan it with that device.',
  'connectLogin.hybrid.start': 'Show QR code',
  'connectLogin.soft.heading': 'Confirm it’s you',
  'connectLogin.soft.lead': 'Sign in the way you unlock this device, or use your password.',
  'connectLogin.hard.heading': 'Your passkey didn’t work',
  'connectLogin.hard.lead': 'You can try once more or sign in another way.',
  'connectLogin.ownLogin': 'Use another way to sign in',
  'connectLogin.helpQuestion': 'Trouble signing in?',
  'connectLogin.help': 'Get help',
  'connectLogin.fallback.failed': 'Signing in with a passkey didn’t work. Please sign in another way.',
  'connectLogin.fallback.deleted': 'This passkey no longer works here. Please sign in another way.',
  'connectLogin.fallback.otherAccount':
    'This passkey belongs to a {account} account. Try again with your {own} passkey, or sign in another way.',
} as const satisfies Record<string, string>;
