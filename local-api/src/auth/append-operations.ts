import { acceptRegistration, newCredential } from '../ceremonies/accept-registration.js';
import type { PasskeyOperation, RequestBody, RequestError } from '../contract.js';
import type { User } from '../database/users.js';
import { checkSignup, hasErrors } from '../identifiers/signup-form.js';
import { authenticatorDetails } from '../webauthn/authenticators.js';
import { ceremonyType } from '../webauthn/ceremony-type.js';
import type { RegisteredCredential } from '../webauthn/verify-registration.js';
import { primaryIdentifier, processUser, type AuthContext, type ProcessAnswer } from './auth-context.js';
import { mergeClientInformation } from './client-environment.js';
import { completeProcess, passkeyOperation } from './complete-process.js';
import { currentBlock } from './current-block.js';
import { requireStep } from './require-step.js';
import { isTaken } from './signup-operations.js';

/** One message for every reason a passkey is refused, so that nobody learns which. */
export const invalidPasskey: RequestError = {
  code: 'invalid_passkey',
  message: 'The passkey could not be verified.',
};

export async function passkeyAppendStart(
  context: AuthContext,
  body: RequestBody<'PasskeyAppendStart'>,
): Promise<ProcessAnswer> {
  requireStep(context, 'signup-append', 'login-append');
  const { state } = context.process;
  state.client = mergeClientInformation(state.client, body.clientInformation);
  return { blockBody: await currentBlock(context) };
}

/** Stores the passkey; at sign-up the account is made in the same moment. */
export async function passkeyAppendFinish(
  context: AuthContext,
  body: RequestBody<'PasskeyAppendFinish'>,
): Promise<ProcessAnswer> {
  const step = requireStep(context, 'signup-append', 'login-append');
  const known = step.name === 'login-append' ? await processUser(context, step.userId) : undefined;
  const userHandle = step.name === 'signup-append' ? step.userHandle : known?.userHandle;
  const credential =
    userHandle &&
    (await acceptRegistration(context, {
      owner: context.process.id,
      userHandle,
      text: body.signedChallenge,
      field: 'signedChallenge',
    }));
  if (!credential) return { blockBody: await currentBlock(context, { block: invalidPasskey }) };
  const user = known ?? (await createAccount(context, userHandle));
  return 'blockBody' in user ? user : continueWithPasskey(context, user, credential);
}

async function continueWithPasskey(
  context: AuthContext,
  user: User,
  credential: RegisteredCredential,
): Promise<ProcessAnswer> {
  const { process, settings, store } = context;
  const stored = await store.credentials.create(newCredential(context, user.id, credential));
  const operation = appendOperation(context, user, credential);
  const { clientEnvHandle } = process.state.client;
  if (operation.ceremonyType === 'local' && clientEnvHandle !== undefined) {
    await store.credentials.recordDevice(stored.id, clientEnvHandle);
  }
  if (!settings.passkeyAppendedScreen) return completeProcess(context, user, operation);
  process.state.step = { name: 'appended', userId: user.id, operation };
  return { blockBody: await currentBlock(context) };
}

/**
 * Makes the account the sign-up form asked for, or answers the form again: between form and passkey
 * somebody else may have taken an identifier, or the settings may have changed.
 */
export async function createAccount(context: AuthContext, userHandle: string): Promise<User | ProcessAnswer> {
  const { process, settings, store } = context;
  const { values, errors } = await checkSignup(process.state.signup, settings, isTaken(context));
  if (hasErrors(errors)) {
    process.state.step = { name: 'init' };
    return { blockBody: await currentBlock(context, { signup: errors }) };
  }
  return store.users.create({ userHandle, ...values });
}

function appendOperation(
  { settings }: AuthContext,
  user: User,
  credential: RegisteredCredential,
): PasskeyOperation {
  return passkeyOperation(
    'append',
    primaryIdentifier(settings, user.identifiers),
    ceremonyType(credential.attachment, credential.transports),
    authenticatorDetails(credential.aaguid),
  );
}
