import type { ProcessCommon, ProcessResponse } from '../api/types.js';
import type { CeremonyFailure } from '../webauthn/webauthn-outcome.js';
import type { ProcessAction } from './block-actions.js';
import type { ApiError } from '../api/api-error.js';
import type { ClientKnowledge, Step } from './step.js';

/** What an action led to. */
export type DriverResult =
  | {
      readonly type: 'response';
      readonly response: ProcessResponse;
      readonly known: ClientKnowledge;
      /** A new process took the place of the old one: nothing typed there is shown again. */
      readonly restarted?: boolean;
    }
  | { readonly type: 'step'; readonly step: Step; readonly common?: ProcessCommon }
  | { readonly type: 'ceremony'; readonly outcome: CeremonyFailure }
  /** The request failed and trying again means another action than the one performed. */
  | { readonly type: 'failed'; readonly error: ApiError; readonly retry: ProcessAction };

/** What came while a screen waited: something to do, or something to show. */
export type Attended = { readonly perform: ProcessAction } | { readonly show: DriverResult };

export interface DriverContext {
  readonly step: Step;
  /** Aborts when the action is cut off or the element leaves the page. */
  readonly signal: AbortSignal;
}

/** Knows which request or ceremony serves an action. Keeps no state between actions but handles and storage. */
export interface ProcessDriver {
  /** First step: resumes the stored process, unless a fresh one is wanted, or opens one. Throws `ApiError`. */
  start(signal: AbortSignal, fresh: boolean): Promise<DriverResult>;
  /** Serves one action. Throws `ApiError`; ceremonies never throw. */
  perform(action: ProcessAction, context: DriverContext): Promise<DriverResult>;
  /** Loads what comes after the first screen, ahead of its use. Never rejects. */
  prepare?(): Promise<void>;
  /** Runs beside a step that waits for the person (autofill, an email link); resolves with what it led to, if anything. */
  attend?(context: DriverContext): Promise<Attended | undefined>;
}
