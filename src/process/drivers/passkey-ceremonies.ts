import type { ProcessResponse } from '../../api/types.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import { isInitBlock } from '../block-types.js';
import type { DriverResult } from '../process-driver.js';
import type { Step } from '../step.js';
import type { AuthContext } from './auth-context.js';
import { autofill } from './autofill.js';
import { Part } from './part.js';
import type * as PasskeyAnswers from './passkey-answers.js';

/** An answer of the server to be shown, or why there is none. */
export type PasskeyResult =
  | { readonly type: 'response'; readonly response: ProcessResponse }
  | Extract<DriverResult, { readonly type: 'ceremony' | 'failed' }>;

/** `discover`: any passkey of an init block; `login`: one of passkey-verify's account; `append`: a new one. */
export type PasskeyUse = 'discover' | 'login' | 'append';

/** A credential the server has not taken yet. */
export interface KeptCredential {
  readonly use: PasskeyUse;
  readonly challenge: string;
  readonly signedChallenge: string;
  /** Made without a prompt: nobody waits for it, so nobody hears of its failure. */
  readonly silent?: boolean;
}

/** The ceremonies of `/v2/auth/passkey/*`. What is asked of the server is in `passkey-answers`, loaded with the first interaction. */
export class PasskeyCeremonies {
  /** The last credential; kept until the server has answered, so that a lost answer costs no second prompt. */
  #kept: KeptCredential | undefined;
  readonly #answers = new Part<typeof PasskeyAnswers>(
    async () => (await import('./auth-later.js')).passkeyAnswers,
  );

  constructor(
    private readonly driver: AuthContext,
    private readonly webauthn: WebAuthnService,
  ) {}

  /** Has at hand what follows a ceremony. */
  prepare(): Promise<unknown> {
    return this.#answers.load();
  }

  /** Signs in with a prompt: with the identifier of passkey-verify, or with any passkey from an init block. */
  use(step: Step, signal: AbortSignal): Promise<PasskeyResult> {
    return this.#run(isInitBlock(step.type) ? 'discover' : 'login', step, signal);
  }

  /** Creates a passkey with a prompt. */
  create(step: Step, signal: AbortSignal): Promise<PasskeyResult> {
    return this.#run('append', step, signal);
  }

  /** Offers passkeys in the identifier field until one was picked (`true`; then `handIn`) or the signal aborts. */
  async offer(step: Step, signal: AbortSignal): Promise<boolean> {
    // A new challenge would take the place of the one that is about to be handed in again.
    if (this.#kept) return false;
    const { webauthn, driver } = this;
    const { challenges, options } = driver;
    const renew = async () => (await this.#answers.load()).renew(driver, step, signal);
    const first = challenges.usable(step);
    const { owner } = options;
    const remaining = (challenge: string) => challenges.remaining(challenge);
    const credential = await autofill({ webauthn, owner, remaining, first, renew }, signal);
    if (!credential) return false;
    this.#keep({ ...credential, use: 'discover' });
    return true;
  }

  /** Makes a passkey without a prompt where the browser can (`true`; then `handIn`). Whatever goes wrong, the offer on the screen stays. */
  async upgrade(step: Step, signal: AbortSignal): Promise<boolean> {
    const challenge = this.driver.challenges.usable(step);
    const wanted = this.driver.upgrade === challenge && !this.#kept;
    this.driver.upgrade = undefined;
    if (!wanted || challenge === undefined) return false;
    const { owner } = this.driver.options;
    const outcome = await this.webauthn.createConditional(challenge, { signal, owner });
    if (outcome.outcome !== 'success') return false;
    this.#keep({ use: 'append', challenge, signedChallenge: outcome.responseJSON, silent: true });
    return true;
  }

  /** Hands in the credential of the last ceremony, again if its answer was lost. */
  async handIn(signal: AbortSignal): Promise<PasskeyResult> {
    // Nothing to show: the screen stays as it is.
    if (!this.#kept) return { type: 'ceremony', outcome: 'aborted' };
    const { handIn } = await this.#answers.load();
    return handIn(this.driver, this.webauthn, this.#kept, (kept) => (this.#kept = kept), signal);
  }

  /** The person went on another way: a credential whose answer was lost is not handed in any more. */
  drop(): void {
    this.#kept = undefined;
  }

  async #run(use: PasskeyUse, step: Step, signal: AbortSignal): Promise<PasskeyResult> {
    if (this.#kept) return this.handIn(signal);
    let challenge = this.driver.challenges.usable(step);
    if (challenge === undefined) {
      const started = await (await this.#answers.load()).start(this.driver, use, step, signal);
      if (typeof started !== 'string') return started;
      challenge = started;
    }
    const { owner } = this.driver.options;
    const ceremony = this.webauthn[use === 'append' ? 'create' : 'get'](challenge, { signal, owner });
    const answers = this.#answers.load().catch(() => undefined);
    const outcome = await ceremony;
    if (outcome.outcome === 'success') {
      this.#keep({ use, challenge, signedChallenge: outcome.responseJSON });
      return this.handIn(signal);
    }
    (await answers)?.noteFailure(this.driver, use, outcome.outcome, challenge);
    return { type: 'ceremony', outcome: outcome.outcome };
  }

  #keep(kept: KeptCredential): void {
    this.driver.challenges.spend(kept.challenge);
    this.#kept = kept;
  }
}
