import { ApiError } from '../../api/api-error.js';
import type { HandOver } from '../connect/login-decisions.js';
import { clientStep, type Step } from '../step.js';
import type { ConnectLoginResult } from './connect-login-context.js';

/** The last screen of a login that came to its end. */
export const COMPLETED: Step = {
  ...clientStep('client:handed-over', {}),
  key: 'completed',
  type: 'completed',
  data: { done: false },
};

/**
 * The site's own login takes over.
 * @param typed who wants to sign in, where the server does not say
 */
export function handOver(
  { code, identifier, message, error }: Omit<HandOver, 'type'>,
  typed = '',
): ConnectLoginResult {
  const outcome = { type: 'fallback', identifier: identifier ?? typed, code, message, error } as const;
  return { type: 'ended', step: clientStep('client:handed-over', {}), outcome };
}

/** Whatever fails, the site's own login is there. Rethrows what the element itself has aborted. */
export function handOverAfter(cause: unknown, typed = ''): ConnectLoginResult {
  if (cause instanceof ApiError && cause.kind === 'aborted') throw cause;
  const error =
    cause instanceof ApiError ? cause : new ApiError('malformed', 'The login failed unexpectedly', { cause });
  return handOver({ code: 'unavailable', error }, typed);
}
