/**
 * Operations of the tag Auth, named after their operationId. Each rejects with `ApiError` and nothing else; an error in
 * the person's input is no rejection but a block that carries it (behaviour.md 6.2). Retry classes: retry-policy.ts.
 */
import { FINISH_TIMEOUT_MS, type ApiClient, type ApiRequest, type CallOptions } from './api-client.js';
import { isProcessResponse } from './process-response.js';
import type { RetryClass } from './retry-policy.js';
import type {
  EventCreateReq,
  IdentifierUpdateReq,
  IdentifierVerifyFinishReq,
  IdentifierVerifyStartReq,
  LoginInitReq,
  PasskeyAppendFinishReq,
  PasskeyAppendStartReq,
  PasskeyLoginFinishReq,
  PasskeyLoginStartReq,
  PasskeyMediationFinishReq,
  ProcessResponse,
  SignupInitReq,
  SocialVerifyFinishReq,
  SocialVerifyStartReq,
} from './types.js';

export { processInit } from './process-init.js';

/** Present block of the running process. An `http` error of type `process_not_available` means it is over. */
export function processGet(
  client: ApiClient,
  query: { readonly preferredBlock?: string } = {},
  options?: CallOptions,
): Promise<ProcessResponse> {
  return get(client, '/v2/auth/process', options, query);
}

/** Ends a process whose remaining block may be left out. */
export function processComplete(client: ApiClient, options?: CallOptions): Promise<ProcessResponse> {
  return post(client, '/v2/auth/process/complete', 'never', undefined, options);
}

/** Starts again; the answer's `newProcess` replaces the process id. */
export function processReset(client: ApiClient, options?: CallOptions): Promise<ProcessResponse> {
  return post(client, '/v2/auth/process/reset', 'never', undefined, options);
}

export function signupInit(
  client: ApiClient,
  body: SignupInitReq,
  options?: CallOptions,
): Promise<ProcessResponse> {
  return post(client, '/v2/auth/signup/init', 'never', body, options);
}

export function loginInit(
  client: ApiClient,
  body: LoginInitReq,
  options?: CallOptions,
): Promise<ProcessResponse> {
  return post(client, '/v2/auth/login/init', 'repeatable', body, options);
}

/** Leaves out the present block. */
export function blockSkip(client: ApiClient, options?: CallOptions): Promise<ProcessResponse> {
  return post(client, '/v2/auth/block/skip', 'never', undefined, options);
}

/** Answers with a passkey-append block that holds a fresh challenge. */
export function passkeyAppendStart(
  client: ApiClient,
  body: PasskeyAppendStartReq,
  options?: CallOptions,
): Promise<ProcessResponse> {
  return post(client, '/v2/auth/passkey/append/start', 'repeatable', body, options);
}

export function passkeyAppendFinish(
  client: ApiClient,
  body: PasskeyAppendFinishReq,
  options?: CallOptions,
): Promise<ProcessResponse> {
  return finish(client, '/v2/auth/passkey/append/finish', body, options);
}

/** Answers with a passkey-verify block that holds a fresh challenge. */
export function passkeyLoginStart(
  client: ApiClient,
  body: PasskeyLoginStartReq,
  options?: CallOptions,
): Promise<ProcessResponse> {
  return post(client, '/v2/auth/passkey/login/start', 'repeatable', body, options);
}

export function passkeyLoginFinish(
  client: ApiClient,
  body: PasskeyLoginFinishReq,
  options?: CallOptions,
): Promise<ProcessResponse> {
  return finish(client, '/v2/auth/passkey/login/finish', body, options);
}

/** Ends an autofill (conditional UI) ceremony. */
export function passkeyMediationFinish(
  client: ApiClient,
  body: PasskeyMediationFinishReq,
  options?: CallOptions,
): Promise<ProcessResponse> {
  return finish(client, '/v2/auth/passkey/mediation/finish', body, options);
}

/** Sends a code or a link. */
export function identifierVerifyStart(
  client: ApiClient,
  body: IdentifierVerifyStartReq,
  options?: CallOptions,
): Promise<ProcessResponse> {
  return post(client, '/v2/auth/identifier/verify/start', 'never', body, options);
}

/** Hands in a code; with `client.tempProcessId` from the page an email link opened. */
export function identifierVerifyFinish(
  client: ApiClient,
  body: IdentifierVerifyFinishReq,
  options?: CallOptions,
): Promise<ProcessResponse> {
  return finish(client, '/v2/auth/identifier/verify/finish', body, options);
}

/** Whether an email link was opened elsewhere meanwhile. */
export function identifierVerifyStatus(client: ApiClient, options?: CallOptions): Promise<ProcessResponse> {
  return get(client, '/v2/auth/identifier/verify/status', options);
}

export function identifierUpdate(
  client: ApiClient,
  body: IdentifierUpdateReq,
  options?: CallOptions,
): Promise<ProcessResponse> {
  return post(client, '/v2/auth/identifier/update', 'repeatable', body, options);
}

/** Answers with the init block whose `socialData.oauthUrl` leads to the provider. */
export function socialVerifyStart(
  client: ApiClient,
  body: SocialVerifyStartReq,
  options?: CallOptions,
): Promise<ProcessResponse> {
  return post(client, '/v2/auth/social/verify/start', 'repeatable', body, options);
}

/** Delivers a provider's answer; providers reach it by redirect, a page hardly ever needs it. Its parameters are unpublished. */
export function socialVerifyCallback(
  client: ApiClient,
  query: Readonly<Record<string, string>>,
  options?: CallOptions,
): Promise<void> {
  return client.send({
    ...options,
    method: 'GET',
    path: '/v2/auth/social/verify/callback',
    headers: 'project',
    query,
    retry: 'never',
  });
}

export function socialVerifyFinish(
  client: ApiClient,
  body: SocialVerifyFinishReq = {},
  options?: CallOptions,
): Promise<ProcessResponse> {
  return finish(client, '/v2/auth/social/verify/finish', body, options);
}

/** Reports what happened on the device; sent to its end even when the page is left meanwhile. */
export function eventCreate(client: ApiClient, body: EventCreateReq, options?: CallOptions): Promise<void> {
  return client.send({
    ...options,
    method: 'POST',
    path: '/v2/auth/events',
    headers: 'auth',
    body,
    retry: 'never',
    keepalive: true,
  });
}

type BlockRequest = Pick<ApiRequest<ProcessResponse>, 'method' | 'retry' | 'body' | 'query' | 'timeoutMs'>;

function requestBlock(
  client: ApiClient,
  path: string,
  request: BlockRequest,
  options: CallOptions | undefined,
): Promise<ProcessResponse> {
  return client.request({ ...options, ...request, path, headers: 'auth', expect: isProcessResponse });
}

function get(client: ApiClient, path: string, options?: CallOptions, query?: BlockRequest['query']) {
  return requestBlock(client, path, { method: 'GET', retry: 'safe', query }, options);
}

function post(
  client: ApiClient,
  path: string,
  retry: RetryClass,
  body: object | undefined,
  options?: CallOptions,
) {
  return requestBlock(client, path, { method: 'POST', retry, body }, options);
}

function finish(client: ApiClient, path: string, body: object, options?: CallOptions) {
  return requestBlock(
    client,
    path,
    { method: 'POST', retry: 'never', body, timeoutMs: FINISH_TIMEOUT_MS },
    options,
  );
}
