import type { LastIdentifier } from '../api/client-storage.js';
import type { AuthType, LoginIdentifierType, RequestError } from '../api/types.js';
import type { CeremonyFailure } from '../webauthn/webauthn-outcome.js';
import type { LoginInitData, PasskeyAppendData, PasskeyVerifyData, SignupInitData } from './block-data.js';
import type { Fields } from './fields.js';
import type { PasskeyRow } from './passkeys/passkey-row.js';

/** Data of each block type the kit knows; sites add their own types by declaration merging. */
export interface BlockDataMap {
  'signup-init': SignupInitData;
  'login-init': LoginInitData;
  'passkey-append': PasskeyAppendData;
  'passkey-append-after-hybrid': PasskeyAppendData;
  'passkey-verify': PasskeyVerifyData;
  'passkey-appended': Fields;
  'social-verify': Fields;
  'conditional-ui-completed': Fields;
  'email-verify': Fields;
  'phone-verify': Fields;
  'post-signup-email-verify': Fields;
  completed: CompletedData;
  'client:loading': Fields;
  'client:error': Fields;
  'client:expired': Fields;
  'client:unknown': Fields;
  'client:no-passkey-support': { readonly reason: 'unsupported' | 'not-secure' };
  'client:developer-error': { readonly message: string };
  /** A passkey was made for the account that there will not be; after a reload nobody knows. */
  'client:leave-signup': { readonly passkeyCreated?: boolean };
  'client:link-failed': Fields;
  'client:continue-elsewhere': { readonly reason: ContinueReason };
  'client:identifier': IdentifierData;
  'client:one-tap': OneTapData;
  'client:hybrid': { readonly identifierValue: string; readonly challenge: string };
  'client:soft-error': PasskeyFailureData;
  'client:hard-error': PasskeyFailureData;
  'client:second-factor': SecondFactorData;
  'client:append-offer': AppendOfferData;
  'client:append-done': AppendDoneData;
  'client:passkey-list': PasskeyListData;
  'client:handed-over': Fields;
}

/** The first screen of `<connect-login>` for who is known. */
export interface OneTapData {
  readonly identifierValue: string;
  /** The page says who it is: there is no other account to take. */
  readonly vouchedFor: boolean;
}

/** The first screen of `<connect-login>`: who wants to sign in? */
export interface IdentifierData {
  readonly identifierValue: string;
  /** Options for autofill; absent where there is none. */
  readonly conditionalUIChallenge?: string;
  /** Passkeys at hand can be looked for without a name. */
  readonly immediate: boolean;
  /** Why the person is still here. */
  readonly reason?: 'unknown-user' | 'no-passkey-here';
  /** The server's own words for it. */
  readonly message?: string;
}

/** A passkey prompt that came to nothing. */
export interface PasskeyFailureData {
  readonly identifierValue: string;
  readonly outcome: CeremonyFailure;
  /** Failures on this very screen. */
  readonly failures: number;
  /** Where the site helps people who cannot sign in. */
  readonly helpUrl?: string | undefined;
}

/** A person's passkeys, and what is being done with them. */
export interface PasskeyListData {
  readonly passkeys: readonly PasskeyRow[];
  /** Whether the server lets the person add one. */
  readonly canAdd: boolean;
  /** The passkey that is to be deleted, if the person says so once more: its `id`. */
  readonly asked?: string;
  /** What the last action led to. */
  readonly notice?: PasskeyListNotice;
}

export type PasskeyListNotice =
  | 'added'
  | 'deleted'
  /** This device has a passkey of the account already. */
  | 'exists'
  /** No passkey can be made here. */
  | 'unsupported'
  /** Not in this browser, but in another on the same device. */
  | 'restricted';

/** The offer of a passkey after a login of the site's own. */
export interface AppendOfferData {
  readonly variant: 'default' | 'after-hybrid' | 'after-error';
}

/** One more proof of who is signed in already. */
export interface SecondFactorData {
  /** The passkey is on another device. */
  readonly hybrid: boolean;
}

/** The end of an offer that was taken. */
export interface AppendDoneData {
  /** This device had a passkey already. */
  readonly existed: boolean;
  /** Name of what keeps the new one, `''` when unknown. */
  readonly authenticator: string;
  /** Its mark, a data URI. */
  readonly icon?: string;
}

/** Why the process goes on, or went on, somewhere else (schema `continueOnOtherDevice`). */
export type ContinueReason = 'email-link-verified' | 'process-already-completed';

/** Not from the wire: tokens go to the page alone. */
export interface CompletedData {
  /** The page has taken the session over and stays where it is. */
  readonly done: boolean;
  /** A second factor: who it is was known before. */
  readonly confirmed?: boolean;
}

export type BlockDataOf<Type extends string> = Type extends keyof BlockDataMap ? BlockDataMap[Type] : Fields;

/** What is on the screen: a block of the server or a `client:*` state. Immutable. */
export interface Step<Type extends string = string> {
  /** Identity of the screen: while it stays, its element and what was typed stay. */
  readonly key: string;
  readonly type: Type;
  readonly data: BlockDataOf<Type>;
  readonly authType: AuthType;
  readonly error?: RequestError;
  readonly alternatives: readonly Step[];
}

/** Typed before a process was lost; put into the empty fields of the next one. */
export interface TypedValues {
  readonly identifier?: string;
  readonly identifiers?: readonly { readonly type: LoginIdentifierType; readonly identifier: string }[];
  readonly fullName?: string;
}

/** What the client knows and the wire does not. */
export interface ClientKnowledge {
  readonly lastIdentifier?: LastIdentifier | undefined;
  readonly typed?: TypedValues;
  /** Unix milliseconds by the server's clock, where it is known. */
  readonly serverNow?: number | undefined;
  /** `false` where the browser cannot sign in with a passkey: no autofill, no button. */
  readonly passkeys?: boolean;
  /** `false` where the page keeps what became of offers from the server. */
  readonly reportsEvents?: boolean;
}

/** A step of the client's own. */
export function clientStep<Type extends `client:${string}`>(
  type: Type,
  data: BlockDataOf<Type>,
  from?: Step,
): Step<Type> {
  return {
    key: type,
    type,
    data,
    authType: from?.authType ?? 'login',
    alternatives: from?.alternatives ?? [],
  };
}

/** Narrows a step to one block type. */
export function isStep<Type extends string>(step: Step, type: Type): step is Step<Type> {
  return step.type === type;
}
