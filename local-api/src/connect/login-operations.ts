import { issueConditionalOptions, issueRequestOptions } from '../ceremonies/issue-options.js';
import { needsOtherDevice } from '../auth/other-device.js';
import type { LoginIdentifier, RequestBody, ResponseBody } from '../contract.js';
import { ApiError, validationError } from '../http/api-error.js';
import type { Answer, RequestContext } from '../http/request-context.js';
import type { ConnectContext } from './connect-context.js';
import type { ConnectState } from './connect-state.js';
import { connectIdentifier } from './connect-identifier.js';
import { consumeConnectToken } from './consume-connect-token.js';
import { recordDecision } from './decisions.js';
import { fallbackError, noFallback, silentFallback } from './fallback.js';
import { openConnectProcess } from './open-connect-process.js';
import { isIdentifierAllowed } from './rollout.js';

type StartRsp = ResponseBody<'ConnectLoginStart'>;

export async function connectLoginInit(
  request: RequestContext,
  body: RequestBody<'ConnectLoginInit'>,
): Promise<Answer<ResponseBody<'ConnectLoginInit'>>> {
  const opened = await openConnectProcess(request, body);
  const { context, token, common, newClientState } = opened;
  const { process, settings, store } = context;
  const loginAllowed = settings.connectLogin && opened.isRolledOut;
  process.state.allowed.login = loginAllowed;
  await recordDecision(context, 'login/init', loginAllowed ? 'allows passkeys' : 'keeps passkeys back');
  await store.connectProcesses.save(process);
  const isConditional =
    loginAllowed && settings.conditionalUi && process.state.client.conditionalGet !== false;
  // The page keeps this answer, and the challenge with it, until it expires.
  const lifetimeMs = settings.processLifetimeSeconds * 1000;
  return {
    body: {
      token,
      ...common,
      ...(newClientState !== undefined && { newClientState }),
      loginAllowed,
      ...(isConditional && {
        conditionalUIChallenge: await issueConditionalOptions(context, process.id, lifetimeMs),
      }),
    },
  };
}

export async function connectLoginStart(
  context: ConnectContext,
  body: RequestBody<'ConnectLoginStart'>,
): Promise<StartRsp> {
  const { process, settings } = context;
  const { allowed } = process.state;
  if (allowed.login === undefined) throw validationError('login/init comes before login/start.');
  beginLogin(process.state, body.source);
  const identifier = await loginIdentifier(context, body);
  if (!allowed.login) return refusal(silentFallback(identifier.identifier));
  if (!isIdentifierAllowed(settings.connectIdentifierRules, identifier.identifier)) {
    return refusal(fallbackError('identifier_not_whitelisted', identifier.identifier));
  }
  return askForPasskey(context, identifier, body.loginConnectToken !== undefined);
}

/** A try after an error belongs to the login before it; any other begins a new one. */
function beginLogin(state: ConnectState, source: RequestBody<'ConnectLoginStart'>['source']): void {
  const isRetry = source === 'error-soft' || source === 'error-hard';
  state.loginErrors = isRetry ? state.loginErrors + 1 : 0;
  if (!isRetry) state.noCredentials = false;
  delete state.login;
  delete state.signIn;
}

/** Whom the page names, or a connect token speaks for (second factor). */
async function loginIdentifier(
  context: ConnectContext,
  { identifier, loginConnectToken }: RequestBody<'ConnectLoginStart'>,
): Promise<LoginIdentifier> {
  if (loginConnectToken !== undefined) {
    const subject = await consumeConnectToken(
      context,
      loginConnectToken,
      'passkey-login',
      'loginConnectToken',
    );
    return connectIdentifier(subject.identifier);
  }
  if (identifier.trim() === '' || identifier.length > 254) {
    const message = 'must be a text of 1 to 254 characters';
    throw validationError(`The identifier ${message}.`, [{ field: 'identifier', message }]);
  }
  context.limitIdentifier(identifier);
  return connectIdentifier(identifier);
}

async function askForPasskey(
  context: ConnectContext,
  { identifier }: LoginIdentifier,
  isVouchedFor: boolean,
): Promise<StartRsp> {
  const { process, store, rpId } = context;
  const user = await store.users.findByConnectIdentifier(identifier);
  if (!user) return unknownUser(context, identifier, isVouchedFor);
  const passkeys = await store.credentials.listUsable(user.id, rpId);
  if (passkeys.length === 0) return refusal(silentFallback(identifier));
  process.state.login = { userId: user.id };
  const { client } = process.state;
  const onDevice = await store.credentials.listOnDevice(user.id, client.clientEnvHandle);
  return {
    assertionOptions: await issueRequestOptions(context, process.id, user.userHandle, passkeys),
    isCDA: await needsOtherDevice(context, user, client),
    preferImmediatelyAvailable: passkeys.some(({ id }) => onDevice.includes(id)),
    fallbackOperationError: noFallback,
  };
}

/** Somebody the site's own server vouches for exists, whatever this API knows. */
function unknownUser({ settings }: ConnectContext, identifier: string, isVouchedFor: boolean): StartRsp {
  const answer = isVouchedFor ? 'no_cbo_user' : settings.connectUnknownUser;
  if (answer === 'http-404') throw new ApiError(404, 'not_found', 'There is no user with this identifier.');
  return refusal(fallbackError(answer, identifier));
}

function refusal(fallbackOperationError: StartRsp['fallbackOperationError']): StartRsp {
  return { assertionOptions: '', isCDA: false, fallbackOperationError };
}
