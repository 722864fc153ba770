import { ApiError } from '../../api/api-error.js';
import type { LoginData } from '../../api/connect-storage.js';
import { realClock, within } from '../../api/timing.js';
import type { ProcessAction } from '../block-actions.js';
import { identifierOf } from '../connect/identifier-of.js';
import { SILENCE_MS } from '../connect/silence.js';
import type { Attended, DriverContext, ProcessDriver } from '../process-driver.js';
import { clientStep, isStep, type IdentifierData } from '../step.js';
import type { ConnectLoginActions } from './connect-login-actions.js';
import type {
  ConnectLoginContext,
  ConnectLoginOptions,
  ConnectLoginOutcome,
  ConnectLoginResult,
} from './connect-login-context.js';
import { handOver, handOverAfter } from './hand-over.js';
import { Part } from './part.js';

/** Drives `/v2/connect/login/*` (behaviour.md 8.2). Finds the first screen, or that there is none; what follows an answer of the person is in `ConnectLoginActions`. */
export class ConnectLoginDriver implements ProcessDriver<ConnectLoginOutcome>, ConnectLoginContext {
  loadedMs = 0;
  readonly #actions = new Part<ConnectLoginActions>(async () => {
    const [{ ConnectLoginActions }, webauthn] = await Promise.all([
      import('./connect-login-actions.js'),
      this.options.webauthn(),
    ]);
    return new ConnectLoginActions(this, webauthn);
  });

  constructor(readonly options: ConnectLoginOptions) {}

  async start(signal: AbortSignal): Promise<ConnectLoginResult> {
    if (this.options.unsupportedReason()) return handOver({ code: 'unsupported' }, this.#expected);
    const { session, clock = realClock } = this.options;
    // Beside the first request: where autofill may be offered, the screen waits for both.
    if (session.flag('conditional-ui-allowed') !== 'false') this.#actions.load().catch(() => undefined);
    try {
      const login = await within(clock, SILENCE_MS, signal, (ended) => session.login(ended));
      return await this.#first(login, signal);
    } catch (cause) {
      return handOverAfter(cause, this.#expected);
    }
  }

  async perform(action: ProcessAction, context: DriverContext): Promise<ConnectLoginResult> {
    try {
      const [actions] = await Promise.all([this.#actions.load(), this.options.prepare()]);
      return await actions.perform(action, context);
    } catch (cause) {
      const named = action.type === 'submit-identifier' ? action.identifier : identifierOf(context.step);
      return handOverAfter(cause, named);
    }
  }

  async attend({ step, signal }: DriverContext): Promise<Attended<ConnectLoginOutcome> | undefined> {
    if (!isStep(step, 'client:identifier') || !step.data.conditionalUIChallenge) return undefined;
    const { passkeys } = await this.#actions.load();
    return (await passkeys.offer(step, signal)) ? { perform: { type: 'finish-passkey' } } : undefined;
  }

  /** Has what follows an answer of the person at hand before it is needed. Never rejects. */
  async prepare(): Promise<void> {
    this.options.session.trace('li-ready', this.loadedMs);
    await Promise.allSettled([this.#actions.load(), this.options.prepare()]);
  }

  async identifier(data: Partial<IdentifierData>, signal: AbortSignal): Promise<ConnectLoginResult> {
    const { conditionalUIChallenge } = await this.options.session.login(signal);
    return this.#identifier(conditionalUIChallenge, data);
  }

  async #first(login: LoginData, signal: AbortSignal): Promise<ConnectLoginResult> {
    const { lastLogin } = this.options.session;
    const expected = this.#expected;
    if (!login.loginAllowed) return handOver({ code: 'not_allowed' }, expected);
    const last = lastLogin?.operation.identifierValue ?? '';
    const known = this.options.loginToken() ? expected || last : last;
    // Who the page names is asked for, whoever was here before.
    const oneTap = this.options.loginToken() !== undefined || (last !== '' && (expected || last) === last);
    const result = oneTap
      ? await this.#oneTap(known)
      : await this.#identifier(login.conditionalUIChallenge, { identifierValue: expected });
    if (signal.aborted) throw new ApiError('aborted', 'aborted');
    this.loadedMs = Date.now();
    return result;
  }

  /** A press on the card is the first thing a person does here: everything it needs is there before it. */
  async #oneTap(identifierValue: string): Promise<ConnectLoginResult> {
    const vouchedFor = this.options.loginToken() !== undefined;
    await Promise.all([this.options.screen('client:one-tap'), this.#actions.load()]);
    return { type: 'step', step: clientStep('client:one-tap', { identifierValue, vouchedFor }) };
  }

  async #identifier(
    challenge: string | undefined,
    data: Partial<IdentifierData>,
  ): Promise<ConnectLoginResult> {
    const { session, screen } = this.options;
    const autofill = session.flag('conditional-ui-allowed') === 'true' ? challenge : undefined;
    const [, immediate] = await Promise.all([
      screen('client:identifier'),
      autofill ? this.#immediate() : false,
    ]);
    const step = clientStep('client:identifier', {
      identifierValue: '',
      immediate,
      ...(autofill && { conditionalUIChallenge: autofill }),
      ...data,
    });
    return { type: 'step', step };
  }

  /** Whether the browser can look for passkeys at hand without showing anything else. */
  async #immediate(): Promise<boolean> {
    const { passkeys } = await this.#actions.load();
    return (await passkeys.webauthn.capabilities()).immediateGet === true;
  }

  get #expected(): string {
    return this.options.prefill();
  }
}
