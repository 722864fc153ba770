import { newCredential } from '../ceremonies/accept-registration.js';
import { credentialOf } from '../ceremonies/storable-credential.js';
import type { PasskeyOperation } from '../contract.js';
import type { User } from '../database/users.js';
import { checkSignup, hasErrors } from '../identifiers/signup-form.js';
import { authenticatorDetails } from '../webauthn/authenticators.js';
import { ceremonyType } from '../webauthn/ceremony-type.js';
import type { RegisteredCredential } from '../webauthn/verify-registration.js';
import { primaryIdentifier, type AuthContext, type ProcessAnswer } from './auth-context.js';
import { completeProcess, passkeyOperation } from './complete-process.js';
import { offerPasskey } from './continue-sign-in.js';
import { currentBlock } from './current-block.js';
import { invalidPasskey } from './passkey-errors.js';
import type { SignupDraft } from './process-state.js';
import { isTaken } from './is-taken.js';
import { startVerification } from './start-verification.js';
import { missingAtSignup } from './verification-policy.js';
import { signupIdentifiers } from './verification-targets.js';

/** Asks for the next proof a sign-up needs, then for the project's own block; when nothing is missing, makes the account. */
export async function continueSignup(context: AuthContext, draft: SignupDraft): Promise<ProcessAnswer> {
  const [target] = missingAtSignup(context.settings, signupIdentifiers(context), draft.verified);
  if (target) return startVerification(context, { name: 'signup-verify', target, draft });
  if (context.settings.ownBlock === 'terms-of-service' && draft.acceptedTerms === undefined) {
    context.process.state.step = { name: 'signup-terms', draft };
    return { blockBody: await currentBlock(context) };
  }
  return finishSignup(context, draft);
}

async function finishSignup(context: AuthContext, draft: SignupDraft): Promise<ProcessAnswer> {
  const { process, settings, store } = context;
  const credential = draft.credential === undefined ? undefined : credentialOf(draft.credential);
  if (credential && (await store.credentials.findByCredentialId(credential.id))) {
    process.state.step = { name: 'signup-append', userHandle: draft.userHandle };
    return { blockBody: await currentBlock(context, { block: invalidPasskey }) };
  }
  const user = await createAccount(context, draft);
  if ('blockBody' in user) return user;
  if (draft.social) await store.socialAccounts.link(user.id, draft.social);
  if (credential) return continueWithPasskey(context, user, credential);
  const identifier = primaryIdentifier(settings, user.identifiers);
  if (draft.social) return offerPasskey(context, user, { userId: user.id, identifier, method: 'social' });
  return completeProcess(context, user, { identifier: identifier.identifier });
}

/** Stores a new passkey of an account and goes on. */
export async function continueWithPasskey(
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
  if (!settings.passkeyAppendedScreen) return completeProcess(context, user, { operation });
  process.state.step = { name: 'appended', userId: user.id, operation };
  return { blockBody: await currentBlock(context) };
}

/**
 * Makes the account the sign-up form asked for, or answers the form again: between form and passkey
 * somebody else may have taken an identifier, or the settings may have changed.
 */
async function createAccount(
  context: AuthContext,
  { userHandle, verified }: SignupDraft,
): Promise<User | ProcessAnswer> {
  const { process, settings, store } = context;
  const { values, errors } = await checkSignup(process.state.signup, settings, isTaken(context));
  if (hasErrors(errors)) {
    process.state.step = { name: 'init' };
    return { blockBody: await currentBlock(context, { signup: errors }) };
  }
  return store.users.create({ userHandle, verified, ...values });
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
