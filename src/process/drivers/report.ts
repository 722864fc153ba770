import * as auth from '../../api/auth-api.js';
import { ApiError } from '../../api/api-error.js';
import type { EventCreateReq } from '../../api/types.js';
import type { AuthContext } from './auth-context.js';

type EventType = EventCreateReq['eventType'];

/**
 * Tells the server what became of an offer or a ceremony (EventCreate, behaviour.md 7.6), unless the page has switched that off.
 * Nobody waits for it and its failure does not matter.
 */
export function report({ options }: AuthContext, eventType: EventType, challenge?: string): void {
  if (!options.reportsEvents()) return;
  const body = challenge === undefined ? { eventType } : { eventType, challenge };
  auth.eventCreate(options.client, body).catch(() => undefined);
}

/** Whether the server answered, and with a failure: one that cannot be reached hears of nothing, an ended process has no events. */
export function isReportable(cause: unknown): boolean {
  if (!(cause instanceof ApiError)) return false;
  const silent = ['aborted', 'network', 'configuration'].includes(cause.kind);
  return !silent && cause.type !== 'process_not_available';
}

/** Whether the server may have served the request all the same. */
export function isLost(cause: unknown): cause is ApiError {
  if (!(cause instanceof ApiError) || cause.kind === 'aborted') return false;
  return cause.kind !== 'http' || (cause.status ?? 0) >= 500;
}
