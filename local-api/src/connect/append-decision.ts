import { appendOffer, type SignInFacts } from '../auth/append-offer.js';
import type { Schemas } from '../contract.js';
import type { Settings } from '../settings/settings.js';
import { canCreatePasskey } from './connect-client.js';
import type { ConnectClient } from './connect-state.js';

export interface AppendFacts extends SignInFacts {
  client: ConnectClient;
  /** The person asked for it, in the list of their passkeys. */
  isForced: boolean;
  isIdentifierAllowed: boolean;
  isRestrictedBrowser: boolean;
}

export type AppendDecision = Pick<
  Schemas['connectAppendStartRsp'],
  'variant' | 'autoAppend' | 'conditionalAppend'
>;

type AppendSettings = Pick<
  Settings,
  'connectAppend' | 'connectAutoAppend' | 'connectConditionalAppend' | 'passkeyAppendIntervalSeconds'
>;

/** Whether, in which words and how pushing a passkey is offered after a login of the site's own; nothing: it is not. */
export function appendDecision(settings: AppendSettings, facts: AppendFacts): AppendDecision | undefined {
  const { client, isForced } = facts;
  if (!facts.isIdentifierAllowed || facts.isRestrictedBrowser || !canCreatePasskey(client)) return undefined;
  if (isForced) return { variant: 'default', autoAppend: false, conditionalAppend: false };
  const offered = appendOffer(
    {
      passkeyAppendAfterLogin: settings.connectAppend,
      passkeyAppendIntervalSeconds: settings.passkeyAppendIntervalSeconds,
    },
    facts,
  );
  if (!offered) return undefined;
  // Connect has no words of its own for somebody whose passkeys are all elsewhere.
  const variant = offered === 'after-no-credential' ? 'default' : offered;
  return {
    variant,
    autoAppend: settings.connectAutoAppend,
    // Made after a password that was filled in; not after another passkey.
    conditionalAppend:
      settings.connectConditionalAppend && facts.method === 'code' && client.conditionalCreate === true,
  };
}
