import { ApiError } from '../../api/api-error.js';
import { connectLoginFinish } from '../../api/connect-login-api.js';
import type { ConnectLoginFinishRsp } from '../../api/types.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import { afterFailure, decideRefusal } from '../connect/login-decisions.js';
import { reportFailure } from '../connect/report-failure.js';
import type { DriverContext } from '../process-driver.js';
import type { Step } from '../step.js';
import { autofill } from './autofill.js';
import { Challenges } from './challenges.js';
import type { ConnectLoginContext, ConnectLoginResult } from './connect-login-context.js';
import { COMPLETED, handOver } from './hand-over.js';
import { refused } from './connect-login-refusal.js';
import { isLost } from './report.js';
import { signalUnknown } from './unknown-credential.js';

/** A credential the server has not taken yet. */
interface KeptCredential {
  /** Whose it is; `''` where nobody was named. */
  readonly identifier: string;
  readonly options: string;
  readonly assertionResponse: string;
  /** From autofill, or without a name: made for the challenge of `login/init`. */
  readonly isConditionalUI: boolean;
}

/** Nothing to show: the screen stays as it is. */
const NOTHING: ConnectLoginResult = { type: 'ceremony', outcome: 'aborted' };
const DAY_MS = 86_400_000;

/** Ceremony and `login/finish`. */
export class ConnectLoginPasskeys {
  readonly challenges = new Challenges();
  /** The last credential; kept until the server has answered, so that a lost answer costs no second prompt. */
  #kept: KeptCredential | undefined;

  constructor(
    private readonly driver: ConnectLoginContext,
    readonly webauthn: WebAuthnService,
  ) {}

  /** Whether there is a credential of this person to be handed in again. */
  keeps(identifier: string): boolean {
    return this.#kept?.identifier === identifier;
  }

  /** The person goes on another way. */
  drop(): void {
    this.#kept = undefined;
  }

  /** Offers passkeys in the identifier field until one was picked (`true`; then `handIn`) or the signal aborts. */
  async offer(step: Step<'client:identifier'>, signal: AbortSignal): Promise<boolean> {
    if (this.#kept) return false;
    const { webauthn, driver } = this;
    const { session, owner } = driver.options;
    session.trace('cui-ready');
    const renew = async () => {
      session.dropLogin();
      return (await session.login(signal)).conditionalUIChallenge;
    };
    const remaining = (challenge: string) => this.#remaining(challenge);
    const first = step.data.conditionalUIChallenge;
    const credential = await autofill({ webauthn, owner, remaining, first, renew }, signal);
    if (!credential) return false;
    session.trace('cui-finish');
    this.#keep('', credential.challenge, credential.signedChallenge, true);
    return true;
  }

  /** Passkeys at hand, without a name; where there is none, the field is the way. */
  async immediate(step: Step<'client:identifier'>, context: DriverContext): Promise<ConnectLoginResult> {
    if (this.#kept) return this.handIn(context);
    const { identifierValue } = step.data;
    const { signal } = context;
    const { session, owner } = this.driver.options;
    // The screen's own challenge may be over, or used up; then autofill, or this press, has another.
    const { conditionalUIChallenge: options = '' } = await session.login(signal);
    const outcome = await this.webauthn.get(options, { signal, owner, immediate: true });
    if (outcome.outcome === 'success') {
      this.#keep('', options, outcome.responseJSON, true);
      return this.handIn(context);
    }
    if (outcome.outcome !== 'no-credential') return { type: 'ceremony', outcome: outcome.outcome };
    return this.driver.identifier({ identifierValue, reason: 'no-passkey-here' }, signal);
  }

  /** The passkey of a person who is known. */
  async use(identifier: string, options: string, context: DriverContext): Promise<ConnectLoginResult> {
    const { session, owner, helpUrl } = this.driver.options;
    session.trace('pl-start');
    const outcome = await this.webauthn.get(options, { signal: context.signal, owner });
    session.trace('pl-finish');
    this.challenges.spend(options);
    if (outcome.outcome === 'success') {
      this.#keep(identifier, options, outcome.responseJSON, false);
      return this.handIn(context);
    }
    if (outcome.outcome === 'aborted') return NOTHING;
    session.forgetLastLogin();
    reportFailure(session, 'login', outcome.outcome, options);
    const data = { identifierValue: identifier, helpUrl: helpUrl() };
    const next = afterFailure(context.step, outcome.outcome, data);
    return 'key' in next ? { type: 'step', step: next } : handOver(next, identifier);
  }

  /** Hands in the credential of the last ceremony, again if its answer was lost. */
  async handIn(context: DriverContext): Promise<ConnectLoginResult> {
    const kept = this.#kept;
    if (!kept) return NOTHING;
    const { session } = this.driver.options;
    const { assertionResponse, isConditionalUI } = kept;
    const body = { assertionResponse, isConditionalUI, loadedMs: this.driver.loadedMs };
    if (isConditionalUI) session.dropLogin();
    try {
      const answer = await connectLoginFinish(session.client, body, { signal: context.signal });
      this.#kept = undefined;
      return await this.#finished(answer, kept, context.signal);
    } catch (cause) {
      if (cause instanceof ApiError && cause.kind === 'aborted') throw cause;
      session.forgetLastLogin();
      reportFailure(session, 'login', 'failed', kept.options);
      if (isLost(cause)) return { type: 'failed', error: cause, retry: { type: 'finish-passkey' } };
      this.#kept = undefined;
      if (!(cause instanceof ApiError) || cause.status !== 404) throw cause;
      signalUnknown(this.webauthn, kept.options, kept.assertionResponse);
      return handOver({ code: 'passkey_deleted', error: cause }, kept.identifier);
    }
  }

  #finished(
    answer: ConnectLoginFinishRsp,
    kept: KeptCredential,
    signal: AbortSignal,
  ): ConnectLoginResult | Promise<ConnectLoginResult> {
    const { session } = this.driver.options;
    const { fallbackOperationError, passkeyOperation, session: token, signedPasskeyData } = answer;
    const refusal = fallbackOperationError && decideRefusal(fallbackOperationError);
    if (!refusal && (token || signedPasskeyData)) {
      if (passkeyOperation) session.keepLastLogin(passkeyOperation);
      session.trace('li-finish');
      const outcome = { type: 'complete', session: token, signedPasskeyData, passkeyOperation } as const;
      return { type: 'ended', step: COMPLETED, outcome };
    }
    // Nothing said of an autofill means: go on as if it had not been.
    if (!refusal && kept.isConditionalUI) return NOTHING;
    session.forgetLastLogin();
    const why = refusal ?? ({ type: 'hand-over', code: 'unexpected_error' } as const);
    if (why.type === 'hand-over' && why.code === 'cui_credential_deleted')
      signalUnknown(this.webauthn, kept.options, kept.assertionResponse);
    return refused(this.driver, why, kept.identifier, signal);
  }

  /** A challenge of `login/init` is good for as long as that answer, and once. */
  #remaining(challenge: string): number {
    const { session } = this.driver.options;
    if (this.challenges.isSpent(challenge)) return 0;
    const { expiresAt = 0 } = session.storage.process?.loginData ?? {};
    return Math.min(DAY_MS, Math.max(0, expiresAt * 1000 - (session.client.serverNow ?? Date.now())));
  }

  #keep(identifier: string, options: string, assertionResponse: string, isConditionalUI: boolean): void {
    this.challenges.spend(options);
    this.#kept = { identifier, options, assertionResponse, isConditionalUI };
  }
}
