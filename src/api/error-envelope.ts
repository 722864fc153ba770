import { ApiError, type FieldError } from './api-error.js';
import { parseJson } from './json.js';
import { retryAfterMs } from './retry-policy.js';
import { isObject, shape } from './shape-guards.js';

const isFieldError = shape<FieldError>({ field: 'string', message: 'string' });

/** Error for an answer outside 200–299. Whatever the body is, the status is right; an envelope (behaviour.md 6.1) adds to it. */
export function httpError(call: string, response: Response, body: string): ApiError {
  const envelope = asObject(parsed(body));
  const error = asObject(envelope.error);
  const type = asString(error.type);
  return new ApiError('http', `${call}: HTTP ${response.status}${type ? ` ${type}` : ''}`, {
    status: response.status,
    type,
    fieldErrors: Array.isArray(error.validation) ? error.validation.filter(isFieldError) : [],
    retryAfterMs: retryAfterMs(response.headers),
    requestId: asString(asObject(envelope.requestData).requestID),
  });
}

function parsed(body: string): unknown {
  try {
    return parseJson(body);
  } catch {
    return undefined;
  }
}

const asObject = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});
const asString = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
