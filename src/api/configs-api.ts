/** Operations of the tag Configs, named after their operationId. Each rejects with `ApiError` and nothing else. */
import type { ApiClient, ApiRequest, CallOptions } from './api-client.js';
import { listOf, optional, shape } from './shape-guards.js';
import type {
  LoginIdentifierConfig,
  ProcessConfigRsp,
  SessionConfigRsp,
  SessionTokenCookieConfig,
  UserDetailsConfigRsp,
} from './types.js';

const isProcessConfigRsp = shape<ProcessConfigRsp>({
  useServerSideProcessId: 'boolean?',
  frontendApiUrl: 'string',
});

const isCookieConfig = shape<SessionTokenCookieConfig>({
  domain: 'string',
  secure: 'boolean',
  sameSite: 'string',
  path: 'string',
  lifetimeSeconds: 'number',
});

const isSessionConfigRsp = shape<SessionConfigRsp>({
  useSessionManagement: 'boolean',
  shortSessionCookieConfig: optional(isCookieConfig),
  sessionTokenCookieConfig: optional(isCookieConfig),
  frontendApiUrl: 'string?',
});

const isUserDetailsConfigRsp = shape<UserDetailsConfigRsp>({
  fullNameRequired: 'boolean',
  identifiers: listOf(shape<LoginIdentifierConfig>({ type: 'string' })),
});

export function getProcessConfig(client: ApiClient, options?: CallOptions): Promise<ProcessConfigRsp> {
  return read(client, '/v2/process-config', 'process-config', isProcessConfigRsp, options);
}

export function getSessionConfig(client: ApiClient, options?: CallOptions): Promise<SessionConfigRsp> {
  return read(client, '/v2/session-config', 'project', isSessionConfigRsp, options);
}

export function getUserDetailsConfig(
  client: ApiClient,
  options?: CallOptions,
): Promise<UserDetailsConfigRsp> {
  return read(client, '/v2/user-details-config', 'project', isUserDetailsConfigRsp, options);
}

function read<T>(
  client: ApiClient,
  path: string,
  headers: ApiRequest<T>['headers'],
  expect: ApiRequest<T>['expect'],
  options?: CallOptions,
): Promise<T> {
  return client.request({ ...options, method: 'GET', path, headers, retry: 'safe', expect });
}
