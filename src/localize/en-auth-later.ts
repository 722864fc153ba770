/** English of everything that follows an answer of the person in the auth process; comes with the code that shows it. */
export const enAuthLater = {
  'passkeyAppend.headingSignup': 'Create your passkey',
  'passkeyAppend.noCredential.heading': 'Create a passkey for this device',
  'passkeyAppend.noCredential.lead':
    'We found no passkey for your account here. Create one and sign in the way you unlock this device.',
  'passkeyAppend.optOut': 'Don’t ask again',
  'edit.email': 'Change your email',
  'edit.phone': 'Change your phone number',
  'edit.username': 'Change your username',
  'passkeyAppend.edit.lead': 'Your passkey will be created for this account.',
  'passkeyAppend.edit.save': 'Save',
  'passkeyVerify.heading': 'Confirm it’s you',
  'passkeyVerify.lead': 'Follow your browser’s prompt to use your passkey.',
  'passkeyVerify.start': 'Continue with your passkey',
  'passkeyVerify.hybrid.heading': 'Use your phone',
  'passkeyVerify.hybrid.lead':
    'Your passkey is on another device. Your browser shows a QR code: scan it with that device.',
  'passkeyVerify.hybrid.start': 'Show QR code',
  'passkeyVerify.soft.heading': 'Let’s try that again',
  'passkeyVerify.soft.lead': 'Use your passkey to confirm it’s you.',
  'passkeyVerify.hard.heading': 'Your passkey didn’t work',
  'passkeyVerify.hard.lead': 'You can try once more or go on another way.',
  'passkeyVerify.otherAccount': 'Use another account',
  'conditionalUiCompleted.heading': 'Signing you in',
  'conditionalUiCompleted.lead': 'Your passkey was accepted. This takes only a moment.',
  'alternative.login-init': 'Sign in instead',
  'alternative.signup-init': 'Create an account instead',
  'alternative.email-verify': 'Email me a code instead',
  'alternative.email-link': 'Email me a link instead',
  'alternative.phone-verify': 'Text me a code instead',
  'alternative.completed': 'Maybe later',
  'alternative.passkey-verify': 'Use a passkey',
  'alternative.passkey-append': 'Create a passkey',
  'alternative.other': 'Use another way',
  'expired.heading': 'That took a while',
  'expired.lead': 'For your safety we stopped waiting. Start again and pick up where you left off.',
  'noPasskeySupport.heading': 'Passkeys don’t work here',
  'noPasskeySupport.lead':
    'This browser can’t use passkeys. Open this page in an up-to-date browser to go on.',
  'leaveSignup.heading': 'Stop creating your account?',
  'leaveSignup.lead': 'What you entered so far will be gone.',
  'leaveSignup.leadPasskey':
    'What you entered so far will be gone. The passkey you created won’t work without an account: you can delete it where your passkeys are kept.',
  'leaveSignup.stay': 'Keep going',
  'leaveSignup.leave': 'Stop and go back',
  'socialVerify.heading': 'Finish signing in',
  'socialVerify.lead': 'Confirm it’s you with the provider you chose, then come back to this page.',
  'socialVerify.waiting': 'Waiting for the provider…',
  'socialVerify.leave': 'Sign in another way',
  'socialVerify.over.heading': 'You are not signed in yet',
  'errors.unknown.social': 'Signing in with that provider didn’t work. Try again, or go on another way.',
  'errors.social_cancelled': 'You came back before signing in there. Nothing has changed.',
  'errors.social_account_not_linked':
    'An account with that email exists already. Sign in to it the way you did before.',
  'errors.identifier_already_in_use': 'This is already taken.',
  'errors.identifier_already_in_use.email':
    'An account with this email exists. Sign in or use another email.',
  'errors.identifier_already_in_use.phone':
    'An account with this phone number exists. Sign in or use another number.',
  'errors.identifier_already_in_use.username': 'This username is taken. Try another one.',
  'errors.identifier_invalid_format.username':
    'Use letters, digits, dots, dashes and underscores, at least three of them.',
  'errors.missing_full_name': 'Enter your full name.',
  'errors.login_identifier_unknown_user': 'We couldn’t find an account with that. Check it for typos.',
  'errors.login_identifier_unknown_user.email':
    'We couldn’t find an account with this email. Check it for typos.',
  'errors.login_identifier_unknown_user.phone':
    'We couldn’t find an account with this number. Check it for typos.',
  'errors.login_identifier_unknown_user.username':
    'We couldn’t find an account with this username. Check it for typos.',
  'errors.identifier_not_allowed': 'You can’t sign in with this here. Try another identifier.',
  'errors.invalid_conditional_ui_login':
    'That passkey doesn’t work here any more. Choose another one or enter your details.',
  'errors.invalid_passkey': 'Your passkey could not be checked. Please try again.',
  'errors.signup_not_allowed': 'New accounts can’t be created here. Sign in to an existing one.',
  'errors.no_fallback_available':
    'There is no passkey for this account and no other way to sign in. Contact the site’s support.',
} as const satisfies Record<string, string>;
