import type { LoginIdentifier } from '../contract.js';
import { processUser, type AuthContext } from './auth-context.js';
import type { ProcessStep, VerificationTarget } from './process-state.js';
import { fallbacks } from './verification-policy.js';

export type VerifiableStep = Exclude<
  ProcessStep,
  { name: 'init' | 'signup-terms' | 'login-append' | 'appended' }
>;

/** The identifiers codes may be sent to at a step; the one in use first. */
export async function verificationTargets(
  context: AuthContext,
  step: VerifiableStep,
): Promise<VerificationTarget[]> {
  const { settings } = context;
  switch (step.name) {
    case 'signup-append':
      return fallbacks(settings, signupIdentifiers(context));
    case 'signup-verify': {
      // Where all of them must be proved, none of them stands in for another.
      const isChoice = settings.verification !== 'at-signup' && step.draft.credential === undefined;
      return withPresent(step.target, isChoice ? fallbacks(settings, signupIdentifiers(context)) : []);
    }
    case 'verify':
      return loginFallbacks(context, step.userId, step.identifier);
    case 'login-verify':
      return withPresent(step.target, await loginFallbacks(context, step.userId, step.identifier));
    case 'post-login-verify':
      return [step.target];
  }
}

/** What can stand in for the passkey of an account; the identifier the person has named first. */
export async function loginFallbacks(
  context: AuthContext,
  userId: string,
  named: LoginIdentifier,
): Promise<VerificationTarget[]> {
  const { identifiers } = await processUser(context, userId);
  const targets = fallbacks(context.settings, identifiers);
  const isNamed = ({ type }: VerificationTarget) => type === named.type;
  return [...targets.filter(isNamed), ...targets.filter((target) => !isNamed(target))];
}

export function signupIdentifiers({ process }: AuthContext) {
  return process.state.signup.identifiers.map(({ type, identifier: value }) => ({ type, value }));
}

function withPresent(present: VerificationTarget, targets: VerificationTarget[]): VerificationTarget[] {
  return [
    present,
    ...targets.filter(({ type, method }) => type !== present.type || method !== present.method),
  ];
}
