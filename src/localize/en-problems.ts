/** English of what went wrong, for every element; comes with the first interaction. */
export const enProblems = {
  'request.busy': 'There’s a lot going on at {app}. Wait a moment, then try again.',
  'request.busyFor': 'There’s a lot going on at {app}. You can try again {when}.',
  'request.busyOver': 'You can try again now.',
  'request.signedOut': 'Your session at {app} has ended. Sign in again to go on.',
  'request.kept': 'What you typed is still here.',
  'errors.unknown': 'That didn’t work. Check what you entered and try again.',
  'errors.identifier_invalid_format': 'This doesn’t look right. Check it and try again.',
  'errors.identifier_invalid_format.email': 'Enter an email address like name@example.com.',
  'errors.enter_identifier': 'Enter your details to go on.',
} as const satisfies Record<string, string>;
