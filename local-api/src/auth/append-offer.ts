import type { PasskeyOperation } from '../contract.js';
import type { Settings } from '../settings/settings.js';
import type { AppendVariant, ClientEnvironment } from './process-state.js';

export interface SignInFacts {
  ceremonyType: PasskeyOperation['ceremonyType'];
  client: ClientEnvironment;
  /** Failed or cancelled ceremonies in this process before the one that worked. */
  loginErrors: number;
  optedOutAfterHybrid: boolean;
  optedOutAfterError: boolean;
  /** Unix seconds. */
  nowSeconds: number;
}

/** Whether, and in which words, one more passkey is offered after a sign-in. */
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
  if (facts.ceremonyType === 'cda') {
    return facts.optedOutAfterHybrid || facts.client.optOutAfterHybrid ? undefined : 'after-hybrid';
  }
  // A passkey that is on this device needs no second one beside it, however many tries it took.
  const hadTrouble = facts.ceremonyType === 'security-key' && facts.loginErrors > 0;
  return hadTrouble && !facts.optedOutAfterError ? 'after-error' : undefined;
}
