import { ApiError } from './api-error.js';

/** Time and chance, replaceable in tests. */
export interface ApiClock {
  /** Milliseconds from any fixed point; must not follow changes of the system clock. */
  now(): number;
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  /** A number from 0 to below 1. */
  random(): number;
}

export const realClock: ApiClock = {
  now: () => performance.now(),
  setTimeout: (callback, ms) => globalThis.setTimeout(callback, ms),
  clearTimeout: (handle) => {
    globalThis.clearTimeout(handle as number);
  },
  random: () => Math.random(),
};

/**
 * Runs `work` for at most `ms` milliseconds. The signal given to it aborts when the time is over, when `signal` aborts,
 * and when it has ended; work that does not heed it is left behind, never waited for.
 * @throws ApiError of kind `timeout` or `aborted`, or what `work` throws.
 */
export async function within<T>(
  clock: ApiClock,
  ms: number,
  signal: AbortSignal | undefined,
  work: (ended: AbortSignal) => Promise<T>,
): Promise<T> {
  const aborted = () => new ApiError('aborted', 'aborted', { cause: signal?.reason });
  if (signal?.aborted) throw aborted();
  const end = new AbortController();
  let timer: unknown;
  const interrupted = new Promise<never>((_, reject) => {
    timer = clock.setTimeout(() => reject(new ApiError('timeout', 'timed out')), ms);
    signal?.addEventListener('abort', () => reject(aborted()), { signal: end.signal });
  });
  try {
    return await Promise.race([interrupted, work(end.signal)]);
  } finally {
    clock.clearTimeout(timer);
    end.abort();
  }
}
