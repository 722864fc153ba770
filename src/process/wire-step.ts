import type { BlockBody, LoginIdentifierType } from '../api/types.js';
import {
  readLoginInit,
  readPasskeyAppend,
  readPasskeyVerify,
  readSignupInit,
  type LoginInitData,
  type PasskeyAppendData,
  type SignupInitData,
} from './block-data.js';
import { dataOf, isFields, requestError, type Fields } from './fields.js';
import { clientStep, type ClientKnowledge, type Step, type TypedValues } from './step.js';

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
