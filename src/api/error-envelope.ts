import { ApiError, type FieldError } from './api-error.js';
import { parseJson } from './json.js';
import { retryAfterMs } from './retry-policy.js';
import { optional, shape } from './shape-guards.js';
import type { ErrorRsp, RequestData } from './types.js';

const isFieldError = shape<FieldError>({ field: 'string', message: 'string' });

const isEnvelope = shape<Pick<ErrorRsp, 'error'> & Partial<Pick<ErrorRsp, 'requestData'>>>({
  error: shape<ErrorRsp['error']>({ type: 'string', validation: 'array?' }),
  requestData: optional(shape<RequestData>({ requestID: 'string' })),
});

/** Error for an answer outside 200–299. Whatever the body is, the status is right; an envelope (behaviour.md 6.1) adds to it. */
export function httpError(call: string, { status, headers }: Response, text: string): ApiError {
  const { error, requestData } = envelopeIn(text) ?? {};
  return new ApiError('http', `${call}: HTTP ${status} ${error?.type ?? ''}`.trim(), {
    status,
    type: error?.type,
    fieldErrors: error?.validation?.filter(isFieldError),
    retryAfterMs: retryAfterMs(headers),
    requestId: requestData?.requestID,
  });
}

function envelopeIn(text: string) {
  try {
    const body = parseJson(text);
    return isEnvelope(body) ? body : undefined;
  } catch {
    return undefined;
  }
}
