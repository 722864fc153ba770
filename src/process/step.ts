import type { LastIdentifier } from '../api/client-storage.js';
import type { AuthType, BlockBody, LoginIdentifierType, RequestError } from '../api/types.js';
import type { CeremonyFailure } from '../webauthn/webauthn-outcome.js';
import {
  dataOf,
  isFields,
  readLoginInit,
  readPasskeyAppend,
  readPasskeyVerify,
  readSignupInit,
  requestError,
  type Fields,
  type LoginInitData,
  type PasskeyAppendData,
  type PasskeyVerifyData,
  type SignupInitData,
} from './block-data.js';

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
  'client:leave-signup': Fields;
  'client:link-failed': Fields;
  'client:continue-elsewhere': { readonly reason: ContinueReason };
  'client:identifier': IdentifierData;
  'client:one-tap': OneTapData;
  'client:hybrid': { readonly identifierValue: string; readonly challenge: string };
  'client:soft-error': PasskeyFailureData;
  'client:hard-error': PasskeyFailureData;
  'client:second-factor': Fields;
  'client:append-offer': AppendOfferData;
  'client:append-done': AppendDoneData;
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

/** The offer of a passkey after a login of the site's own. */
export interface AppendOfferData {
  readonly variant: 'default' | 'after-hybrid' | 'after-error';
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

type DataReader = (fields: Fields, known: ClientKnowledge) => Fields;

const DATA_READERS: ReadonlyMap<string, DataReader> = new Map<string, DataReader>([
  ['signup-init', (fields, known) => ({ ...signupInit(readSignupInit(fields), known) })],
  ['login-init', (fields, known) => ({ ...loginInit(readLoginInit(fields), known) })],
  ['passkey-append', (fields, known) => ({ ...passkeyAppend(readPasskeyAppend(fields), known) })],
  [
    'passkey-append-after-hybrid',
    (fields, known) => ({
      ...passkeyAppend(readPasskeyAppend({ ...fields, variant: 'after-hybrid' }), known),
    }),
  ],
  ['passkey-verify', (fields) => ({ ...readPasskeyVerify(fields) })],
  // Tokens go to the page by `cbo-complete` alone, never to a screen.
  ['completed', () => ({ done: false })],
]);

function signupInit(data: SignupInitData, { typed = {} }: ClientKnowledge): SignupInitData {
  const before = (wanted: LoginIdentifierType) =>
    typed.identifiers?.find(({ type }) => type === wanted)?.identifier ?? '';
  const { fullName } = data;
  return {
    ...data,
    identifiers: data.identifiers.map((field) => ({
      ...field,
      identifier: field.identifier || before(field.type),
    })),
    ...(fullName ? { fullName: { ...fullName, fullName: fullName.fullName || (typed.fullName ?? '') } } : {}),
  };
}

function lastTyped({ identifier, identifiers = [] }: TypedValues = {}): string {
  return identifier ?? identifiers.find((field) => field.identifier !== '')?.identifier ?? '';
}

function loginInit(data: LoginInitData, known: ClientKnowledge): LoginInitData {
  const { conditionalUIChallenge, ...others } = data;
  return {
    ...(known.passkeys === false || !conditionalUIChallenge ? others : data),
    identifierValue: data.identifierValue || lastTyped(known.typed),
    ...(known.lastIdentifier ? { lastIdentifier: known.lastIdentifier } : {}),
  };
}

/** The browser remembers the wish after a sign-in with another device; the one after an error only the server can. */
function passkeyAppend(data: PasskeyAppendData, { reportsEvents }: ClientKnowledge): PasskeyAppendData {
  const { variant } = data;
  const canOptOut = variant === 'after-hybrid' || (variant === 'after-error' && reportsEvents !== false);
  return { ...data, canOptOut };
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

/** A block of the wire as a step; unknown types keep their data, broken alternatives are left out. */
export function toStep(body: BlockBody, generation: number, known: ClientKnowledge = {}): Step {
  const elsewhere = continuesElsewhere(body);
  if (elsewhere) return elsewhere;
  const fields = dataOf(body);
  const read = DATA_READERS.get(body.block);
  const error = requestError(body.error);
  return {
    key: `${generation}:${body.block}`,
    type: body.block,
    data: read ? read(fields, known) : withResendTime(fields, known),
    authType: body.authType === 'signup' ? 'signup' : 'login',
    ...(error ? { error } : {}),
    alternatives: alternativesOf(body).map((alternative) => toStep(alternative, generation, known)),
  };
}

/** `continueOnOtherDevice` wins over the block it comes with (behaviour.md 7.2). */
function continuesElsewhere({ continueOnOtherDevice }: BlockBody): Step | undefined {
  if (!isFields(continueOnOtherDevice)) return undefined;
  const done = continueOnOtherDevice['reason'] === 'process-already-completed';
  return clientStep('client:continue-elsewhere', {
    reason: done ? 'process-already-completed' : 'email-link-verified',
  });
}

/** Longest pause between two codes that a person is made to wait, whatever clocks say. */
const MAX_RESEND_MS = 10 * 60_000;

/** `retryNotBefore` (unix seconds) as the time from now, by the server's clock where it is known. */
function withResendTime(fields: Fields, { serverNow = Date.now() }: ClientKnowledge): Fields {
  const notBefore = fields['retryNotBefore'];
  if (typeof notBefore !== 'number') return fields;
  const resendInMs = Math.min(MAX_RESEND_MS, Math.max(0, notBefore * 1000 - serverNow));
  return { ...fields, resendInMs };
}

/** One of each type, and none of the block's own: a type stands for one way on. */
function alternativesOf({ block, alternatives }: BlockBody): BlockBody[] {
  const byType = new Map<string, BlockBody>();
  for (const alternative of Array.isArray(alternatives) ? alternatives : [])
    if (isFields(alternative) && typeof alternative.block === 'string' && !byType.has(alternative.block))
      byType.set(alternative.block, alternative);
  byType.delete(block);
  return [...byType.values()];
}

/** Swaps the step for one of its own alternatives; each stays an alternative of the other. */
export function switchTo(step: Step, type: string): Step | undefined {
  const target = step.alternatives.find((alternative) => alternative.type === type);
  if (!target) return undefined;
  const { alternatives: own, ...rest } = step;
  const back: Step = { ...rest, alternatives: [] };
  const others = own.filter((alternative) => alternative !== target);
  return { ...target, alternatives: [back, ...others] };
}
