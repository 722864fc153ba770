import { ApiError } from '../../api/api-error.js';
import { connectAppendFinish } from '../../api/connect-append-api.js';
import { realClock, within, type ApiClock } from '../../api/timing.js';
import type { AppendCompletionType, PasskeyOperation } from '../../api/types.js';
import type { CeremonyFailure } from '../../webauthn/webauthn-outcome.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import type { ProcessAction } from '../block-actions.js';
import { doneData, type AppendOffer } from '../connect/append-decisions.js';
import type { AppendOutcome, AppendResult } from '../connect/append-event.js';
import { rawChallenge } from '../connect/ceremony-request.js';
import { reportFailure } from '../connect/report-failure.js';
import { SILENCE_MS } from '../connect/silence.js';
import type { Attended, DriverContext, DriverResult, ProcessDriver } from '../process-driver.js';
import { clientStep, isStep, type Step } from '../step.js';
import { AppendOffers, type AppendOffersOptions } from './append-offers.js';
import { Part } from './part.js';
import { isLost } from './report.js';

/** How the offer ended, and what kept it from being made, for the page's developer. */
export type ConnectAppendOutcome = AppendResult & { readonly error?: ApiError };

export interface ConnectAppendOptions extends AppendOffersOptions {
  /** Loads the ceremonies. */
  readonly webauthn: () => Promise<WebAuthnService>;
  /** Why this page cannot make a passkey at all, if it cannot. */
  readonly unsupportedReason: () => CeremonyFailure | undefined;
  /** Loads the screens with their words. */
  readonly screens: () => Promise<unknown>;
  /** The page wants the prompt to open by itself. */
  readonly auto: () => boolean;
  /** Identifies the element to the ceremony coordinator. */
  readonly owner: object;
  readonly clock?: ApiClock;
}

/** A credential the server has not taken yet. */
interface KeptCredential {
  readonly attestationResponse: string;
  readonly completionType: AppendCompletionType;
  readonly options: string;
}

type Result = DriverResult<ConnectAppendOutcome>;

/** Nothing to show: the screen stays as it is. */
const NOTHING: Result = { type: 'ceremony', outcome: 'aborted' };

/** Drives `/v2/connect/append/*` (behaviour.md 8.4). What cannot be offered is skipped: the person sees nothing, the site goes on. */
export class ConnectAppendDriver implements ProcessDriver<ConnectAppendOutcome> {
  readonly #offers: AppendOffers;
  readonly #webauthn = new Part(() => this.options.webauthn());
  /** The last credential; kept until the server has answered, so that a lost answer costs no second prompt. */
  #kept: KeptCredential | undefined;
  #created: PasskeyOperation | undefined;
  /** What was to be tried without a press has been. */
  #tried = false;
  /** The next creation was not asked for by the person. */
  #byItself = false;
  /** The person has seen a creation fail. */
  #failed = false;

  constructor(private readonly options: ConnectAppendOptions) {
    this.#offers = new AppendOffers(options);
  }

