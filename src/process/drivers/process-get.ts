import * as auth from '../../api/auth-api.js';
import type { ApiClient } from '../../api/api-client.js';
import { ApiError } from '../../api/api-error.js';
import type { BlockType, ProcessResponse } from '../../api/types.js';
import { isInitBlock } from '../block-types.js';

/** The process as it stands (ProcessGet), for a fresh challenge or to see whether it has gone on. Throws `ApiError`. */
export function current(client: ApiClient, block: string, signal: AbortSignal): Promise<ProcessResponse> {
  const preferredBlock = isInitBlock(block) ? block : undefined;
  return auth.processGet(client, { preferredBlock }, { signal });
}

/** The process a client was given (ProcessGet), unless it has ended or is elsewhere than the page wants. Throws `ApiError` when the server cannot be reached. */
export async function resume(
  client: ApiClient,
  preferredBlock: BlockType | undefined,
  signal: AbortSignal,
): Promise<ProcessResponse | undefined> {
  try {
    const response = await auth.processGet(client, { preferredBlock }, { signal });
    const wanted = preferredBlock === undefined || !isInitBlock(preferredBlock);
    return wanted || isInitBlock(response.blockBody.block) ? response : undefined;
  } catch (cause) {
    if (cause instanceof ApiError && cause.kind === 'http' && (cause.status ?? 0) < 500) return undefined;
    throw cause;
  }
}
