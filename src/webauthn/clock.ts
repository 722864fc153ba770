/** Time as the ceremonies see it, so that tests can own it. */
export interface Clock {
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** Resolves after so many milliseconds, or as soon as the signal aborts. Never rejects. */
  delay(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  delay: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener(
        'abort',
        () => {
          clearTimeout(timer);
          resolve();
        },
        { once: true },
      );
    }),
};

/** The promise's value, or undefined when it rejects or takes longer than `ms`. */
export async function within<T>(clock: Clock, ms: number, promise: Promise<T>): Promise<T | undefined> {
  const done = new AbortController();
  try {
    return await Promise.race([promise, clock.delay(ms, done.signal).then(() => undefined)]);
  } catch {
    return undefined;
  } finally {
    done.abort();
  }
}
