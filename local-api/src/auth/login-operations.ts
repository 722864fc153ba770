import { acceptAssertion, type AssertionOutcome } from '../ceremonies/accept-assertion.js';
import type { LoginIdentifier, RequestBody } from '../contract.js';
import type { User } from '../database/users.js';
import { resolveLoginIdentifier } from '../identifiers/identifier.js';
import { authenticatorDetails } from '../webauthn/authenticators.js';
import { primaryIdentifier, type AuthContext, type ProcessAnswer } from './auth-context.js';
import { mergeClientInformation } from './client-environment.js';
import { passkeyOperation } from './complete-process.js';
import { continueSignIn } from './continue-sign-in.js';
import { currentBlock } from './current-block.js';
import { needsOtherDevice } from './other-device.js';
import { invalidPasskey } from './passkey-errors.js';
import { requireStep } from './require-step.js';
import { startVerification } from './start-verification.js';
import { loginFallbacks } from './verification-targets.js';

const LOGIN_MESSAGES = {
  login_identifier_unknown_user: 'There is no account with this identifier.',
  identifier_not_allowed: 'This kind of identifier is not used here.',
} as const;

export async function loginInit(
  context: AuthContext,
  body: RequestBody<'LoginInit'>,
): Promise<ProcessAnswer> {
  const { process, settings, store } = context;
  const { state } = process;
  requireStep(context, 'init', 'verify', 'login-verify');
  context.limitIdentifier(body.identifierValue);
  delete state.social;
  delete state.socialSignup;
  state.authType = 'login';
  state.login = { identifierValue: body.identifierValue, isPhone: body.isPhone };
  state.step = { name: 'init' };
  await store.challenges.deleteOf(process.id, 'get');
  const identifier = resolveLoginIdentifier(body.identifierValue, body.isPhone, settings);
  if (typeof identifier === 'string') return fieldError(context, identifier);
  const user = await store.users.findByIdentifier(identifier.type, identifier.identifier);
  if (!user) return fieldError(context, 'login_identifier_unknown_user');
  return (await withoutPasskey(context, user, identifier)) ?? askForPasskey(context, user, identifier);
}

async function askForPasskey(
  context: AuthContext,
  user: User,
  identifier: LoginIdentifier,
): Promise<ProcessAnswer> {
  const crossDevice = await needsOtherDevice(context, user, context.process.state.client);
  context.process.state.step = { name: 'verify', userId: user.id, identifier, crossDevice };
  return { blockBody: await currentBlock(context) };
}

/** An account without a passkey for this site gets in by what stands in for one. */
async function withoutPasskey(
  context: AuthContext,
  user: User,
  identifier: LoginIdentifier,
): Promise<ProcessAnswer | undefined> {
  const passkeys = await context.store.credentials.listUsable(user.id, context.rpId);
  if (passkeys.length > 0) return undefined;
  const [target] = await loginFallbacks(context, user.id, identifier);
  if (!target) return undefined;
  return startVerification(context, { name: 'login-verify', target, userId: user.id, identifier });
}

export async function passkeyLoginStart(
  context: AuthContext,
  body: RequestBody<'PasskeyLoginStart'>,
): Promise<ProcessAnswer> {
  requireStep(context, 'verify');
  const { state } = context.process;
  state.client = mergeClientInformation(state.client, body.clientInformation);
  return { blockBody: await currentBlock(context) };
}

export async function passkeyLoginFinish(
  context: AuthContext,
  body: RequestBody<'PasskeyLoginFinish'>,
): Promise<ProcessAnswer> {
  const { identifier } = requireStep(context, 'verify');
  const assertion = await acceptAssertion(context, {
    owner: context.process.id,
    purpose: 'get',
    product: 'auth',
    text: body.signedChallenge,
    field: 'signedChallenge',
  });
  if (assertion.outcome !== 'accepted') {
    return { blockBody: await currentBlock(context, { block: invalidPasskey }) };
  }
  return continueSignedIn(context, assertion, identifier);
}

/** Sign-in by autofill or by the passkey button: the passkey says who it is. */
export async function passkeyMediationFinish(
  context: AuthContext,
  body: RequestBody<'PasskeyMediationFinish'>,
): Promise<ProcessAnswer> {
  const { process, settings } = context;
  requireStep(context, 'init', 'verify');
  process.state.authType = 'login';
  const assertion = await acceptAssertion(context, {
    owner: process.id,
    purpose: 'conditional',
    product: 'auth',
    text: body.signedChallenge,
    field: 'signedChallenge',
  });
  if (assertion.outcome === 'accepted') {
    return continueSignedIn(context, assertion, primaryIdentifier(settings, assertion.user.identifiers));
  }
  process.state.step = { name: 'init' };
  if (assertion.outcome !== 'unknown-credential') {
    return { blockBody: await currentBlock(context, { block: invalidPasskey }) };
  }
  // Only this code says that the passkey is not known here; a page may have it hidden on that ground.
  const error = { code: 'invalid_conditional_ui_login', message: 'This passkey is no longer known here.' };
  return { blockBody: await currentBlock(context, { login: { error } }) };
}

async function continueSignedIn(
  context: AuthContext,
  { user, credential, ceremonyType }: Extract<AssertionOutcome, { outcome: 'accepted' }>,
  identifier: LoginIdentifier,
): Promise<ProcessAnswer> {
  const { process, store } = context;
  const { client } = process.state;
  if (ceremonyType === 'local' && client.clientEnvHandle !== undefined) {
    await store.credentials.recordDevice(credential.id, client.clientEnvHandle);
  }
  const operation = passkeyOperation(
    'verify',
    identifier,
    ceremonyType,
    authenticatorDetails(credential.aaguid),
  );
  return continueSignIn(context, { userId: user.id, identifier, method: ceremonyType, operation });
}

async function fieldError(context: AuthContext, code: keyof typeof LOGIN_MESSAGES): Promise<ProcessAnswer> {
  const error = { code, message: LOGIN_MESSAGES[code] };
  return { blockBody: await currentBlock(context, { login: { fieldError: error } }) };
}
