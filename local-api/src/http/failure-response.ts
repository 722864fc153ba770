import type { Context } from 'hono';
import { ApiError, errorEnvelope } from './api-error.js';

/** Every failure in the contract's envelope; what was not foreseen goes to the log, not to the page. */
export function failureResponse(c: Context, cause: Error): Response {
  const isForeseen = cause instanceof ApiError;
  if (!isForeseen) console.error(`${c.get('requestId')} at ${c.req.path}:`, cause);
  const error = isForeseen
    ? cause
    : new ApiError(500, 'internal_error', 'Something went wrong in the local API.');
  const runtimeSeconds = (performance.now() - c.get('startedAt')) / 1000;
  return new Response(JSON.stringify(errorEnvelope(error, c.get('requestId'), runtimeSeconds)), {
    status: error.status,
    headers: { 'Content-Type': 'application/json', ...error.headers },
  });
}
