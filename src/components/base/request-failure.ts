import type { ApiError } from '../../api/api-error.js';
import type { Translate } from '../../localize/messages.js';

/** Words for a request that failed, as far as they are there from the start. */
export function requestFailure(error: ApiError, t: Translate, app: string): string {
  if (error.kind === 'network')
    return globalThis.navigator?.onLine === false ? t('request.offline') : t('request.network', { app });
  if (error.kind === 'timeout') return t('request.timeout', { app });
  return t('request.failed', { app });
}
