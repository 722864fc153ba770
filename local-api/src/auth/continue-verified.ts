import { processNotAvailable } from '../http/api-error.js';
import { processUser, type AuthContext, type ProcessAnswer } from './auth-context.js';
import { continueSignIn } from './continue-sign-in.js';
import { continueSignup } from './continue-signup.js';
import type { VerificationTarget } from './process-state.js';
import type { VerificationStep } from './send-code.js';

/** Goes on once an identifier is proved. */
export async function continueVerified(context: AuthContext, step: VerificationStep): Promise<ProcessAnswer> {
  switch (step.name) {
    case 'signup-verify': {
      const verified = [...step.draft.verified, step.target.type];
      return continueSignup(context, { ...step.draft, verified });
    }
    case 'login-verify': {
      const { userId, identifier, target } = step;
      await markVerified(context, userId, target);
      return continueSignIn(context, { userId, identifier, method: 'code' });
    }
    case 'post-login-verify':
      await markVerified(context, step.signIn.userId, step.target);
      return continueSignIn(context, step.signIn);
  }
}

/** @throws {ApiError} `process_not_available` when the account has changed hands or identifier meanwhile */
async function markVerified(
  context: AuthContext,
  userId: string,
  { type, identifier }: VerificationTarget,
): Promise<void> {
  const { identifiers } = await processUser(context, userId);
  if (!identifiers.some((own) => own.type === type && own.value === identifier)) throw processNotAvailable();
  await context.store.users.markVerified(userId, type, identifier);
}
