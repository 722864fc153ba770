import type { ApiClient, CallOptions } from './api-client.js';
import { isProcessResponse } from './process-response.js';
import { shape } from './shape-guards.js';
import type { ProcessInitReq, ProcessInitRsp } from './types.js';

const isProcessInitRsp = shape<ProcessInitRsp>({
  token: 'string',
  expiresAt: 'number',
  newClientEnvHandle: 'string?',
  processResponse: isProcessResponse,
});

/** Opens a process. */
export function processInit(
  client: ApiClient,
  body: ProcessInitReq,
  options?: CallOptions,
): Promise<ProcessInitRsp> {
  return client.request({
    ...options,
    method: 'POST',
    path: '/v2/auth/process/init',
    headers: 'auth',
    body,
    retry: 'repeatable',
    expect: isProcessInitRsp,
  });
}
