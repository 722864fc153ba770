import type { RequestBody } from '../contract.js';
import type { SocialProfile } from '../database/social-accounts.js';
import { validationError } from '../http/api-error.js';
import type { Answer, RequestContext } from '../http/request-context.js';
import { checkSignup, hasErrors, type SignupValues } from '../identifiers/signup-form.js';
import { randomToken } from '../random.js';
import { authorizationParameters, CALLBACK_PATH } from '../social-provider/authorization-request.js';
import { codeChallengeOf } from '../social-provider/grants.js';
import { primaryIdentifier, processUser, type AuthContext, type ProcessAnswer } from './auth-context.js';
import { continueSignIn } from './continue-sign-in.js';
import { continueSignup } from './continue-signup.js';
import { currentBlock } from './current-block.js';
import { isSameBrowser } from './device-cookie.js';
import { isTaken } from './is-taken.js';
import type { SocialOutcome } from './process-state.js';
import { requireStep } from './require-step.js';
import { socialErrors } from './social-errors.js';

/** Sends the person to a provider; the block of this one answer says where. */
export async function socialVerifyStart(
  context: AuthContext,
  body: RequestBody<'SocialVerifyStart'>,
): Promise<ProcessAnswer> {
  requireStep(context, 'init');
  const { process, settings, store, ownUrl } = context;
  const { providerType: provider, authType, redirectUrl } = body;
  if (!settings.socialProviders.includes(provider)) {
    const message = `${provider} is not used in this project`;
    throw validationError(`${message}.`, [{ field: 'providerType', message }]);
  }
  checkRedirectUrl(context, redirectUrl);
  const [state, codeVerifier] = [randomToken(), randomToken()];
  await store.socialLogins.deleteOf(process.id);
  await store.socialLogins.add(state, {
    processId: process.id,
    provider,
    authType,
    redirectUrl,
    codeVerifier,
  });
  process.state.authType = authType;
  delete process.state.social;
  delete process.state.socialSignup;
  const parameters = authorizationParameters({
    provider,
    redirectUri: ownUrl + CALLBACK_PATH,
    state,
    codeChallenge: codeChallengeOf(codeVerifier),
  });
  const oauthUrl = `${ownUrl}/local-api/social/authorize?${new URLSearchParams(parameters).toString()}`;
  return { blockBody: await currentBlock(context, { oauthUrl }) };
}

/**
 * Where the provider sends the browser back to. Only the browser that set out may return: nobody else's
 * consent can sign a process in.
 */
export async function socialVerifyCallback(context: RequestContext): Promise<Answer<undefined>> {
  const { store, query } = context;
  const login = await store.socialLogins.consume(query.get('state') ?? '');
  const process = login && (await store.processes.find(login.processId));
  if (!process || !isSameBrowser(context, process.state.deviceHash)) {
    throw validationError('This return from a provider belongs to no process of this browser.');
  }
  if (process.completedAt === undefined && process.state.step.name === 'init') {
    process.state.social = await outcome(context, login.codeVerifier);
    process.state.authType = login.authType;
    await store.processes.save(process);
  }
  return { body: undefined, redirectUrl: login.redirectUrl };
}

/** Signs in, makes an account, or asks for what an account still needs. */
export async function socialVerifyFinish(context: AuthContext): Promise<ProcessAnswer> {
  requireStep(context, 'init');
  const { process, settings, store } = context;
  const { social } = process.state;
  if (!social || !('profile' in social)) throw validationError('No sign-in with a provider has been made.');
  const { profile } = social;
  delete process.state.social;
  const userId = await store.socialAccounts.findUserId(profile.provider, profile.subject);
  if (userId !== undefined) {
    const user = await processUser(context, userId);
    const identifier = primaryIdentifier(settings, user.identifiers);
    return continueSignIn(context, { userId, identifier, method: 'social' });
  }
  if (await isTaken(context)({ type: 'email', identifier: profile.email })) {
    return { blockBody: await currentBlock(context, { init: socialErrors.notLinked }) };
  }
  if (!settings.publicSignup) {
    return { blockBody: await currentBlock(context, { init: socialErrors.signupNotAllowed }) };
  }
  return signUpWith(context, profile);
}

/** The provider knows name and e-mail address; the form asks for whatever else the project wants. */
async function signUpWith(context: AuthContext, profile: SocialProfile): Promise<ProcessAnswer> {
  const { process, settings } = context;
  const { state } = process;
  const hasEmail = settings.identifiers.email.enabled;
  const typed: SignupValues = {
    fullName: profile.fullName,
    identifiers: hasEmail ? [{ type: 'email', identifier: profile.email }] : [],
  };
  const { values, errors } = await checkSignup(typed, settings, isTaken(context));
  state.authType = 'signup';
  state.signup = values;
  state.socialSignup = profile;
  if (hasErrors(errors)) return { blockBody: await currentBlock(context, { signup: errors }) };
  return continueSignup(context, {
    userHandle: randomToken(),
    verified: hasEmail ? ['email'] : [],
    social: profile,
  });
}

async function outcome(
  { query, store, ownUrl }: RequestContext,
  codeVerifier: string,
): Promise<SocialOutcome> {
  const error = query.get('error');
  if (error === 'access_denied') return { error: socialErrors.cancelled };
  const profile = await store.grants.exchange(query.get('code') ?? '', ownUrl + CALLBACK_PATH, codeVerifier);
  return profile ? { profile } : { error: socialErrors.failed };
}

/** @throws {ApiError} `validation_error` for a page of another origin than the process's */
function checkRedirectUrl({ process }: AuthContext, redirectUrl: string): void {
  if (URL.canParse(redirectUrl) && new URL(redirectUrl).origin === process.origin) return;
  const message = 'is not a page of the origin that asks';
  throw validationError(`redirectUrl ${message}.`, [{ field: 'redirectUrl', message }]);
}
