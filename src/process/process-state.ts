import type { ApiError } from '../api/api-error.js';
import type { ProcessCommon } from '../api/types.js';
import type { CeremonyFailure } from '../webauthn/webauthn-outcome.js';
import type { ActionType, ProcessAction } from './block-actions.js';
import { clientStep, isStep, type Step } from './step.js';

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

export const INITIAL_STATE: ProcessState = {
  status: 'idle',
  step: clientStep('client:loading', {}),
  common: undefined,
  pending: undefined,
  problem: undefined,
  byPerson: false,
  generation: 0,
};

/** The state after switching to another step without asking the server. */
export function showStep(state: ProcessState, step: Step, byPerson: boolean): ProcessState {
  return { ...state, status: 'ready', step, pending: undefined, problem: undefined, byPerson };
}

/** The state of a process that has ended without a block of the server. */
export function endWith(state: ProcessState, step: Step, byPerson: boolean): ProcessState {
  return { ...showStep(state, step, byPerson), status: 'completed' };
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

/** The state of a completed process while, and after, the page takes the session over. */
export function completionProgress(
  state: ProcessState,
  progress: 'pending' | 'done' | 'failed',
): ProcessState {
  const step = { ...state.step, data: { ...state.step.data, done: progress === 'done' } };
  return { ...state, step, problem: progress === 'failed' ? { kind: 'completion' } : undefined };
}
