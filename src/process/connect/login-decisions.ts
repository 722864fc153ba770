import type { ApiError } from '../../api/api-error.js';
import type { ConnectLoginStartRsp, FallbackOperationError } from '../../api/types.js';
import type { CeremonyFailure } from '../../webauthn/webauthn-outcome.js';
import { text } from '../fields.js';
import { clientStep, isStep, type PasskeyFailureData, type Step } from '../step.js';
import { withHint } from './ceremony-request.js';
import type { FallbackCode } from './connect-events.js';

/** Why and for whom the site's own login takes over. */
export interface HandOver {
  readonly type: 'hand-over';
  readonly code: FallbackCode;
  /** As the server names it. */
  readonly identifier?: string;
  /** The server's words. */
  readonly message?: string;
  /** What failed, for the page's developer. */
  readonly error?: ApiError;
}

/** What the server says beside its answer; undefined where it says nothing. */
export type Refusal =
  HandOver | { readonly type: 'unknown-user' } | { readonly type: 'stay'; readonly message: string };

/** What to do with an answer of `login/start`. */
export type StartDecision =
  | Refusal
  | { readonly type: 'ceremony'; readonly options: string }
  | { readonly type: 'hybrid'; readonly options: string };

/** Failures on the hard screen until the site's own login takes over (behaviour.md 8.2). */
const HARD_LIMIT = 3;

/** Reads `fallbackOperationError` (behaviour.md 6.3). */
export function decideRefusal({
  initFallback,
  identifier,
  error,
}: FallbackOperationError): Refusal | undefined {
  const code = text(error?.code);
  const message = text(error?.message);
  if (code === 'user_not_found' && !initFallback) return { type: 'unknown-user' };
  if (code !== '' && !initFallback) return { type: 'stay', message };
  if (!initFallback) return undefined;
  return {
    type: 'hand-over',
    code: code || 'no_passkey',
    ...(identifier ? { identifier } : {}),
    ...(message ? { message } : {}),
  };
}

export function decideStart(answer: ConnectLoginStartRsp): StartDecision {
  const { fallbackOperationError, isCDA, assertionOptions: options, preferImmediatelyAvailable } = answer;
  const refusal = decideRefusal(fallbackOperationError);
  if (refusal) return refusal;
  if (isCDA) return { type: 'hybrid', options: withHint(options, 'hybrid') };
  if (options === '') return { type: 'hand-over', code: 'no_passkey' };
  return {
    type: 'ceremony',
    options: preferImmediatelyAvailable ? withHint(options, 'client-device') : options,
  };
}

/** The screen after a prompt that came to nothing: soft first, then hard, and in the end none. */
export function afterFailure(
  step: Step,
  outcome: CeremonyFailure,
  data: Pick<PasskeyFailureData, 'identifierValue' | 'helpUrl'>,
): Step | HandOver {
  if (outcome === 'unsupported' || outcome === 'not-secure')
    return { type: 'hand-over', code: 'unsupported' };
  const hard = isStep(step, 'client:hard-error');
  const failures = hard ? step.data.failures + 1 : 0;
  if (failures >= HARD_LIMIT) return { type: 'hand-over', code: 'failed_repeatedly' };
  const next = hard || isStep(step, 'client:soft-error') ? 'client:hard-error' : 'client:soft-error';
  return clientStep(next, { ...data, outcome, failures });
}
