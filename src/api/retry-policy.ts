import type { ApiError } from './api-error.js';

/**
 * Whether a call may be sent again when its answer was lost or the server was busy. Each operation names its class where
 * it is defined; these are the reasons:
 *
 * | class | why | operations |
 * | --- | --- | --- |
 * | `safe` | reads only | every GET but `socialVerifyCallback` |
 * | `repeatable` | the second delivery leaves the same state behind | `processInit`, `connect…Init` (an unused process expires by itself); `loginInit`, `identifierUpdate`, `currentUserUpdate` (the same value again); `…Start` that asks for a fresh challenge or address (the newest counts); `currentUserSessionLogout`, `connectProcessClear` (ending twice is ending) |
 * | `never` | a single-use challenge, code or token is used up | `…Finish`, `socialVerifyCallback`, `currentUserSessionRefresh`, `connectAppendStart`, `connectManageList`, `connectManageDelete`, `connectLoginStart` with a connect token |
 * | `never` | the step it acts on is gone after the first delivery | `processComplete`, `processReset`, `blockSkip` |
 * | `never` | a repeat would deny what has just succeeded ("already in use", "not found") | `signupInit`, `currentUserDelete`, `currentUserPasskeyDelete`, `currentUserIdentifierCreate`, `…Update`, `…Delete` |
 * | `never` | a person gets a message each time | `identifierVerifyStart`, `currentUserIdentifierVerifyStart` |
 * | `never` | would be counted twice | `eventCreate`, `connectEventCreate`, `connectEventLowCreate` |
 */
export type RetryClass = 'safe' | 'repeatable' | 'never';

const MAX_TRIES = 3;
const BACKOFF_MS = [500, 1000, 2000];
const JITTER = 0.3;
const LONGEST_RETRY_AFTER_MS = 10_000;

/**
 * Milliseconds to wait before the next try, or `undefined` when there is none.
 * @param tries how often the call was sent so far, from 1
 * @param random a number from 0 to below 1
 */
export function retryDelay(
  error: ApiError,
  retry: RetryClass,
  tries: number,
  random: number,
): number | undefined {
  if (retry === 'never' || tries >= MAX_TRIES || !isTransient(error)) return undefined;
  const asked = error.retryAfterMs ?? 0;
  if (asked > LONGEST_RETRY_AFTER_MS) return undefined;
  const backoff = (BACKOFF_MS[tries - 1] ?? 0) * (1 + JITTER * (2 * random - 1));
  return Math.max(asked, backoff);
}

function isTransient({ kind, status = 0 }: ApiError): boolean {
  if (kind === 'http') return status >= 500 || [408, 425, 429].includes(status);
  return kind === 'network' || kind === 'timeout';
}

/** Milliseconds named by a `Retry-After` header: seconds or an HTTP date. A page of another origin can read it only if the server exposes it. */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('Retry-After');
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
