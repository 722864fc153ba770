import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ApiError } from '../http/api-error.js';
import type { Context } from 'hono';
import type { Fault, Faults } from './faults.js';

/** The answer of an operation, or what a planned fault makes of it. */
export async function answerOrFault(
  c: Context,
  operationId: string,
  faults: Faults,
  answer: () => Promise<Response>,
): Promise<Response> {
  const fault = await faults.take(operationId, c.req.path);
  return fault ? faultyResponse(fault, answer, c.env as Partial<HttpBindings> | undefined) : answer();
}

/**
 * What the page gets to see of a fault.
 * @param answer carries the operation out
 * @throws {ApiError} for `status`
 */
async function faultyResponse(
  fault: Fault,
  answer: () => Promise<Response>,
  bindings: Partial<HttpBindings> | undefined,
): Promise<Response> {
  if (fault.effect === 'none') return answer();
  const lost = fault.lose === 'answer' ? await answer() : undefined;
  switch (fault.effect) {
    case 'drop':
      return dropConnection(bindings);
    case 'html':
      return new Response('<!doctype html><title>Error</title>', {
        headers: { 'Content-Type': 'text/html' },
      });
    case 'empty':
      return new Response(null, { headers: { 'Content-Type': 'application/json' } });
    case 'truncated': {
      const text = (await lost?.text()) ?? '{"blockBody": {"block": "login-init", ';
      return new Response(text.slice(0, Math.ceil(text.length / 2)), {
        headers: { 'Content-Type': 'application/json' },
      });
    }
    case 'status':
      throw new ApiError(fault.status, 'internal_error', 'This failure was planned at /local-api/faults.', {
        headers:
          fault.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(fault.retryAfterSeconds) },
      });
  }
}

/** Cuts the TCP connection; without one (requests made in memory) the body breaks off instead. */
function dropConnection(bindings: Partial<HttpBindings> | undefined): Response {
  if (bindings?.incoming) {
    bindings.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  return new Response(
    new ReadableStream({
      start(controller) {
        controller.error(new Error('The connection was dropped.'));
      },
    }),
  );
}
