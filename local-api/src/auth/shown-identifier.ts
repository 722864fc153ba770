import type { LoginIdentifier } from '../contract.js';
import { maskIdentifier } from '../identifiers/mask-identifier.js';
import type { Settings } from '../settings/settings.js';
import type { AuthContext } from './auth-context.js';
import type { ProcessStep, VerificationTarget } from './process-state.js';

/** The identifier a step sends codes to, as the person may see it. */
export function shownIdentifier(
  { settings }: Pick<AuthContext, 'settings'>,
  step: Extract<ProcessStep, { target: VerificationTarget }>,
): string {
  switch (step.name) {
    case 'signup-verify':
      return step.target.identifier;
    case 'login-verify':
      return shownTarget(settings, step.target, step.identifier);
    case 'post-login-verify':
      return shownTarget(settings, step.target, step.signIn.identifier);
  }
}

/** In full only where it is the one the person has named. */
export function shownTarget(
  { obfuscate }: Pick<Settings, 'obfuscate'>,
  { type, identifier }: VerificationTarget,
  named: LoginIdentifier | undefined,
): string {
  const isNamed = named === undefined || (named.type === type && named.identifier === identifier);
  return isNamed || !obfuscate ? identifier : maskIdentifier(type, identifier);
}
