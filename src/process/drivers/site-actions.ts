import type { ApiClient } from '../../api/api-client.js';
import { isProcessResponse } from '../../api/process-response.js';
import type { ProcessResponse } from '../../api/types.js';
import type { ProcessAction } from '../block-actions.js';
import type { SiteAction, SiteActionContext } from '../block-registry.js';
import type { DriverContext } from '../process-driver.js';

/** Has the site serve an action of its own block, with requests of the running process. Throws `ApiError`. */
export function serveBySite(
  serve: SiteAction | undefined,
  action: ProcessAction,
  client: ApiClient,
  { step, signal }: DriverContext,
): Promise<ProcessResponse> {
  if (!serve) throw new TypeError(`${action.type} is not served here`);
  const post: SiteActionContext['post'] = (path, body) =>
    client.request({
      method: 'POST',
      path,
      headers: 'auth',
      retry: 'never',
      expect: isProcessResponse,
      signal,
      ...(body && { body }),
    });
  return serve(action as never, { step, signal, post });
}
