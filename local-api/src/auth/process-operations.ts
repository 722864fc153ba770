import type { RequestBody, ResponseBody } from '../contract.js';
import { forgetExpired } from '../database/store.js';
import { validationError } from '../http/api-error.js';
import type { Answer, RequestContext } from '../http/request-context.js';
import { newId } from '../random.js';
import { processUser, type AuthContext, type ProcessAnswer } from './auth-context.js';
import { mergeClientInformation } from './client-environment.js';
import { completeProcess } from './complete-process.js';
import { outcomeOf } from './continue-sign-in.js';
import { continueSignup } from './continue-signup.js';
import { currentBlock, initAuthType } from './current-block.js';
import { deviceOf } from './device-cookie.js';
import { processResponse } from './process-response.js';
import { initialState, type ProcessState, type ProcessStep } from './process-state.js';
import { requireStep } from './require-step.js';

/** Opens a process. A device that names no environment handle gets one, to be known again later. */
export async function processInit(
  context: RequestContext,
  body: RequestBody<'ProcessInit'>,
): Promise<Answer<ResponseBody<'ProcessInit'>>> {
  const { store } = context;
  await forgetExpired(store);
  const newClientEnvHandle = body.clientInformation.clientEnvHandle ? undefined : newId('env');
  const client = {
    ...mergeClientInformation({}, body.clientInformation),
    ...(newClientEnvHandle !== undefined && { clientEnvHandle: newClientEnvHandle }),
    passkeyAppendShown: body.passkeyAppendShown,
    optOutAfterHybrid: body.optOutOfPasskeyAppendAfterHybrid,
  };
  const { deviceHash, cookie } = deviceOf(context);
  const opened = await openProcess(context, initialState('signup', client, deviceHash));
  opened.context.process.state.authType = initAuthType(opened.context, body.preferredBlock);
  const blockBody = await currentBlock(opened.context);
  await store.processes.save(opened.context.process);
  return {
    body: {
      token: opened.token,
      expiresAt: opened.expiresAt,
      ...(newClientEnvHandle !== undefined && { newClientEnvHandle }),
      processResponse: processResponse(context, { blockBody }),
    },
    cookies: cookie === undefined ? [] : [cookie],
  };
}

/** The present block; at the start, the init block the page prefers. Other preferences are no reason to move. */
export async function processGet(context: AuthContext): Promise<ProcessAnswer> {
  const { state } = context.process;
  if (state.step.name === 'init') state.authType = initAuthType(context, context.query.get('preferredBlock'));
  return { blockBody: await currentBlock(context) };
}

/** Drops the process for a new one at its beginning; what was typed comes along. */
export async function processReset(context: AuthContext): Promise<ProcessAnswer> {
  const { process, store } = context;
  const { authType, client, deviceHash, signup, login } = process.state;
  const state: ProcessState = { ...initialState(authType, client, deviceHash), signup, login };
  await store.challenges.deleteOf(process.id);
  await store.processes.delete(process.id);
  const { context: opened, token, expiresAt } = await openProcess(context, state);
  return { blockBody: await currentBlock(opened), newProcess: { token, expiresAt } };
}

/** Completes without (another) passkey, where the append block says that this is possible. */
export async function processComplete(context: AuthContext): Promise<ProcessAnswer> {
  const step = requireStep(context, 'signup-append', 'login-append');
  if (step.name === 'login-append') {
    const user = await processUser(context, step.signIn.userId);
    return completeProcess(context, user, outcomeOf(step.signIn));
  }
  if (context.settings.passkeyAppendAtSignup === 'required') {
    throw validationError('This project needs a passkey at sign-up.');
  }
  return continueSignup(context, { userHandle: step.userHandle, verified: [] });
}

/** Leaves a block that may be left: a success screen, or an append block that has `completed` beside it. */
export async function blockSkip(context: AuthContext): Promise<ProcessAnswer> {
  const step = requireStep(context, 'appended', 'signup-append', 'login-append');
  if (step.name !== 'appended') return processComplete(context);
  const user = await processUser(context, step.userId);
  return completeProcess(context, user, { operation: step.operation });
}

export async function eventCreate(
  { store, process }: AuthContext,
  body: RequestBody<'EventCreate'>,
): Promise<void> {
  const { step } = process.state;
  const userId = userIdOf(step);
  await store.events.add({ kind: 'auth', processId: process.id, userId, type: body.eventType });
  if (body.eventType === 'login-error') process.state.loginErrors += 1;
  if (body.eventType === 'login-no-credentials') process.state.noCredentials = true;
  // A lasting wish counts only from somebody who is signed in.
  if (userId === undefined || step.name !== 'login-append') return;
  if (body.eventType === 'user-append-after-cross-platform-blacklisted') {
    await store.events.optOut(userId, 'after-hybrid');
  }
  if (body.eventType === 'user-append-after-login-error-blacklisted') {
    await store.events.optOut(userId, 'after-error');
  }
}

function userIdOf(step: ProcessStep): string | undefined {
  if ('signIn' in step) return step.signIn.userId;
  return 'userId' in step ? step.userId : undefined;
}

async function openProcess(context: RequestContext, state: ProcessState) {
  const { store, settings, pageOrigin } = context;
  const { token, process } = await store.processes.create(
    pageOrigin,
    state,
    settings.processLifetimeSeconds * 1000,
  );
  const opened: AuthContext = { ...context, process };
  return { token, expiresAt: Math.floor(process.expiresAt / 1000), context: opened };
}
