/** English of `<connect-append>`; comes with the code that shows it. */
export const enConnectAppend = {
  'connectAppend.skip': 'Maybe later',
  'connectAppend.learnMore': 'What is a passkey?',
  'connectAppend.how': 'How it works',
  'connectAppend.howText':
    'Your device keeps a key that only this site can use. To sign in you unlock your device, nothing more.',
  'connectAppend.where': 'Where it is kept',
  'connectAppend.whereText':
    'On this device or in your password manager. Your face, finger or PIN never leaves the device.',
  'connectAppend.before': 'What stays the same',
  'connectAppend.beforeText': 'You can still sign in the way you did before.',
} as const satisfies Record<string, string>;
