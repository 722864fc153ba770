/** English of `<connect-second-factor>`; comes with the code that shows it. */
export const enSecondFactor = {
  'secondFactor.heading': 'Confirm it’s you',
  'secondFactor.lead': 'Use your passkey the way you unlock this device, or choose another way.',
  'secondFactor.start': 'Confirm with your passkey',
  'secondFactor.other': 'Use another way',
} as const satisfies Record<string, string>;
