import type { LastIdentifier } from '../api/client-storage.js';
import type { ApiError } from '../api/api-error.js';
import type { AuthType, BlockBody, ProcessCommon, ProcessResponse, RequestError } from '../api/types.js';
import type { CeremonyFailure } from '../webauthn/webauthn-outcome.js';
import type { ActionType, ProcessAction } from './block-actions.js';
import {
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
  'passkey-verify': PasskeyVerifyData;
  'passkey-appended': Fields;
  completed: Fields;
  'client:loading': Fields;
  'client:error': Fields;
  'client:expired': Fields;
  'client:unknown': Fields;
  'client:no-passkey-support': { readonly reason: 'unsupported' | 'not-secure' };
  'client:developer-error': { readonly message: string };
  'client:leave-signup': Fields;
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

/** Why the last action did not lead on. */
export type Problem =
  | { readonly kind: 'request'; readonly error: ApiError; readonly action: ProcessAction | undefined }
  | {
      readonly kind: 'ceremony';
      readonly outcome: CeremonyFailure;
      /** Failures in a row on this screen, 1 for the first. */
      readonly attempt: number;
    }
  | { readonly kind: 'completion' };

export type ProcessStatus = 'idle' | 'loading' | 'ready' | 'busy' | 'completed';

/** The one state of a process; a new object for every change. */
export interface ProcessState {
  readonly status: ProcessStatus;
  readonly step: Step;
  readonly common: ProcessCommon | undefined;
  /** The action under way. */
  readonly pending: ActionType | undefined;
  readonly problem: Problem | undefined;
  /** Whether a person's action led here (focus moves) or not (it does not). */
  readonly byPerson: boolean;
  /** Counts the processes of this element, so that screens of an old one are not kept. */
  readonly generation: number;
}

/** What the client knows and the wire does not. */
export interface ClientKnowledge {
  readonly lastIdentifier?: LastIdentifier | undefined;
  /** Typed before, put into empty identifier fields. */
  readonly identifier?: string | undefined;
  /** `false` where the browser cannot sign in with a passkey: no autofill, no button. */
  readonly passkeys?: boolean;
}

type DataReader = (fields: Fields, known: ClientKnowledge) => Fields;

const DATA_READERS: ReadonlyMap<string, DataReader> = new Map<string, DataReader>([
  ['signup-init', (fields) => ({ ...readSignupInit(fields) })],
  ['login-init', (fields, known) => ({ ...loginInit(readLoginInit(fields), known) })],
  ['passkey-append', (fields) => ({ ...readPasskeyAppend(fields) })],
  ['passkey-verify', (fields) => ({ ...readPasskeyVerify(fields) })],
  // Tokens go to the page by `cbo-complete` alone, never to a screen.
  ['completed', () => ({})],
]);

function loginInit(data: LoginInitData, known: ClientKnowledge): LoginInitData {
  const { conditionalUIChallenge, ...others } = data;
  return {
    ...(known.passkeys === false || !conditionalUIChallenge ? others : data),
    identifierValue: data.identifierValue || (known.identifier ?? ''),
    ...(known.lastIdentifier ? { lastIdentifier: known.lastIdentifier } : {}),
  };
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

export const INITIAL_STATE: ProcessState = {
  status: 'idle',
  step: clientStep('client:loading', {}),
  common: undefined,
  pending: undefined,
  problem: undefined,
  byPerson: false,
  generation: 0,
};

/** Narrows a step to one block type. */
export function isStep<Type extends string>(step: Step, type: Type): step is Step<Type> {
  return step.type === type;
}

/** A block of the wire as a step; unknown types keep their data, broken alternatives are left out. */
export function toStep(body: BlockBody, generation: number, known: ClientKnowledge = {}): Step {
  const fields: Fields = isFields(body.data) ? body.data : {};
  const read = DATA_READERS.get(body.block);
  const error = requestError(body.error);
  return {
    key: `${generation}:${body.block}`,
    type: body.block,
    data: read ? read(fields, known) : fields,
    authType: body.authType === 'signup' ? 'signup' : 'login',
    ...(error ? { error } : {}),
    alternatives: (body.alternatives ?? [])
      .filter((alternative) => isFields(alternative) && typeof alternative.block === 'string')
      .map((alternative) => toStep(alternative, generation, known)),
  };
}

/** The state after an answer of the server. */
export function acceptResponse(
  state: ProcessState,
  response: ProcessResponse,
  known: ClientKnowledge & { readonly byPerson: boolean },
): ProcessState {
  const generation = response.newProcess ? state.generation + 1 : state.generation;
  const step = toStep(response.blockBody, generation, known);
  return {
    status: step.type === 'completed' ? 'completed' : 'ready',
    step,
    common: response.common,
    pending: undefined,
    problem: undefined,
    byPerson: known.byPerson,
    generation,
  };
}

/** The state after switching to another step without asking the server. */
export function showStep(state: ProcessState, step: Step, byPerson: boolean): ProcessState {
  return { ...state, status: 'ready', step, pending: undefined, problem: undefined, byPerson };
}

/** The state while an action runs; the screen stays. */
export function beginAction(state: ProcessState, action: ActionType): ProcessState {
  return { ...state, status: 'busy', pending: action };
}

/** The state after a ceremony that ended without a credential. Silent outcomes leave no problem behind. */
export function ceremonyEnded(state: ProcessState, outcome: CeremonyFailure): ProcessState {
  const ready: ProcessState = { ...state, status: 'ready', pending: undefined, byPerson: true };
  if (outcome === 'aborted') return ready;
  const attempt = state.problem?.kind === 'ceremony' ? state.problem.attempt + 1 : 1;
  return { ...ready, problem: { kind: 'ceremony', outcome, attempt } };
}

/** The state after a request failed: the screen stays, `client:error` where there is none yet. */
export function requestFailed(
  state: ProcessState,
  error: ApiError,
  action: ProcessAction | undefined,
): ProcessState {
  const problem: Problem = { kind: 'request', error, action };
  const nothingShown = isStep(state.step, 'client:loading');
  return {
    ...state,
    status: 'ready',
    step: nothingShown ? clientStep('client:error', {}) : state.step,
    pending: undefined,
    problem,
    byPerson: action !== undefined,
  };
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
