import * as auth from '../../api/auth-api.js';
import type { ProcessResponse } from '../../api/types.js';
import type { CeremonyFailure } from '../../webauthn/webauthn-outcome.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import { dataOf, requestError } from '../fields.js';
import { offersPasskey } from '../block-types.js';
import type { Step } from '../step.js';
import { toStep } from '../wire-step.js';
import type { AuthContext } from './auth-context.js';
import { challengeOf } from './challenges.js';
import type { KeptCredential, PasskeyResult, PasskeyUse } from './passkey-ceremonies.js';
import { current } from './process-get.js';
import { isLost, isReportable, report } from './report.js';
import { signalUnknown } from './unknown-credential.js';

const FINISH = {
  discover: auth.passkeyMediationFinish,
  login: auth.passkeyLoginFinish,
  append: auth.passkeyAppendFinish,
} as const;

const failureOf = (use: PasskeyUse) => (use === 'append' ? 'append-error' : 'login-error');

/** Asks for a challenge of that use; an answer without one is to be shown. Throws `ApiError`. */
export async function start(
  driver: AuthContext,
  use: PasskeyUse,
  step: Step,
  signal: AbortSignal,
): Promise<string | PasskeyResult> {
  const response = await ask(driver, use, step, signal).catch((cause: unknown) => {
    if (isReportable(cause)) report(driver, failureOf(use));
    throw cause;
  });
  return challengeIn(driver, response, step.type) ?? { type: 'response', response };
}

/** A fresh challenge for the autofill of an init block; `undefined` when the server has none. Throws `ApiError`. */
export async function renew(
  driver: AuthContext,
  { type }: Step,
  signal: AbortSignal,
): Promise<string | undefined> {
  return challengeIn(driver, await current(driver.options.client, type, signal), type);
}

/** Hands in a credential; `keep` is told what is to be kept of it. Throws `ApiError`. */
export async function handIn(
  driver: AuthContext,
  webauthn: WebAuthnService,
  kept: KeptCredential,
  keep: (kept: KeptCredential | undefined) => void,
  signal: AbortSignal,
): Promise<PasskeyResult> {
  const { use, challenge, signedChallenge, silent } = kept;
  const nothing: PasskeyResult = { type: 'ceremony', outcome: 'aborted' };
  try {
    const response = await FINISH[use](driver.options.client, { signedChallenge }, { signal });
    keep(undefined);
    if (use === 'append' && !offersPasskey(response.blockBody.block))
      driver.leaving = { passkeyCreated: true };
    if (isUnknownPasskey(response)) signalUnknown(webauthn, challenge, signedChallenge);
    return silent && response.blockBody.error ? nothing : { type: 'response', response };
  } catch (cause) {
    if (silent) {
      // The next press on the button hands it in, if the server may have it already.
      keep(isLost(cause) ? { ...kept, silent: false } : undefined);
      return nothing;
    }
    if (isReportable(cause)) report(driver, failureOf(use), challenge);
    if (isLost(cause)) return { type: 'failed', error: cause, retry: { type: 'finish-passkey' } };
    keep(undefined);
    throw cause;
  }
}

/** What a ceremony without a credential means for the challenge and for the server. */
export function noteFailure(
  driver: AuthContext,
  use: PasskeyUse,
  outcome: CeremonyFailure,
  challenge: string,
): void {
  // Broken options stay broken: the next try asks for new ones.
  if (outcome === 'invalid-options') driver.challenges.spend(challenge);
  if (outcome === 'aborted') return;
  const exists = outcome === 'already-registered';
  report(driver, exists ? 'append-credential-exists' : failureOf(use), challenge);
}

async function ask(
  { options }: AuthContext,
  use: PasskeyUse,
  step: Step,
  signal: AbortSignal,
): Promise<ProcessResponse> {
  if (use === 'discover') return current(options.client, step.type, signal);
  if (use === 'login') return auth.passkeyLoginStart(options.client, {}, { signal });
  const body = { clientInformation: await options.clientInformation() };
  return auth.passkeyAppendStart(options.client, body, { signal });
}

/** The challenge of a start answer; none when the server went on to another block. */
function challengeIn(
  { challenges }: AuthContext,
  { blockBody }: ProcessResponse,
  type: string,
): string | undefined {
  const offers = (block: string) => block === type || (offersPasskey(block) && offersPasskey(type));
  const body = [blockBody, ...(blockBody.alternatives ?? [])].find(({ block }) => offers(block));
  if (!body || blockBody.error) return undefined;
  const challenge = challengeOf(toStep(body, 0));
  challenges.note(challenge);
  return challenges.remaining(challenge) > 0 ? challenge : undefined;
}

/** The server said in so many words that it does not know the credential; no other failure means that. */
function isUnknownPasskey({ blockBody }: ProcessResponse): boolean {
  const error = requestError(dataOf(blockBody)['error']);
  return error?.code === 'invalid_conditional_ui_login';
}
