import type { RequestError, VerificationMethod } from '../contract.js';

const MESSAGES: Readonly<Record<VerificationMethod, string>> = {
  'email-otp': 'This code is not right or no longer valid.',
  'phone-otp': 'This code is not right or no longer valid.',
  'email-link': 'This link is not right or no longer valid.',
};

/** Wrong, expired and unknown look the same. */
export function invalidSolution(method: VerificationMethod): RequestError {
  return { code: `invalid_challenge_solution_${method}`, message: MESSAGES[method] };
}

export const tooManyAttempts: RequestError = {
  code: 'too_many_attempts',
  message: 'Too many wrong codes. Ask for a new one.',
};

export const tooManyCodes: RequestError = {
  code: 'too_many_codes',
  message: 'Too many codes were sent within an hour. Try again later.',
};
