import { ApiClient, loadFailedCall, type ApiClientOptions } from '../../../src/api/api-client.js';
import { ApiError } from '../../../src/api/api-error.js';
import { FakeClock } from './fake-clock.js';
import { scriptedFetch, type Answer } from './scripted-fetch.js';

// The clock of these tests does not wait for a chunk.
await loadFailedCall();

export const PROJECT_ID = 'pro-1';

/** A client on a fake clock whose server follows a script. */
export function scriptedClient(script: Answer[], options: Partial<ApiClientOptions> = {}) {
  const clock = new FakeClock();
  const { fetch, sent } = scriptedFetch(...script);
  const client = new ApiClient({ projectId: PROJECT_ID, fetch, clock, ...options });
  return { client, clock, sent };
}

export function errorOf(result: PromiseSettledResult<unknown>): ApiError {
  if (result.status === 'rejected' && result.reason instanceof ApiError) return result.reason;
  throw new Error(`Expected an ApiError, got ${JSON.stringify(result)}`);
}

/** The ApiError a synchronous call throws. */
export function thrownBy(work: () => unknown): ApiError {
  try {
    work();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
}
