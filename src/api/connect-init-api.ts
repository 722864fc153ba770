/** The operations of CorbadoConnect that open a process, and the one that ends it. */
import type { ApiClient, CallOptions } from './api-client.js';
import { post } from './connect-call.js';
import { isStringMap, shape } from './shape-guards.js';
import type {
  ConnectAppendInitReq,
  ConnectAppendInitRsp,
  ConnectLoginInitReq,
  ConnectLoginInitRsp,
  ConnectManageInitReq,
  ConnectManageInitRsp,
  ConnectProcessClearReq,
  ConnectProcessClearRsp,
} from './types.js';

const initRules = {
  newClientEnvHandle: 'string?',
  expiresAt: 'number',
  frontendApiUrl: 'string',
  flags: isStringMap,
} as const;

const isLoginInitRsp = shape<ConnectLoginInitRsp>({
  ...initRules,
  token: 'string',
  newClientState: 'string?',
  loginAllowed: 'boolean',
  conditionalUIChallenge: 'string?',
});

const isAppendInitRsp = shape<ConnectAppendInitRsp>({
  ...initRules,
  processID: 'string',
  appendAllowed: 'boolean',
  newClientState: 'string?',
});

const isManageInitRsp = shape<ConnectManageInitRsp>({
  ...initRules,
  processID: 'string',
  manageAllowed: 'boolean',
});

const isProcessClearRsp = shape<ConnectProcessClearRsp>({ processId: 'string' });

export function connectLoginInit(
  client: ApiClient,
  body: ConnectLoginInitReq,
  options?: CallOptions,
): Promise<ConnectLoginInitRsp> {
  return post(client, { path: 'login/init', body, retry: 'repeatable' }, isLoginInitRsp, options);
}

export function connectAppendInit(
  client: ApiClient,
  body: ConnectAppendInitReq,
  options?: CallOptions,
): Promise<ConnectAppendInitRsp> {
  return post(client, { path: 'append/init', body, retry: 'repeatable' }, isAppendInitRsp, options);
}

export function connectManageInit(
  client: ApiClient,
  body: ConnectManageInitReq,
  options?: CallOptions,
): Promise<ConnectManageInitRsp> {
  return post(client, { path: 'manage/init', body, retry: 'repeatable' }, isManageInitRsp, options);
}

export function connectProcessClear(
  client: ApiClient,
  body: ConnectProcessClearReq,
  options?: CallOptions,
): Promise<ConnectProcessClearRsp> {
  return post(client, { path: 'process/clear', body, retry: 'repeatable' }, isProcessClearRsp, options);
}
