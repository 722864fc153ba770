/** The operations of CorbadoConnect that create a passkey. */
import { FINISH_TIMEOUT_MS, type ApiClient, type CallOptions } from './api-client.js';
import { post } from './connect-call.js';
import { isPasskeyOperation } from './passkey-guards.js';
import { isStringMap, optional, shape } from './shape-guards.js';
import type {
  ConnectAppendFinishReq,
  ConnectAppendFinishRsp,
  ConnectAppendStartReq,
  ConnectAppendStartRsp,
} from './types.js';

const isAppendStartRsp = shape<ConnectAppendStartRsp>({
  attestationOptions: 'string',
  variant: 'string',
  isRestrictedBrowser: 'boolean?',
  autoAppend: 'boolean?',
  conditionalAppend: 'boolean?',
  customData: optional(isStringMap),
});

const isAppendFinishRsp = shape<ConnectAppendFinishRsp>({ passkeyOperation: isPasskeyOperation });

/** An empty `attestationOptions` means that no passkey is to be offered. */
export function connectAppendStart(
  client: ApiClient,
  body: ConnectAppendStartReq,
  options?: CallOptions,
): Promise<ConnectAppendStartRsp> {
  return post(client, { path: 'append/start', body, retry: 'never' }, isAppendStartRsp, options);
}

export function connectAppendFinish(
  client: ApiClient,
  body: ConnectAppendFinishReq,
  options?: CallOptions,
): Promise<ConnectAppendFinishRsp> {
  const call = { path: 'append/finish', body, retry: 'never', timeoutMs: FINISH_TIMEOUT_MS } as const;
  return post(client, call, isAppendFinishRsp, options);
}
