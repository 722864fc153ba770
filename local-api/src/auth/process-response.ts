import type { ProcessResponse } from '../contract.js';
import type { RequestContext } from '../http/request-context.js';
import type { ProcessAnswer } from './auth-context.js';

/** The frame every answer of the auth process comes in. */
export function processResponse(
  { settings, ownUrl }: RequestContext,
  { blockBody, newProcess }: ProcessAnswer,
): ProcessResponse {
  return {
    blockBody,
    common: {
      appName: settings.appName,
      frontendApiUrl: ownUrl,
      hideBadge: settings.hideBadge,
      environment: settings.environment,
    },
    ...(newProcess && { newProcess }),
  };
}
