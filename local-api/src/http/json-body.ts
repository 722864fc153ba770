import { ApiError, validationError } from './api-error.js';

const MAX_BYTES = 256 * 1024;

/**
 * Reads a JSON body. The content type is demanded because a page of another site cannot send
 * `application/json` without asking first (CORS preflight), a plain form can send anything else.
 * @throws {ApiError} 413, 415 or 400, all of type `validation_error`
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ApiError(415, 'validation_error', 'The body must be sent as application/json.');
  }
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) throw tooLarge();
  const text = await request.text();
  if (Buffer.byteLength(text) > MAX_BYTES) throw tooLarge();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw validationError('The body is not valid JSON.', [{ field: 'body', message: 'is not valid JSON' }]);
  }
}

function tooLarge(): ApiError {
  return new ApiError(413, 'validation_error', `The body is larger than ${MAX_BYTES} bytes.`);
}
