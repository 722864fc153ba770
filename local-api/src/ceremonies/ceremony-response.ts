import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import { validationError } from '../http/api-error.js';
import { isBase64Url, isRecord } from '../webauthn/ceremony-checks.js';

/**
 * Parses the JSON text of a credential.
 * @param field name of the request's field, for the error
 * @throws {ApiError} when the text is not a JSON object; anything else wrong with it is the ceremony's failure
 */
export function parseCeremonyResponse(text: string, field: string): Record<string, unknown> {
  const message = 'must be the JSON text of a credential';
  try {
    const response: unknown = JSON.parse(text);
    if (isRecord(response)) return response;
  } catch {
    // Answered below, together with JSON that is no object.
  }
  throw validationError(`${field} ${message}.`, [{ field, message }]);
}

/** The challenge a credential claims to answer, `undefined` when it cannot be read. */
export function challengeOf({ response }: Record<string, unknown>): string | undefined {
  if (!isRecord(response) || !isBase64Url(response['clientDataJSON'])) return undefined;
  try {
    const clientData: unknown = decodeClientDataJSON(response['clientDataJSON']);
    const challenge = isRecord(clientData) ? clientData['challenge'] : undefined;
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    return undefined;
  }
}
