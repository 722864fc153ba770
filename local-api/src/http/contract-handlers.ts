import { identifierUpdate } from '../auth/identifier-update.js';
import { verifyFinish } from '../auth/link-operation.js';
import { signupInit } from '../auth/signup-operations.js';
import {
  completedByLink,
  identifierVerifyStart,
  identifierVerifyStatus,
} from '../auth/verification-operations.js';
import { passkeyAppendFinish, passkeyAppendStart } from '../auth/append-operations.js';
import {
  loginInit,
  passkeyLoginFinish,
  passkeyLoginStart,
  passkeyMediationFinish,
} from '../auth/login-operations.js';
import { processNotification, processOperation } from '../auth/process-operation.js';
import {
  blockSkip,
  eventCreate,
  processComplete,
  processGet,
  processInit,
  processReset,
} from '../auth/process-operations.js';
import { socialVerifyCallback, socialVerifyFinish, socialVerifyStart } from '../auth/social-operations.js';
import { connectAppendFinish, connectAppendInit, connectAppendStart } from '../connect/append-operations.js';
import { connectOperation, repeatableConnectOperation } from '../connect/connect-operation.js';
import { connectEventCreate, connectEventLowCreate } from '../connect/event-operations.js';
import { decisions } from '../connect/decisions.js';
import { connectLoginFinish } from '../connect/login-finish.js';
import { connectLoginInit, connectLoginStart } from '../connect/login-operations.js';
import { connectManageDelete, connectManageInit, connectManageList } from '../connect/manage-operations.js';
import { connectProcessClear } from '../connect/process-clear.js';
import { processConfig, sessionConfig, userDetailsConfig } from '../configs/config-operations.js';
import type { OperationId, RequestBody, ResponseBody } from '../contract.js';
import {
  currentUserGet,
  currentUserSessionLogout,
  currentUserSessionRefresh,
} from '../users/user-operations.js';
import {
  currentUserPasskeyAppendFinish,
  currentUserPasskeyAppendStart,
  currentUserPasskeyDelete,
  currentUserPasskeyGet,
} from '../users/passkey-operations.js';
import type { Answer, RequestContext } from './request-context.js';

export type Handler<Id extends OperationId> = (
  context: RequestContext,
  body: RequestBody<Id>,
) => Promise<Answer<ResponseBody<Id>>>;

type Handlers = { [Id in OperationId]?: Handler<Id> };

function plain<Id extends OperationId>(
  work: (context: RequestContext, body: RequestBody<Id>) => Promise<ResponseBody<Id>>,
): Handler<Id> {
  return (context, body) => work(context, body).then((answer) => ({ body: answer }));
}

/** The operations this API implements; every other one of the contract is answered "not implemented yet". */
export const contractHandlers: Handlers = {
  GetSessionConfig: plain(sessionConfig),
  GetProcessConfig: plain(processConfig),
  GetUserDetailsConfig: plain(userDetailsConfig),

  ProcessInit: processInit,
  ProcessGet: processOperation('ProcessGet', processGet),
  ProcessReset: processOperation('ProcessReset', processReset),
  ProcessComplete: processOperation('ProcessComplete', processComplete),
  BlockSkip: processOperation('BlockSkip', blockSkip),
  EventCreate: processNotification(eventCreate),
  SignupInit: processOperation('SignupInit', signupInit),
  IdentifierUpdate: processOperation('IdentifierUpdate', identifierUpdate),
  IdentifierVerifyStart: processOperation('IdentifierVerifyStart', identifierVerifyStart),
  IdentifierVerifyFinish: verifyFinish,
  IdentifierVerifyStatus: processOperation('IdentifierVerifyStatus', identifierVerifyStatus, completedByLink),
  SocialVerifyStart: processOperation('SocialVerifyStart', socialVerifyStart),
  SocialVerifyCallback: socialVerifyCallback,
  SocialVerifyFinish: processOperation('SocialVerifyFinish', socialVerifyFinish),
  LoginInit: processOperation('LoginInit', loginInit),
  PasskeyAppendStart: processOperation('PasskeyAppendStart', passkeyAppendStart),
  PasskeyAppendFinish: processOperation('PasskeyAppendFinish', passkeyAppendFinish),
  PasskeyLoginStart: processOperation('PasskeyLoginStart', passkeyLoginStart),
  PasskeyLoginFinish: processOperation('PasskeyLoginFinish', passkeyLoginFinish),
  PasskeyMediationFinish: processOperation('PasskeyMediationFinish', passkeyMediationFinish),

  CurrentUserGet: plain(currentUserGet),
  CurrentUserSessionRefresh: plain(currentUserSessionRefresh),
  CurrentUserSessionLogout: currentUserSessionLogout,
  CurrentUserPasskeyGet: plain(currentUserPasskeyGet),
  CurrentUserPasskeyAppendStart: plain(currentUserPasskeyAppendStart),
  CurrentUserPasskeyAppendFinish: plain(currentUserPasskeyAppendFinish),
  CurrentUserPasskeyDelete: plain(currentUserPasskeyDelete),

  ConnectLoginInit: connectLoginInit,
  ConnectLoginStart: connectOperation(connectLoginStart, {
    name: 'login/start',
    describe: decisions.loginStart,
  }),
  ConnectLoginFinish: repeatableConnectOperation('ConnectLoginFinish', connectLoginFinish, {
    name: 'login/finish',
    describe: decisions.loginFinish,
  }),
  ConnectAppendInit: connectAppendInit,
  ConnectAppendStart: connectOperation(connectAppendStart, {
    name: 'append/start',
    describe: decisions.appendStart,
  }),
  ConnectAppendFinish: repeatableConnectOperation('ConnectAppendFinish', connectAppendFinish, {
    name: 'append/finish',
    describe: decisions.appendFinish,
  }),
  ConnectManageInit: connectManageInit,
  ConnectManageList: connectOperation(connectManageList, {
    name: 'manage/list',
    describe: decisions.manageList,
  }),
  ConnectManageDelete: connectOperation(connectManageDelete, {
    name: 'manage/delete',
    describe: decisions.manageDelete,
  }),
  ConnectEventCreate: connectOperation(connectEventCreate),
  ConnectEventLowCreate: connectOperation(connectEventLowCreate),
  ConnectProcessClear: plain(connectProcessClear),

  WellKnownJWKSList: plain(async ({ sessionTokens, store }) => ({
    keys: await sessionTokens.publicKeys(store),
  })),
};
