import type { ApiError } from '../../api/api-error.js';
import type { Translate } from '../../localize/messages.js';

/** Words for a request that failed. */
export function requestFailure(error: ApiError, t: Translate, app: string): string {
  if (error.kind === 'network')
    return globalThis.navigator?.onLine === false ? t('request.offline') : t('request.network', { app });
  if (error.kind === 'timeout') return t('request.timeout', { app });
  if (error.status === 429) return t('request.busy', { app });
  return t('request.failed', { app });
}
