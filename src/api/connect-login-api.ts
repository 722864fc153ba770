/** The operations of CorbadoConnect that sign in. */
import { FINISH_TIMEOUT_MS, type ApiClient, type CallOptions } from './api-client.js';
import { post } from './connect-call.js';
import { isPasskeyOperation } from './passkey-guards.js';
import { optional, shape } from './shape-guards.js';
import type {
  ConnectLoginFinishReq,
  ConnectLoginFinishRsp,
  ConnectLoginStartReq,
  ConnectLoginStartRsp,
  FallbackOperationError,
  RequestError,
} from './types.js';

const isFallbackOperationError = shape<FallbackOperationError>({
  initFallback: 'boolean',
  identifier: 'string?',
  error: optional(shape<RequestError>({ code: 'string' })),
});

const isLoginStartRsp = shape<ConnectLoginStartRsp>({
  assertionOptions: 'string',
  isCDA: 'boolean',
  fallbackOperationError: isFallbackOperationError,
  preferImmediatelyAvailable: 'boolean?',
});

const isLoginFinishRsp = shape<ConnectLoginFinishRsp>({
  passkeyOperation: optional(isPasskeyOperation),
  session: 'string',
  signedPasskeyData: 'string',
  fallbackOperationError: optional(isFallbackOperationError),
});

/** An empty `assertionOptions` means that this login is not possible with a passkey. */
export function connectLoginStart(
  client: ApiClient,
  body: ConnectLoginStartReq,
  options?: CallOptions,
): Promise<ConnectLoginStartRsp> {
  const retry = body.loginConnectToken ? 'never' : 'repeatable';
  return post(client, { path: 'login/start', body, retry }, isLoginStartRsp, options);
}

export function connectLoginFinish(
  client: ApiClient,
  body: ConnectLoginFinishReq,
  options?: CallOptions,
): Promise<ConnectLoginFinishRsp> {
  const call = { path: 'login/finish', body, retry: 'never', timeoutMs: FINISH_TIMEOUT_MS } as const;
  return post(client, call, isLoginFinishRsp, options);
}
