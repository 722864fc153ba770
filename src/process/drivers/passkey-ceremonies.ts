import * as auth from '../../api/auth-api.js';
import type { ApiClient } from '../../api/api-client.js';
import { ApiError } from '../../api/api-error.js';
import type { EventCreateReq, ProcessResponse } from '../../api/types.js';
import type { CeremonyFailureOutcome } from '../../webauthn/webauthn-outcome.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import { isFields, requestError, text } from '../block-data.js';
import { isInitBlock } from '../block-types.js';
import type { DriverResult } from '../process-driver.js';
import { toStep, type Step } from '../step.js';
import type { AuthContext } from './auth-context.js';
import { autofill } from './autofill.js';
import { challengeOf } from './challenges.js';

/** An answer of the server to be shown, or why there is none. */
export type PasskeyResult =
  | { readonly type: 'response'; readonly response: ProcessResponse }
  | Extract<DriverResult, { readonly type: 'ceremony' | 'failed' }>;

type Finish = typeof auth.passkeyAppendFinish;

/** Challenge, ceremony and finish call of `/v2/auth/passkey/*`. */
export class PasskeyCeremonies {
  readonly #client: ApiClient;
  /** Hands in the last credential; kept until the server has answered, so that a lost answer costs no second prompt. */
  #finish: ((signal: AbortSignal) => Promise<ProcessResponse>) | undefined;
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
      failed: () => 'login-error',
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
      failed: (outcome) => (outcome === 'already-registered' ? 'append-credential-exists' : 'append-error'),
    });
  }

  /** Offers passkeys in the identifier field until one was picked (`true`; then `handIn`) or the signal aborts. */
  async offer(step: Step, signal: AbortSignal): Promise<boolean> {
    // A new challenge would take the place of the one that is about to be handed in again.
    if (this.#finish) return false;
    const { webauthn, owner } = this;
    const { challenges } = this.driver;
    const renew = async () =>
      this.#challengeIn(await this.driver.store.current(step.type, signal), step.type);
    const first = challenges.usable(step);
    const credential = await autofill({ webauthn, owner, challenges, first, renew }, signal);
    if (credential) this.#keep(credential.challenge, credential.signedChallenge, auth.passkeyMediationFinish);
    return credential !== undefined;
  }

  /** Hands in the credential of the last ceremony, again if its answer was lost. */
  async handIn(signal: AbortSignal): Promise<PasskeyResult> {
    const finish = this.#finish;
    if (!finish) return { type: 'ceremony', outcome: 'aborted' };
    try {
      const response = await finish(signal);
      this.#finish = undefined;
      if (isUnknownPasskey(response)) this.#signalUnknown?.();
      return { type: 'response', response };
    } catch (cause) {
      if (isLost(cause)) return { type: 'failed', error: cause, retry: { type: 'finish-passkey' } };
      this.#finish = undefined;
      throw cause;
    }
  }

  /** The person went on another way: a credential whose answer was lost is not handed in any more. */
  drop(): void {
    this.#finish = undefined;
  }

  /** Tells the server what became of a ceremony (EventCreate); nobody waits for it and its failure does not matter. */
  report(eventType: EventCreateReq['eventType'], challenge?: string): void {
    const body = challenge === undefined ? { eventType } : { eventType, challenge };
    auth.eventCreate(this.#client, body).catch(() => undefined);
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
      readonly failed: (outcome: CeremonyFailureOutcome['outcome']) => EventCreateReq['eventType'];
    },
  ): Promise<PasskeyResult> {
    if (this.#finish) return this.handIn(signal);
    let challenge = this.driver.challenges.usable(step);
    if (challenge === undefined) {
      const response = await how.start();
      challenge = this.#challengeIn(response, step.type);
      if (challenge === undefined) return { type: 'response', response };
    }
    const outcome = await how.ceremony(challenge);
    if (outcome.outcome === 'success') {
      this.#keep(challenge, outcome.responseJSON, how.finish);
      return this.handIn(signal);
    }
    // Broken options stay broken: the next try asks for new ones.
    if (outcome.outcome === 'invalid-options') this.driver.challenges.spend(challenge);
    if (outcome.outcome !== 'aborted') this.report(how.failed(outcome.outcome), challenge);
    return { type: 'ceremony', outcome: outcome.outcome };
  }

  #keep(challenge: string, signedChallenge: string, finish: Finish): void {
    this.driver.challenges.spend(challenge);
    const unknown = unknownCredential(challenge, signedChallenge);
    this.#signalUnknown = unknown && (() => void this.webauthn.signals.unknownCredential(unknown));
    this.#finish = (signal) => finish(this.#client, { signedChallenge }, { signal });
  }

  /** The challenge of a start answer; none when the server went on to another block. */
  #challengeIn({ blockBody }: ProcessResponse, type: string): string | undefined {
    const body = [blockBody, ...(blockBody.alternatives ?? [])].find(({ block }) => block === type);
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
  const data: unknown = blockBody.data;
  const error = isFields(data) ? requestError(data['error']) : undefined;
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
