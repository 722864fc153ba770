import * as auth from '../../api/auth-api.js';
import type { ApiClient } from '../../api/api-client.js';
import { ApiError } from '../../api/api-error.js';
import type { ProcessResponse } from '../../api/types.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import { dataOf, isFields, requestError, text } from '../block-data.js';
import { isInitBlock, offersPasskey } from '../block-types.js';
import type { DriverResult } from '../process-driver.js';
import { toStep, type Step } from '../step.js';
import type { AuthContext } from './auth-context.js';
import { autofill } from './autofill.js';
import { challengeOf } from './challenges.js';
import { isReportable, report } from './report.js';

/** An answer of the server to be shown, or why there is none. */
export type PasskeyResult =
  | { readonly type: 'response'; readonly response: ProcessResponse }
  | Extract<DriverResult, { readonly type: 'ceremony' | 'failed' }>;

type Finish = typeof auth.passkeyAppendFinish;
type FailureEvent = 'login-error' | 'append-error';

/** A credential the server has not taken yet. */
interface KeptCredential {
  readonly challenge: string;
  readonly finish: (signal: AbortSignal) => Promise<ProcessResponse>;
  readonly failure: FailureEvent;
  /** Made without a prompt: nobody waits for it, so nobody hears of its failure. */
  readonly silent?: boolean;
}

/** Nothing to show: the screen stays as it is. */
const NOTHING: PasskeyResult = { type: 'ceremony', outcome: 'aborted' };

/** Challenge, ceremony and finish call of `/v2/auth/passkey/*`. */
export class PasskeyCeremonies {
  readonly #client: ApiClient;
  /** The last credential; kept until the server has answered, so that a lost answer costs no second prompt. */
  #kept: KeptCredential | undefined;
  /** Tells the password manager that the server does not know that credential. */
  #signalUnknown: (() => void) | undefined;

  constructor(
    private readonly driver: AuthContext,
    private readonly webauthn: WebAuthnService,
  ) {
    this.#client = driver.options.client;
  }

