import type { RequestBody, ResponseBody } from '../contract.js';
import { ApiError } from '../http/api-error.js';
import type { Answer, RequestContext } from '../http/request-context.js';
import { passkey } from '../users/passkey.js';
import type { ConnectContext } from './connect-context.js';
import { connectIdentifier } from './connect-identifier.js';
import { consumeConnectToken } from './consume-connect-token.js';
import { recordDecision } from './decisions.js';
import { openConnectProcess } from './open-connect-process.js';

/** Tag of a passkey that was used or made on the device that asks. */
const THIS_DEVICE = 'this-device';

export async function connectManageInit(
  request: RequestContext,
  body: RequestBody<'ConnectManageInit'>,
): Promise<Answer<ResponseBody<'ConnectManageInit'>>> {
  const { context, token, common, isRolledOut } = await openConnectProcess(request, body);
  const { process, settings, store } = context;
  const manageAllowed = settings.connectManage && isRolledOut;
  process.state.allowed.manage = manageAllowed;
  await recordDecision(
    context,
    'manage/init',
    manageAllowed ? 'allows to add passkeys' : 'allows to add none',
  );
  await store.connectProcesses.save(process);
  return { body: { processID: token, ...common, manageAllowed } };
}

export async function connectManageList(
  context: ConnectContext,
  { connectToken }: RequestBody<'ConnectManageList'>,
): Promise<ResponseBody<'ConnectManageList'>> {
  const { store, rpId, process } = context;
  const { client } = process.state;
  const user = await tokenUser(context, connectToken, 'passkey-list');
  if (!user) return { passkeys: [], rpID: rpId, userID: '', signalAllAcceptedCredentials: false };
  const onDevice = await store.credentials.listOnDevice(user.id, client.clientEnvHandle);
  const credentials = await store.credentials.listOfUser(user.id);
  return {
    passkeys: credentials.map((credential) =>
      passkey(credential, onDevice.includes(credential.id) ? [THIS_DEVICE] : []),
    ),
    rpID: rpId,
    userID: user.userHandle,
    signalAllAcceptedCredentials: client.signalAllAcceptedCredentials !== false,
  };
}

/** @throws {ApiError} `not_found` for a passkey the person does not have; the token is used up all the same */
export async function connectManageDelete(
  context: ConnectContext,
  { connectToken, credentialID }: RequestBody<'ConnectManageDelete'>,
): Promise<ResponseBody<'ConnectManageDelete'>> {
  const user = await tokenUser(context, connectToken, 'passkey-delete');
  if (!user || !(await context.store.credentials.delete(credentialID, user.id))) {
    throw new ApiError(404, 'not_found', `There is no passkey ${credentialID}.`, { keepChanges: true });
  }
  return { credentialID };
}

async function tokenUser(context: ConnectContext, secret: string, type: 'passkey-list' | 'passkey-delete') {
  const { identifier } = await consumeConnectToken(context, secret, type, 'connectToken');
  return context.store.users.findByConnectIdentifier(connectIdentifier(identifier).identifier);
}