  async start(signal: AbortSignal): Promise<Result> {
    if (this.options.unsupportedReason()) return this.#end('skip-implicit');
    try {
      const { clock = realClock } = this.options;
      const offer = await within(clock, SILENCE_MS, signal, (ended) => this.#open(ended));
      if (!offer) return this.#end('skip-implicit');
      return { type: 'step', step: clientStep('client:append-offer', { variant: offer.variant }) };
    } catch (cause) {
      const error =
        cause instanceof ApiError ? cause : new ApiError('malformed', 'The offer failed', { cause });
      if (error.kind === 'aborted') throw error;
      return this.#end('skip-implicit', { error });
    }
  }

  /** What is offered, with all that a press will need. */
  async #open(signal: AbortSignal): Promise<AppendOffer | undefined> {
    const offer = await this.#offers.open(signal);
    // Nothing is loaded between a click and its ceremony.
    if (offer) await Promise.all([this.#webauthn.load(), this.options.screens()]);
    return offer;
  }

  async perform(action: ProcessAction, { step, signal }: DriverContext): Promise<Result> {
    switch (action.type) {
      case 'create-passkey':
        return this.#kept ? this.#handIn(signal) : this.#create(signal);
      case 'finish-passkey':
        return this.#handIn(signal);
      case 'learn-more':
        this.options.session.report('append-learn-more');
        return NOTHING;
      case 'continue':
        return this.#continue(step);
      default:
        return this.#skip();
    }
  }

  /** What the server or the page wants tried without a press: first without a prompt, then with one. */
  async attend({ step, signal }: DriverContext): Promise<Attended<ConnectAppendOutcome> | undefined> {
    const offer = this.#offers.present;
    if (!isStep(step, 'client:append-offer') || !offer || this.#tried) return undefined;
    this.#tried = true;
    const done = offer.conditional ? await this.#createSilently(offer, signal) : undefined;
    if (done) return { show: done };
    const { session, auto } = this.options;
    const wanted = offer.auto || auto() || session.flag('automatic-append') === 'true';
    if (!wanted || signal.aborted) return undefined;
    this.#byItself = true;
    return { perform: { type: 'create-passkey' } };
  }

  async #create(signal: AbortSignal): Promise<Result> {
    const byItself = this.#byItself;
    this.#byItself = false;
    const offer = await this.#offers.fresh(signal);
    if (!offer) return this.#end('skip-implicit');
    const { owner } = this.options;
    const made = await (await this.#ceremonies()).create(offer.options, { signal, owner });
    if (made.outcome === 'success') {
      this.#keep(offer, made.responseJSON, byItself ? 'auto' : this.#failed ? 'manual-retry' : 'manual');
      return this.#handIn(signal);
    }
    return this.#notMade(made.outcome, offer, byItself);
  }

  #notMade(outcome: CeremonyFailure, { options }: AppendOffer, byItself: boolean): Result {
    // Broken options stay broken: the next try asks for new ones.
    if (outcome === 'invalid-options') this.#offers.spend();
    reportFailure(this.options.session, 'append', outcome, options);
    if (outcome === 'already-registered')
      return { type: 'step', step: clientStep('client:append-done', { existed: true, authenticator: '' }) };
    // Nobody asked for the prompt that opened by itself, so nobody misses it.
    if (byItself) return NOTHING;
    this.#failed ||= outcome !== 'aborted';
    return { type: 'ceremony', outcome };
  }

  /** Without a prompt, beside the offer; whatever goes wrong, the offer on the screen stays. */
  async #createSilently(offer: AppendOffer, signal: AbortSignal): Promise<Result | undefined> {
    const { owner } = this.options;
    const made = await (await this.#ceremonies()).createConditional(offer.options, { signal, owner });
    if (made.outcome !== 'success') return undefined;
    this.#keep(offer, made.responseJSON, 'conditional');
    try {
      return await this.#finish(signal);
    } catch (cause) {
      // The next press on the button hands it in, if the server may have it already.
      if (!isLost(cause)) this.#kept = undefined;
      return undefined;
    }
  }

  async #handIn(signal: AbortSignal): Promise<Result> {
    if (!this.#kept) return NOTHING;
    try {
      return await this.#finish(signal);
    } catch (cause) {
      if (!(cause instanceof ApiError) || cause.kind === 'aborted') throw cause;
      reportFailure(this.options.session, 'append', 'failed', this.#kept.options);
      const { type, status, message } = cause;
      if (isLost(cause)) return { type: 'failed', error: cause, retry: { type: 'finish-passkey' } };
      this.#kept = undefined;
      this.#failed = true;
      if (type === 'process_not_available') this.options.session.dropProcess();
      // The passkey was not taken: the button makes another one, with a process of its own where this one has ended.
      const error = new ApiError('http', message, { ...(status && { status }), cause });
      return { type: 'failed', error, retry: { type: 'create-passkey' } };
    }
  }

  /** Throws `ApiError`. */
  async #finish(signal: AbortSignal): Promise<Result> {
    const { session } = this.options;
    const { attestationResponse, completionType } = this.#kept as KeptCredential;
    const { customData } = this.#offers;
    const body = { attestationResponse, completionType, ...(customData && { customData }) };
    const { passkeyOperation } = await connectAppendFinish(session.client, body, { signal });
    this.#kept = undefined;
    this.#created = passkeyOperation;
    session.keepLastLogin(passkeyOperation);
    return { type: 'step', step: clientStep('client:append-done', doneData(passkeyOperation)) };
  }

  #keep({ options }: AppendOffer, attestationResponse: string, completionType: AppendCompletionType): void {
    this.#kept = { attestationResponse, completionType, options };
    this.#offers.spend();
  }

  async #ceremonies(): Promise<WebAuthnService> {
    return this.#webauthn.present ?? (await this.#webauthn.load());
  }

  #continue(step: Step): Result {
    const existed = isStep(step, 'client:append-done') && step.data.existed;
    return this.#end(existed ? 'complete-noop' : 'complete', { passkeyOperation: this.#created });
  }

  #skip(): Result {
    const challenge = rawChallenge(this.#kept?.options ?? this.#offers.present?.options ?? '');
    this.options.session.report('append-explicit-abort', challenge ? { challenge } : {});
    return this.#end('skip-explicit');
  }

  #end(outcome: AppendOutcome, more: Omit<ConnectAppendOutcome, 'outcome'> = {}): Result {
    const { customData } = this.#offers;
    const result = { outcome, ...more, ...(customData && { customData }) };
    return { type: 'ended', step: clientStep('client:handed-over', {}), outcome: result };
  }
}
