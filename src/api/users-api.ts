/**
 * Operations of the tag Users, named after their operationId. Each rejects with `ApiError` and nothing else; status 401
 * means that nobody is signed in. The refresh token comes from `bearer` or, in a live project, from a cookie the page
 * cannot read. Retry classes: retry-policy.ts.
 */
import { FINISH_TIMEOUT_MS, type ApiCall, type ApiClient, type CallOptions } from './api-client.js';
import { isPasskey } from './passkey-guards.js';
import { listOf, optional, shape, type Guard } from './shape-guards.js';
import type {
  GenericRsp,
  Identifier,
  MeIdentifierCreateReq,
  MeIdentifierDeleteReq,
  MeIdentifierUpdateReq,
  MeIdentifierVerifyFinishReq,
  MeIdentifierVerifyStartReq,
  MePasskeyDeleteRsp,
  MePasskeyRsp,
  MePasskeysAppendFinishReq,
  MePasskeysAppendStartReq,
  MePasskeysAppendStartRsp,
  MeRefreshRsp,
  MeRsp,
  MeUpdateReq,
  Paging,
} from './types.js';

export interface UserCallOptions extends CallOptions {
  /** Refresh token, where the page holds it (project environment `dev`). */
  readonly bearer?: string;
}

const isMeRsp = shape<MeRsp>({
  id: 'string',
  fullName: 'string',
  identifiers: listOf(shape<Identifier>({ id: 'string', value: 'string', type: 'string', status: 'string' })),
  socialAccounts: 'array',
});
const isMePasskeyRsp = shape<MePasskeyRsp>({
  passkeys: listOf(isPasskey),
  paging: optional(shape<Paging>({ page: 'number', totalPages: 'number', totalItems: 'number' })),
});
const isAppendStartRsp = shape<MePasskeysAppendStartRsp>({
  newClientEnvHandle: 'string?',
  appendNotAllowedReason: 'string?',
  attestationOptions: 'string',
});
const isPasskeyDeleteRsp = shape<MePasskeyDeleteRsp>({ id: 'string' });
const isMeRefreshRsp = shape<MeRefreshRsp>({ sessionToken: 'string' });
const isGenericRsp = shape<GenericRsp>({ httpStatusCode: 'number' });

export function currentUserGet(client: ApiClient, options?: UserCallOptions): Promise<MeRsp> {
  return request(client, { method: 'GET', path: '/v2/me', retry: 'safe' }, isMeRsp, options);
}

export function currentUserUpdate(
  client: ApiClient,
  body: MeUpdateReq,
  options?: UserCallOptions,
): Promise<GenericRsp> {
  return change(client, { method: 'PATCH', path: '/v2/me', body, retry: 'repeatable' }, options);
}

export function currentUserDelete(client: ApiClient, options?: UserCallOptions): Promise<GenericRsp> {
  return change(client, { method: 'DELETE', path: '/v2/me', retry: 'never' }, options);
}

export function currentUserPasskeyGet(client: ApiClient, options?: UserCallOptions): Promise<MePasskeyRsp> {
  return request(client, { method: 'GET', path: '/v2/me/passkeys', retry: 'safe' }, isMePasskeyRsp, options);
}

/** An empty `attestationOptions` means that no passkey can be added; `appendNotAllowedReason` says why. */
export function currentUserPasskeyAppendStart(
  client: ApiClient,
  body: MePasskeysAppendStartReq,
  options?: UserCallOptions,
): Promise<MePasskeysAppendStartRsp> {
  const call = { method: 'POST', path: '/v2/me/passkeys/append/start', body, retry: 'repeatable' } as const;
  return request(client, call, isAppendStartRsp, options);
}

export function currentUserPasskeyAppendFinish(
  client: ApiClient,
  body: MePasskeysAppendFinishReq,
  options?: UserCallOptions,
): Promise<void> {
  return client.send({
    ...options,
    method: 'POST',
    path: '/v2/me/passkeys/append/finish',
    headers: 'users',
    body,
    retry: 'never',
    timeoutMs: FINISH_TIMEOUT_MS,
  });
}

/** @param passkeyId the passkey's `id` (`cre-…`), not its WebAuthn credential id */
export function currentUserPasskeyDelete(
  client: ApiClient,
  passkeyId: string,
  options?: UserCallOptions,
): Promise<MePasskeyDeleteRsp> {
  const call = {
    method: 'DELETE',
    path: '/v2/me/passkeys',
    pathParameter: passkeyId,
    retry: 'never',
  } as const;
  return request(client, call, isPasskeyDeleteRsp, options);
}

/** A new session token for the refresh token. Callers see to it that only one runs at a time. */
export function currentUserSessionRefresh(
  client: ApiClient,
  options?: UserCallOptions,
): Promise<MeRefreshRsp> {
  return request(client, { method: 'POST', path: '/v2/me/refresh', retry: 'never' }, isMeRefreshRsp, options);
}

export function currentUserSessionLogout(client: ApiClient, options?: UserCallOptions): Promise<void> {
  return client.send({
    ...options,
    method: 'POST',
    path: '/v2/me/logout',
    headers: 'users',
    retry: 'repeatable',
  });
}

export function currentUserIdentifierCreate(
  client: ApiClient,
  body: MeIdentifierCreateReq,
  options?: UserCallOptions,
): Promise<GenericRsp> {
  return change(client, { method: 'POST', path: '/v2/me/identifier', body, retry: 'never' }, options);
}

export function currentUserIdentifierDelete(
  client: ApiClient,
  body: MeIdentifierDeleteReq,
  options?: UserCallOptions,
): Promise<GenericRsp> {
  return change(client, { method: 'DELETE', path: '/v2/me/identifier', body, retry: 'never' }, options);
}

export function currentUserIdentifierUpdate(
  client: ApiClient,
  body: MeIdentifierUpdateReq,
  options?: UserCallOptions,
): Promise<GenericRsp> {
  return change(client, { method: 'PATCH', path: '/v2/me/identifier', body, retry: 'never' }, options);
}

/** Sends a code. */
export function currentUserIdentifierVerifyStart(
  client: ApiClient,
  body: MeIdentifierVerifyStartReq,
  options?: UserCallOptions,
): Promise<GenericRsp> {
  return change(
    client,
    { method: 'POST', path: '/v2/me/identifier/verify/start', body, retry: 'never' },
    options,
  );
}

export function currentUserIdentifierVerifyFinish(
  client: ApiClient,
  body: MeIdentifierVerifyFinishReq,
  options?: UserCallOptions,
): Promise<GenericRsp> {
  const path = '/v2/me/identifier/verify/finish';
  return change(
    client,
    { method: 'POST', path, body, retry: 'never', timeoutMs: FINISH_TIMEOUT_MS },
    options,
  );
}

type UserCall = Omit<ApiCall, 'headers' | 'bearer' | 'signal'>;

function request<T>(client: ApiClient, call: UserCall, expect: Guard<T>, options?: UserCallOptions) {
  return client.request({ ...options, ...call, headers: 'users', expect });
}

function change(client: ApiClient, call: UserCall, options?: UserCallOptions): Promise<GenericRsp> {
  return request(client, call, isGenericRsp, options);
}
