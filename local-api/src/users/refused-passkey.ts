import { ApiError } from '../http/api-error.js';

/** A new passkey that must not be stored; its challenge is used up all the same. */
export function refusedPasskey(): ApiError {
  const message = 'could not be verified';
  return new ApiError(400, 'validation_error', `The passkey ${message}.`, {
    validation: [{ field: 'attestationResponse', message }],
    keepChanges: true,
  });
}