  /** Signs in with a prompt: with the identifier of passkey-verify, or with any passkey from an init block. */
  use(step: Step, signal: AbortSignal): Promise<PasskeyResult> {
    const { webauthn, owner } = this;
    const discoverable = isInitBlock(step.type);
    return this.#run(step, signal, {
      start: () =>
        discoverable
          ? this.driver.store.current(step.type, signal)
          : auth.passkeyLoginStart(this.#client, {}, { signal }),
      ceremony: (challenge) => webauthn.get(challenge, { signal, owner }),
      finish: discoverable ? auth.passkeyMediationFinish : auth.passkeyLoginFinish,
      failure: 'login-error',
    });
  }

  /** Creates a passkey with a prompt. */
  create(step: Step, signal: AbortSignal): Promise<PasskeyResult> {
    const { webauthn, owner } = this;
    const { clientInformation } = this.driver.options;
    return this.#run(step, signal, {
      start: async () => {
        const body = { clientInformation: await clientInformation() };
        return auth.passkeyAppendStart(this.#client, body, { signal });
      },
      ceremony: (challenge) => webauthn.create(challenge, { signal, owner }),
      finish: auth.passkeyAppendFinish,
      failure: 'append-error',
    });
  }

  /** Offers passkeys in the identifier field until one was picked (`true`; then `handIn`) or the signal aborts. */
  async offer(step: Step, signal: AbortSignal): Promise<boolean> {
    // A new challenge would take the place of the one that is about to be handed in again.
    if (this.#kept) return false;
    const { webauthn, owner } = this;
    const { challenges } = this.driver;
    const renew = async () =>
      this.#challengeIn(await this.driver.store.current(step.type, signal), step.type);
    const first = challenges.usable(step);
    const credential = await autofill({ webauthn, owner, challenges, first, renew }, signal);
    if (!credential) return false;
    const { challenge, signedChallenge } = credential;
    this.#keep(challenge, signedChallenge, auth.passkeyMediationFinish, 'login-error');
    return true;
  }

  /** Makes a passkey without a prompt where the browser can (`true`; then `handIn`). Whatever goes wrong, the offer on the screen stays. */
  async upgrade(step: Step, signal: AbortSignal): Promise<boolean> {
    const { webauthn, owner } = this;
    const challenge = this.driver.challenges.usable(step);
    const wanted = this.driver.upgrade === challenge && !this.#kept;
    this.driver.upgrade = undefined;
    if (!wanted || challenge === undefined) return false;
    const outcome = await webauthn.createConditional(challenge, { signal, owner });
    if (outcome.outcome !== 'success') return false;
    this.#keep(challenge, outcome.responseJSON, auth.passkeyAppendFinish, 'append-error', true);
    return true;
  }

  /** Hands in the credential of the last ceremony, again if its answer was lost. */
  async handIn(signal: AbortSignal): Promise<PasskeyResult> {
    const kept = this.#kept;
    if (!kept) return NOTHING;
    try {
      const response = await kept.finish(signal);
      this.#kept = undefined;
      if (isUnknownPasskey(response)) this.#signalUnknown?.();
      return kept.silent && response.blockBody.error ? NOTHING : { type: 'response', response };
    } catch (cause) {
      if (kept.silent) {
        // The next press on the button hands it in, if the server may have it already.
        this.#kept = isLost(cause) ? { ...kept, silent: false } : undefined;
        return NOTHING;
      }
      if (isReportable(cause)) report(this.driver, kept.failure, kept.challenge);
      if (isLost(cause)) return { type: 'failed', error: cause, retry: { type: 'finish-passkey' } };
      this.#kept = undefined;
      throw cause;
    }
  }

  /** The person went on another way: a credential whose answer was lost is not handed in any more. */
  drop(): void {
    this.#kept = undefined;
  }

  private get owner(): object {
    return this.driver.options.owner;
  }

  async #run(
    step: Step,
    signal: AbortSignal,
    how: {
      readonly start: () => Promise<ProcessResponse>;
      readonly ceremony: (challenge: string) => ReturnType<WebAuthnService['get']>;
      readonly finish: Finish;
      readonly failure: FailureEvent;
    },
  ): Promise<PasskeyResult> {
    if (this.#kept) return this.handIn(signal);
    let challenge = this.driver.challenges.usable(step);
    if (challenge === undefined) {
      const response = await how.start().catch((cause: unknown) => {
        if (isReportable(cause)) report(this.driver, how.failure);
        throw cause;
      });
      challenge = this.#challengeIn(response, step.type);
      if (challenge === undefined) return { type: 'response', response };
    }
    const outcome = await how.ceremony(challenge);
    if (outcome.outcome === 'success') {
      this.#keep(challenge, outcome.responseJSON, how.finish, how.failure);
      return this.handIn(signal);
    }
    // Broken options stay broken: the next try asks for new ones.
    if (outcome.outcome === 'invalid-options') this.driver.challenges.spend(challenge);
    const exists = outcome.outcome === 'already-registered';
    const event = exists ? 'append-credential-exists' : how.failure;
    if (outcome.outcome !== 'aborted') report(this.driver, event, challenge);
    return { type: 'ceremony', outcome: outcome.outcome };
  }

  #keep(
    challenge: string,
    signedChallenge: string,
    finish: Finish,
    failure: FailureEvent,
    silent = false,
  ): void {
    this.driver.challenges.spend(challenge);
    const unknown = unknownCredential(challenge, signedChallenge);
    this.#signalUnknown = unknown && (() => void this.webauthn.signals.unknownCredential(unknown));
    this.#kept = {
      challenge,
      finish: (signal) => finish(this.#client, { signedChallenge }, { signal }),
      failure,
      silent,
    };
  }

  /** The challenge of a start answer; none when the server went on to another block. */
  #challengeIn({ blockBody }: ProcessResponse, type: string): string | undefined {
    const offers = (block: string) => block === type || (offersPasskey(block) && offersPasskey(type));
    const body = [blockBody, ...(blockBody.alternatives ?? [])].find(({ block }) => offers(block));
    if (!body || blockBody.error) return undefined;
    const challenge = challengeOf(toStep(body, 0));
    this.driver.challenges.note(challenge);
    return this.driver.challenges.remaining(challenge) > 0 ? challenge : undefined;
  }
}

/** Whether the server may have served the request all the same. */
function isLost(cause: unknown): cause is ApiError {
  if (!(cause instanceof ApiError) || cause.kind === 'aborted') return false;
  return cause.kind !== 'http' || (cause.status ?? 0) >= 500;
}

/** The server said in so many words that it does not know the credential; no other failure means that. */
function isUnknownPasskey({ blockBody }: ProcessResponse): boolean {
  const error = requestError(dataOf(blockBody)['error']);
  return error?.code === 'invalid_conditional_ui_login';
}

/** rpId and credential id of a ceremony, read from what went in and what came out. */
function unknownCredential(
  challenge: string,
  signedChallenge: string,
): { rpId: string; credentialId: string } | undefined {
  const options: unknown = JSON.parse(challenge);
  const credential: unknown = JSON.parse(signedChallenge);
  const publicKey = isFields(options) && isFields(options['publicKey']) ? options['publicKey'] : {};
  const rpId = text(publicKey['rpId']) || location.hostname;
  const credentialId = isFields(credential) ? text(credential['id']) : '';
  return credentialId === '' ? undefined : { rpId, credentialId };
}
