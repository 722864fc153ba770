import { acceptRegistration } from '../ceremonies/accept-registration.js';
import { storableCredential } from '../ceremonies/storable-credential.js';
import type { RequestBody } from '../contract.js';
import { defaultPolicy, silentCreationPolicy } from '../webauthn/policy.js';
import { processUser, type AuthContext, type ProcessAnswer } from './auth-context.js';
import { mergeClientInformation } from './client-environment.js';
import { continueSignup, continueWithPasskey } from './continue-signup.js';
import { currentBlock } from './current-block.js';
import { invalidPasskey } from './passkey-errors.js';
import { requireStep } from './require-step.js';

export async function passkeyAppendStart(
  context: AuthContext,
  body: RequestBody<'PasskeyAppendStart'>,
): Promise<ProcessAnswer> {
  requireStep(context, 'signup-append', 'login-append');
  const { state } = context.process;
  state.client = mergeClientInformation(state.client, body.clientInformation);
  return { blockBody: await currentBlock(context) };
}

/** Stores the passkey; at sign-up it is kept until the account can be made. */
export async function passkeyAppendFinish(
  context: AuthContext,
  body: RequestBody<'PasskeyAppendFinish'>,
): Promise<ProcessAnswer> {
  const step = requireStep(context, 'signup-append', 'login-append');
  const user = step.name === 'login-append' ? await processUser(context, step.signIn.userId) : undefined;
  // A page may try without a prompt beside the offer that follows a code or link.
  const afterCode = step.name === 'login-append' && step.signIn.method === 'code';
  const userHandle = step.name === 'signup-append' ? step.userHandle : user?.userHandle;
  const credential =
    userHandle &&
    (await acceptRegistration(context, {
      owner: context.process.id,
      userHandle,
      text: body.signedChallenge,
      field: 'signedChallenge',
      policy: afterCode ? silentCreationPolicy : defaultPolicy,
    }));
  if (!credential) return { blockBody: await currentBlock(context, { block: invalidPasskey }) };
  if (user) return continueWithPasskey(context, user, credential);
  return continueSignup(context, { userHandle, verified: [], credential: storableCredential(credential) });
}
