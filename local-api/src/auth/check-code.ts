import type { RequestError } from '../contract.js';
import { isSameCode } from '../verification/code-hash.js';
import type { AuthContext } from './auth-context.js';
import { codeBinding, MAX_TRIES, type VerificationStep } from './send-code.js';
import { invalidSolution, tooManyAttempts } from './verification-errors.js';

/**
 * Tries a code or link token against every one that may still be used. A wrong one counts against all of
 * them; a right one takes them all out of use.
 * @returns what is wrong, nothing when the code is right
 */
export async function checkCode(
  context: AuthContext,
  step: VerificationStep,
  code: string,
): Promise<RequestError | undefined> {
  const { store, now, process } = context;
  const codes = await store.verificationCodes.list(codeBinding(context, step));
  const unused = codes.filter(({ usedAt, expiresAt }) => usedAt === undefined && expiresAt > now);
  const live = unused.filter(({ tries }) => tries < MAX_TRIES);
  if (live.some((sent) => isSameCode(code, sent))) {
    await store.verificationCodes.void(process.id, step.target.identifier);
    return undefined;
  }
  for (const { id } of live) await store.verificationCodes.countTry(id);
  const isUsedUp = unused.length > 0 && live.every(({ tries }) => tries + 1 >= MAX_TRIES);
  return isUsedUp ? tooManyAttempts : invalidSolution(step.target.method);
}
