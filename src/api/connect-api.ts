/**
 * Operations of the tag CorbadoConnect, named after their operationId. Each rejects with `ApiError` and nothing else; a
 * login that is not possible is no rejection but `fallbackOperationError` (behaviour.md 6.3), older servers answer 404.
 * Retry classes: retry-policy.ts.
 */
import { FINISH_TIMEOUT_MS, type ApiCall, type ApiClient, type CallOptions } from './api-client.js';
import { isPasskey, isPasskeyOperation } from './passkey-guards.js';
import { isStringMap, listOf, optional, shape, type Guard } from './shape-guards.js';
import type {
  ConnectAppendFinishReq,
  ConnectAppendFinishRsp,
  ConnectAppendInitReq,
  ConnectAppendInitRsp,
  ConnectAppendStartReq,
  ConnectAppendStartRsp,
  ConnectEventCreateReq,
  ConnectEventLowCreateReq,
  ConnectLoginFinishReq,
  ConnectLoginFinishRsp,
  ConnectLoginInitReq,
  ConnectLoginInitRsp,
  ConnectLoginStartReq,
  ConnectLoginStartRsp,
  ConnectManageDeleteReq,
  ConnectManageDeleteRsp,
  ConnectManageInitReq,
  ConnectManageInitRsp,
  ConnectManageListReq,
  ConnectManageListRsp,
  ConnectProcessClearReq,
  ConnectProcessClearRsp,
  FallbackOperationError,
  RequestError,
} from './types.js';

const isFallbackOperationError = shape<FallbackOperationError>({
  initFallback: 'boolean',
  identifier: 'string?',
  error: optional(shape<RequestError>({ code: 'string' })),
});

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
const isAppendInitRsp = shape<ConnectAppendInitRsp>({
  ...initRules,
  processID: 'string',
  appendAllowed: 'boolean',
  newClientState: 'string?',
});
const isAppendStartRsp = shape<ConnectAppendStartRsp>({
  attestationOptions: 'string',
  variant: 'string',
  isRestrictedBrowser: 'boolean?',
  autoAppend: 'boolean?',
  conditionalAppend: 'boolean?',
  customData: optional(isStringMap),
});
const isAppendFinishRsp = shape<ConnectAppendFinishRsp>({ passkeyOperation: isPasskeyOperation });
const isManageInitRsp = shape<ConnectManageInitRsp>({
  ...initRules,
  processID: 'string',
  manageAllowed: 'boolean',
});
const isManageListRsp = shape<ConnectManageListRsp>({
  passkeys: listOf(isPasskey),
  rpID: 'string',
  userID: 'string',
  signalAllAcceptedCredentials: 'boolean?',
});
const isManageDeleteRsp = shape<ConnectManageDeleteRsp>({ credentialID: 'string' });
const isProcessClearRsp = shape<ConnectProcessClearRsp>({ processId: 'string' });

export function connectLoginInit(
  client: ApiClient,
  body: ConnectLoginInitReq,
  options?: CallOptions,
): Promise<ConnectLoginInitRsp> {
  return post(client, { path: 'login/init', body, retry: 'repeatable' }, isLoginInitRsp, options);
}

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

export function connectAppendInit(
  client: ApiClient,
  body: ConnectAppendInitReq,
  options?: CallOptions,
): Promise<ConnectAppendInitRsp> {
  return post(client, { path: 'append/init', body, retry: 'repeatable' }, isAppendInitRsp, options);
}

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

export function connectManageInit(
  client: ApiClient,
  body: ConnectManageInitReq,
  options?: CallOptions,
): Promise<ConnectManageInitRsp> {
  return post(client, { path: 'manage/init', body, retry: 'repeatable' }, isManageInitRsp, options);
}

export function connectManageList(
  client: ApiClient,
  body: ConnectManageListReq,
  options?: CallOptions,
): Promise<ConnectManageListRsp> {
  return post(client, { path: 'manage/list', body, retry: 'never' }, isManageListRsp, options);
}

/** `body.credentialID` takes the passkey's `id` (`cre-…`), not its WebAuthn credential id. */
export function connectManageDelete(
  client: ApiClient,
  body: ConnectManageDeleteReq,
  options?: CallOptions,
): Promise<ConnectManageDeleteRsp> {
  return post(client, { path: 'manage/delete', body, retry: 'never' }, isManageDeleteRsp, options);
}

export function connectEventCreate(
  client: ApiClient,
  body: ConnectEventCreateReq,
  options?: CallOptions,
): Promise<void> {
  return client.send(connectCall({ path: 'events', body, retry: 'never', keepalive: true }, options));
}

export function connectEventLowCreate(
  client: ApiClient,
  body: ConnectEventLowCreateReq,
  options?: CallOptions,
): Promise<void> {
  return client.send(connectCall({ path: 'eventsLow', body, retry: 'never', keepalive: true }, options));
}

export function connectProcessClear(
  client: ApiClient,
  body: ConnectProcessClearReq,
  options?: CallOptions,
): Promise<ConnectProcessClearRsp> {
  return post(client, { path: 'process/clear', body, retry: 'repeatable' }, isProcessClearRsp, options);
}

type ConnectCall = Pick<ApiCall, 'path' | 'body' | 'retry' | 'timeoutMs' | 'keepalive'>;

function connectCall(call: ConnectCall, options: CallOptions | undefined): ApiCall {
  return { ...options, ...call, method: 'POST', path: `/v2/connect/${call.path}`, headers: 'connect' };
}

function post<T>(client: ApiClient, call: ConnectCall, expect: Guard<T>, options?: CallOptions): Promise<T> {
  return client.request({ ...connectCall(call, options), expect });
}
