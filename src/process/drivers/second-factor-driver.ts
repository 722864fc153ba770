import { ApiError } from '../../api/api-error.js';
import { connectLoginFinish, connectLoginStart } from '../../api/connect-login-api.js';
import { realClock, within, type ApiClock } from '../../api/timing.js';
import type { ConnectLoginFinishRsp } from '../../api/types.js';
import type { CeremonyFailure } from '../../webauthn/webauthn-outcome.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import type { ProcessAction } from '../block-actions.js';
import { rawChallenge } from '../connect/ceremony-request.js';
import type { ConnectSession } from '../connect/connect-session.js';
import { decideRefusal, decideStart, type HandOver } from '../connect/login-decisions.js';
import { reportFailure } from '../connect/report-failure.js';
import { SILENCE_MS } from '../connect/silence.js';
import type { DriverContext, ProcessDriver } from '../process-driver.js';
import { clientStep } from '../step.js';
import { Challenges } from './challenges.js';
import type { ConnectLoginOutcome, ConnectLoginResult } from './connect-login-context.js';
import { COMPLETED, handOver, handOverAfter } from './hand-over.js';
import { Part } from './part.js';
import { isLost } from './report.js';
import { signalUnknown } from './unknown-credential.js';

export interface SecondFactorOptions {
  readonly session: ConnectSession;
  /** Loads the ceremonies. */
  readonly webauthn: () => Promise<WebAuthnService>;
  /** Why this page cannot sign in with a passkey at all, if it cannot. */
  readonly unsupportedReason: () => CeremonyFailure | undefined;
  /** Loads the screens with their words. */
  readonly screens: () => Promise<unknown>;
  /** A connect token of type `passkey-login`, fresh for each use. Throws `ApiError`. */
  readonly token: (signal: AbortSignal) => Promise<string>;
  /** Identifies the element to the ceremony coordinator. */
  readonly owner: object;
  readonly clock?: ApiClock;
  /** Monotonic milliseconds; replaced in tests only. */
  readonly now?: () => number;
}

/** A credential the server has not taken yet. */
interface KeptCredential {
  readonly assertionResponse: string;
  readonly options: string;
}

/** What there is to confirm with, or why the site's own factor takes over. */
type Prepared = { readonly type: 'ceremony'; readonly options: string; readonly hybrid: boolean } | HandOver;

/** Prompts that come to nothing until the site's own factor takes over. */
const TRIES = 2;
const NOTHING: ConnectLoginResult = { type: 'ceremony', outcome: 'aborted' };

/** Drives a passkey as second factor (behaviour.md 8.3): the page says who it is about, and its own factor is there whatever fails. */
export class SecondFactorDriver implements ProcessDriver<ConnectLoginOutcome> {
  readonly #challenges: Challenges;
  readonly #webauthn = new Part(() => this.options.webauthn());
  /** The last credential; kept until the server has answered, so that a lost answer costs no second prompt. */
  #kept: KeptCredential | undefined;
  #options = '';
  #failures = 0;
  #loadedMs = 0;

  constructor(private readonly options: SecondFactorOptions) {
    this.#challenges = new Challenges(options.now);
  }

  async start(signal: AbortSignal): Promise<ConnectLoginResult> {
    if (this.options.unsupportedReason()) return handOver({ code: 'unsupported' });
    this.#loadedMs = Date.now();
    try {
      const { clock = realClock } = this.options;
      const prepared = await within(clock, SILENCE_MS, signal, (ended) => this.#open(ended));
      if (prepared.type === 'hand-over') return handOver(prepared);
      const { hybrid } = prepared;
      return { type: 'step', step: clientStep('client:second-factor', { hybrid }) };
    } catch (cause) {
      return handOverAfter(cause);
    }
  }

  async perform(action: ProcessAction, { signal }: DriverContext): Promise<ConnectLoginResult> {
    try {
      if (action.type === 'finish-passkey') return await this.#handIn(signal);
      if (action.type === 'use-passkey') return await this.#use(signal);
      return this.#leave();
    } catch (cause) {
      return handOverAfter(cause);
    }
  }

  /** What there is to confirm with, with all that a press will need. */
  async #open(signal: AbortSignal): Promise<Prepared> {
    const prepared = await this.#prepare(signal);
    // Nothing is loaded between a click and its ceremony.
    if (prepared.type === 'ceremony') await Promise.all([this.#webauthn.load(), this.options.screens()]);
    return prepared;
  }

  /** Asks for what is needed before the press, so that nothing but the prompt follows it. */
  async #prepare(signal: AbortSignal): Promise<Prepared> {
    const { session } = this.options;
    const ask = async (): Promise<Prepared> => {
      if (!(await session.login(signal)).loginAllowed) return { type: 'hand-over', code: 'not_allowed' };
      return this.#ask(signal);
    };
    const prepared = await ask().catch((cause: unknown) => {
      if (!(cause instanceof ApiError) || cause.type !== 'process_not_available') throw cause;
      session.dropProcess();
      return ask();
    });
    if (prepared.type === 'ceremony') {
      this.#options = prepared.options;
      this.#challenges.note(prepared.options);
    }
    return prepared;
  }

  async #ask(signal: AbortSignal): Promise<Prepared> {
    let loginConnectToken: string;
    try {
      loginConnectToken = await this.options.token(signal);
    } catch (error) {
      if (!(error instanceof ApiError) || error.kind === 'aborted') throw error;
      return { type: 'hand-over', code: 'token_unavailable', error };
    }
    const body = {
      identifier: '',
      source: 'text-field',
      loadedMs: this.#loadedMs,
      identifierHintAvailable: false,
      loginConnectToken,
    } as const;
    const decision = decideStart(await connectLoginStart(this.options.session.client, body, { signal }));
    if (decision.type === 'ceremony' || decision.type === 'hybrid')
      return { type: 'ceremony', options: decision.options, hybrid: decision.type === 'hybrid' };
    if (decision.type === 'hand-over') return decision;
    return { type: 'hand-over', code: 'no_passkey' };
  }

