import { ApiError } from './api-error.js';
import { within, type ApiClock } from './timing.js';

/**
 * Resolves after `ms` milliseconds.
 * @throws ApiError of kind `aborted` as soon as `signal` aborts.
 */
export async function pause(clock: ApiClock, ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await within(clock, ms, signal, () => new Promise<never>(() => {}));
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'timeout') throw error;
  }
}
