/** The operations of CorbadoConnect behind a list of passkeys. */
import type { ApiClient, CallOptions } from './api-client.js';
import { post } from './connect-call.js';
import { isPasskey } from './passkey-guards.js';
import { listOf, shape } from './shape-guards.js';
import type {
  ConnectManageDeleteReq,
  ConnectManageDeleteRsp,
  ConnectManageListReq,
  ConnectManageListRsp,
} from './types.js';

const isManageListRsp = shape<ConnectManageListRsp>({
  passkeys: listOf(isPasskey),
  rpID: 'string',
  userID: 'string',
  signalAllAcceptedCredentials: 'boolean?',
});

const isManageDeleteRsp = shape<ConnectManageDeleteRsp>({ credentialID: 'string' });

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
