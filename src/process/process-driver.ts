import type { ProcessCommon, ProcessResponse } from '../api/types.js';
import type { CeremonyFailure } from '../webauthn/webauthn-outcome.js';
import type { ProcessAction } from './block-actions.js';
import type { ApiError } from '../api/api-error.js';
import type { acceptResponse } from './accept-response.js';
import type { BlockDataOf, ClientKnowledge, Step } from './step.js';

/** What an action led to. `Outcome` is what a process without a `completed` block ends with. */
export type DriverResult<Outcome = never> =
  | {
      readonly type: 'response';
      readonly response: ProcessResponse;
      readonly known: ClientKnowledge;
      /** Reads the answer: only the elements whose server speaks in blocks bring that along. */
      readonly accept: typeof acceptResponse;
      /** A new process took the place of the old one: nothing typed there is shown again. */
      readonly restarted?: boolean;
    }
  | { readonly type: 'step'; readonly step: Step; readonly common?: ProcessCommon }
  | { readonly type: 'ceremony'; readonly outcome: CeremonyFailure }
  /** The process has ended, with a last screen. */
  | { readonly type: 'ended'; readonly step: Step; readonly outcome: Outcome }
  /** The request failed and trying again means another action than the one performed. */
  | { readonly type: 'failed'; readonly error: ApiError; readonly retry: ProcessAction };

/** What came while a screen waited: something to do, or something to show. */
export type Attended<Outcome = never> =
  { readonly perform: ProcessAction } | { readonly show: DriverResult<Outcome> };

export interface DriverContext {
  readonly step: Step;
  /** Aborts when the action is cut off or the element leaves the page. */
  readonly signal: AbortSignal;
}

/** Knows which request or ceremony serves an action. Keeps no state between actions but handles and storage. */
export interface ProcessDriver<Outcome = never> {
  /** What a person should know before they leave a sign-up half way. */
  readonly leaving?: BlockDataOf<'client:leave-signup'> | undefined;
  /** First step: resumes the stored process, unless a fresh one is wanted, or opens one. Throws `ApiError`. */
  start(signal: AbortSignal, fresh: boolean): Promise<DriverResult<Outcome>>;
  /** Serves one action. Throws `ApiError`; ceremonies never throw. */
  perform(action: ProcessAction, context: DriverContext): Promise<DriverResult<Outcome>>;
  /** Loads what comes after the first screen, ahead of its use. Never rejects. */
  prepare?(): Promise<void>;
  /** Runs beside a step that waits for the person (autofill, an email link); resolves with what it led to, if anything. */
  attend?(context: DriverContext): Promise<Attended<Outcome> | undefined>;
}