  async #use(signal: AbortSignal): Promise<ConnectLoginResult> {
    if (this.#kept) return this.#handIn(signal);
    if (this.#challenges.remaining(this.#options) === 0) {
      const prepared = await this.#prepare(signal);
      if (prepared.type === 'hand-over') return handOver(prepared);
    }
    const options = this.#options;
    const { owner } = this.options;
    const made = await (await this.#ceremonies()).get(options, { signal, owner });
    if (made.outcome === 'aborted') return NOTHING;
    // A prompt that was closed has used nothing up; broken options stay broken.
    if (made.outcome === 'success' || made.outcome === 'invalid-options') this.#challenges.spend(options);
    if (made.outcome === 'success') {
      this.#kept = { assertionResponse: made.responseJSON, options };
      return this.#handIn(signal);
    }
    reportFailure(this.options.session, 'login', made.outcome, options);
    this.#failures += 1;
    const hopeless = made.outcome === 'unsupported' || made.outcome === 'not-secure';
    if (hopeless) return handOver({ code: 'unsupported' });
    if (this.#failures >= TRIES) return handOver({ code: 'failed_repeatedly' });
    return { type: 'ceremony', outcome: made.outcome };
  }

  async #handIn(signal: AbortSignal): Promise<ConnectLoginResult> {
    const kept = this.#kept;
    if (!kept) return NOTHING;
    const { session } = this.options;
    const body = {
      assertionResponse: kept.assertionResponse,
      isConditionalUI: false,
      loadedMs: this.#loadedMs,
    };
    try {
      const answer = await connectLoginFinish(session.client, body, { signal });
      this.#kept = undefined;
      return this.#finished(answer);
    } catch (cause) {
      if (cause instanceof ApiError && cause.kind === 'aborted') throw cause;
      reportFailure(session, 'login', 'failed', kept.options);
      if (isLost(cause)) return { type: 'failed', error: cause, retry: { type: 'finish-passkey' } };
      this.#kept = undefined;
      if (!(cause instanceof ApiError) || cause.status !== 404) throw cause;
      signalUnknown(await this.#ceremonies(), kept.options, kept.assertionResponse);
      return handOver({ code: 'passkey_deleted', error: cause });
    }
  }

  #finished(answer: ConnectLoginFinishRsp): ConnectLoginResult {
    const { fallbackOperationError, session, signedPasskeyData, passkeyOperation } = answer;
    const refusal = fallbackOperationError && decideRefusal(fallbackOperationError);
    if (refusal?.type === 'hand-over') return handOver(refusal);
    if (refusal || (session === '' && signedPasskeyData === ''))
      return handOver({ code: 'unexpected_error' });
    if (passkeyOperation) this.options.session.keepLastLogin(passkeyOperation);
    const outcome = { type: 'complete', session, signedPasskeyData, passkeyOperation } as const;
    return { type: 'ended', step: { ...COMPLETED, data: { done: false, confirmed: true } }, outcome };
  }

  async #ceremonies(): Promise<WebAuthnService> {
    return this.#webauthn.present ?? (await this.#webauthn.load());
  }

  #leave(): ConnectLoginResult {
    const challenge = rawChallenge(this.#kept?.options ?? this.#options);
    this.#kept = undefined;
    this.options.session.report('login-explicit-abort', challenge ? { challenge } : {});
    return handOver({ code: 'own_login' });
  }
}
