import { boolean, isRecord, oneOf, wholeNumber, type Check } from './checks.js';

export interface IdentifierRule {
  /** An identifier, in which `*` stands for any text: `*@example.com`. */
  pattern: string;
  allowed: boolean;
}

/** What a project owner decides about Connect. */
export interface ConnectSettings {
  /** Share of devices passkeys are offered to; a device stays on its side while the number does not change. */
  connectRolloutPercentage: number;
  /** Each of them lifts the rollout gate, not the rules. */
  connectInvitationTokens: string[];
  /** People in or out, whatever their device: the first rule that fits decides, where none fits they are in. */
  connectIdentifierRules: IdentifierRule[];
  connectLogin: boolean;
  /** When a passkey is offered after a login of the site's own; as `passkeyAppendAfterLogin`. */
  connectAppend: 'off' | 'when-useful' | 'always';
  connectManage: boolean;
  /**
   * The answer about a person Connect does not know: fall back silently, say so at the field, or HTTP 404 (which also
   * answers a passkey that is not known).
   */
  connectUnknownUser: 'no_cbo_user' | 'user_not_found' | 'http-404';
  /** The page starts creating a passkey by itself. */
  connectAutoAppend: boolean;
  /** The page tries to create a passkey without a prompt first, in browsers that can. */
  connectConditionalAppend: boolean;
  /** How long an offered passkey can be created (`expiresMs`). */
  connectAppendLifetimeSeconds: number;
  /** Flags for the page; they win over those that follow from other settings. */
  connectFlags: Record<string, string>;
}

export const defaultConnectSettings: ConnectSettings = {
  connectRolloutPercentage: 100,
  connectInvitationTokens: [],
  connectIdentifierRules: [],
  connectLogin: true,
  connectAppend: 'when-useful',
  connectManage: true,
  connectUnknownUser: 'no_cbo_user',
  connectAutoAppend: false,
  connectConditionalAppend: false,
  connectAppendLifetimeSeconds: 300,
  connectFlags: {},
};

export const connectChecks: Record<keyof ConnectSettings, Check> = {
  connectRolloutPercentage: wholeNumber(0, 100),
  connectInvitationTokens: (value) =>
    Array.isArray(value) && value.every(isFilled) ? undefined : 'must be a list of texts that are not empty',
  connectIdentifierRules: (value) =>
    Array.isArray(value) && value.every(isIdentifierRule)
      ? undefined
      : 'must be a list of { pattern, allowed } with a text and true or false',
  connectLogin: boolean,
  connectAppend: oneOf('off', 'when-useful', 'always'),
  connectManage: boolean,
  connectUnknownUser: oneOf('no_cbo_user', 'user_not_found', 'http-404'),
  connectAutoAppend: boolean,
  connectConditionalAppend: boolean,
  connectAppendLifetimeSeconds: wholeNumber(1, 3600),
  connectFlags: (value) =>
    isRecord(value) && Object.values(value).every((flag) => typeof flag === 'string')
      ? undefined
      : 'must be an object of texts, such as { "event-low": "false" }',
};

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isIdentifierRule(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.keys(value).length === 2 &&
    isFilled(value['pattern']) &&
    typeof value['allowed'] === 'boolean'
  );
}
