/** English of `<connect-second-factor>`. */
export const enSecondFactor = {
  'secondFactor.heading': 'Confirm it’s you',
  'secondFactor.lead': 'Use your passkey the way you unlock this device, or choose another way.',
  'secondFactor.start': 'Confirm with your passkey',
  'secondFactor.hybrid.heading': 'Confirm with your phone',
  'secondFactor.hybrid.lead':
    'Your passkey is on another device. Your browser shows a QR code: scan it with that device.',
  'secondFactor.hybrid.start': 'Show QR code',
  'secondFactor.other': 'Use another way',
  'secondFactor.fallback.failed': 'Your passkey didn’t work. Please confirm another way.',
  'secondFactor.fallback.deleted': 'This passkey no longer works here. Please confirm another way.',
} as const satisfies Record<string, string>;
