import type { User } from '../database/users.js';
import { appendOffer } from './append-offer.js';
import { processUser, type AuthContext, type ProcessAnswer } from './auth-context.js';
import { completeProcess } from './complete-process.js';
import { currentBlock } from './current-block.js';
import type { SignIn } from './process-state.js';
import { startVerification } from './start-verification.js';
import { missingAfterLogin } from './verification-policy.js';

/** What comes between proof of identity and session: identifiers still to be proved, then the offer of a passkey. */
export async function continueSignIn(context: AuthContext, signIn: SignIn): Promise<ProcessAnswer> {
  const user = await processUser(context, signIn.userId);
  const [target] = missingAfterLogin(context.settings, user.identifiers);
  if (target) return startVerification(context, { name: 'post-login-verify', target, signIn });
  return offerPasskey(context, user, signIn);
}

/** Offers a passkey where one would be of use, else completes. */
export async function offerPasskey(context: AuthContext, user: User, signIn: SignIn): Promise<ProcessAnswer> {
  const { process, settings, store, rpId, now } = context;
  const { client, loginErrors, noCredentials } = process.state;
  const variant = appendOffer(settings, {
    method: signIn.method,
    hasPasskey: (await store.credentials.listUsable(user.id, rpId)).length > 0,
    client,
    loginErrors,
    noCredentials,
    optedOutAfterHybrid: await store.events.hasOptedOut(user.id, 'after-hybrid'),
    optedOutAfterError: await store.events.hasOptedOut(user.id, 'after-error'),
    nowSeconds: Math.floor(now / 1000),
  });
  if (!variant) return completeProcess(context, user, outcomeOf(signIn));
  process.state.step = { name: 'login-append', signIn, variant };
  return { blockBody: await currentBlock(context) };
}

/** What completing reports of a sign-in. */
export function outcomeOf({ operation, identifier }: SignIn) {
  return { operation, identifier: identifier.identifier };
}
