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
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const end = new AbortController();
  try {
    return await Promise.race([interruption(clock, ms, signal, end.signal).then(fail), work(end.signal)]);
  } finally {
    end.abort();
  }
}

/**
 * Resolves after `ms` milliseconds.
 * @throws ApiError of kind `aborted` as soon as `signal` aborts.
 */
export async function pause(clock: ApiClock, ms: number, signal: AbortSignal | undefined): Promise<void> {
  const error = await interruption(clock, ms, signal);
  if (error.kind === 'aborted') throw error;
}

/** Resolves with the error that ends a wait; never once `settled` has aborted. Leaves no timer and no listener behind. */
function interruption(
  clock: ApiClock,
  ms: number,
  signal: AbortSignal | undefined,
  settled?: AbortSignal,
): Promise<ApiError> {
  return new Promise((resolve) => {
    const cleanUp = () => {
      clock.clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    const onAbort = () => {
      cleanUp();
      resolve(abortedError(signal));
    };
    const timer = clock.setTimeout(() => {
      cleanUp();
      resolve(new ApiError('timeout', `No complete answer within ${Math.round(ms)} ms`));
    }, ms);
    signal?.addEventListener('abort', onAbort);
    settled?.addEventListener('abort', cleanUp);
  });
}

export function abortedError(signal: AbortSignal | undefined): ApiError {
  return new ApiError('aborted', 'The call was aborted', { cause: signal?.reason });
}

function fail(error: ApiError): never {
  throw error;
}
