import type { Settings } from '../settings/settings.js';
import type { AppendVariant, ClientEnvironment, SignInMethod } from './process-state.js';

export interface SignInFacts {
  method: SignInMethod;
  /** The account has a passkey for this site, wherever it is. */
  hasPasskey: boolean;
  client: ClientEnvironment;
  /** Failed or cancelled ceremonies in this process before what worked. */
  loginErrors: number;
  /** The page found that this device has no passkey of the account. */
  noCredentials: boolean;
  optedOutAfterHybrid: boolean;
  optedOutAfterError: boolean;
  /** Unix seconds. */
  nowSeconds: number;
}

/** Whether, and in which words, a passkey is offered after a sign-in. */
export function appendOffer(
  settings: Pick<Settings, 'passkeyAppendAfterLogin' | 'passkeyAppendIntervalSeconds'>,
  facts: SignInFacts,
): AppendVariant | undefined {
  if (settings.passkeyAppendAfterLogin === 'off') return undefined;
  const variant = usefulVariant(facts);
  if (settings.passkeyAppendAfterLogin === 'always') return variant ?? 'default';
  const shown = facts.client.passkeyAppendShown;
  // Some clients shift the time of the last offer by their zone, so it may lie ahead of the clock.
  const recently =
    shown !== undefined && Math.abs(facts.nowSeconds - shown) < settings.passkeyAppendIntervalSeconds;
  return recently || facts.client.platformAuthenticator !== true ? undefined : variant;
}

function usefulVariant(facts: SignInFacts): AppendVariant | undefined {
  if (!facts.hasPasskey) return 'default';
  const afterError = facts.loginErrors > 0 && !facts.optedOutAfterError ? 'after-error' : undefined;
  switch (facts.method) {
    case 'cda':
      return facts.optedOutAfterHybrid || facts.client.optOutAfterHybrid ? undefined : 'after-hybrid';
    case 'security-key':
      return afterError;
    case 'code':
      return facts.noCredentials ? 'after-no-credential' : afterError;
    // A passkey that is on this device needs no second one beside it, however many tries it took.
    case 'local':
    case 'social':
      return undefined;
  }
}
