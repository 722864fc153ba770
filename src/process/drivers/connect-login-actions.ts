import { ApiError } from '../../api/api-error.js';
import { connectLoginStart } from '../../api/connect-login-api.js';
import type { ConnectLoginSource } from '../../api/types.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import type { ProcessAction } from '../block-actions.js';
import { rawChallenge } from '../connect/ceremony-request.js';
import { decideStart, type StartDecision } from '../connect/login-decisions.js';
import { identifierOf } from '../connect/identifier-of.js';
import type { DriverContext } from '../process-driver.js';
import { clientStep, isStep, type Step } from '../step.js';
import type { ConnectLoginContext, ConnectLoginResult } from './connect-login-context.js';
import { ConnectLoginPasskeys } from './connect-login-passkeys.js';
import { refused } from './connect-login-refusal.js';
import { handOver } from './hand-over.js';

/** What a press means to the server, by screen. */
const SOURCES: ReadonlyMap<string, ConnectLoginSource> = new Map([
  ['client:one-tap', 'one-tap'],
  ['client:soft-error', 'error-soft'],
  ['client:hard-error', 'error-hard'],
]);

/** Screens on which, or after which, a login with another device has been explained. */
const EXPLAINED: ReadonlySet<string> = new Set(['client:hybrid', 'client:soft-error', 'client:hard-error']);

/** Which requests and ceremonies serve an action of the person. */
export class ConnectLoginActions {
  readonly passkeys: ConnectLoginPasskeys;

  constructor(
    private readonly driver: ConnectLoginContext,
    webauthn: WebAuthnService,
  ) {
    this.passkeys = new ConnectLoginPasskeys(driver, webauthn);
  }

  /** Throws `ApiError`. */
  async perform(action: ProcessAction, context: DriverContext): Promise<ConnectLoginResult> {
    const { step } = context;
    if (action.type === 'submit-identifier') return this.#login(action.identifier, context);
    if (action.type === 'use-passkey') return this.#usePasskey(context);
    if (action.type === 'finish-passkey') return this.passkeys.handIn(context);
    return action.type === 'forget-identifier' ? this.#switchAccount(context) : this.#leave(step);
  }

  #usePasskey(context: DriverContext): Promise<ConnectLoginResult> {
    const { step } = context;
    if (isStep(step, 'client:identifier')) return this.passkeys.immediate(step, context);
    const identifier = identifierOf(step);
    const options = isStep(step, 'client:hybrid') ? this.passkeys.challenges.usable(step) : undefined;
    return options === undefined
      ? this.#login(identifier, context)
      : this.passkeys.use(identifier, options, context);
  }

  async #login(identifier: string, context: DriverContext): Promise<ConnectLoginResult> {
    if (this.passkeys.keeps(identifier)) return this.passkeys.handIn(context);
    this.passkeys.drop();
    const { step, signal } = context;
    const decision = await this.#start(identifier, context);
    if (decision.type === 'ceremony') return this.passkeys.use(identifier, decision.options, context);
    if (decision.type !== 'hybrid') return refused(this.driver, decision, identifier, signal);
    const { options } = decision;
    // Who has come past it, or presses its button when its options are old, needs no second explanation.
    if (EXPLAINED.has(step.type)) return this.passkeys.use(identifier, options, context);
    this.passkeys.challenges.note(options);
    const data = { identifierValue: identifier, challenge: options };
    return { type: 'step', step: clientStep('client:hybrid', data) };
  }

  async #start(identifier: string, context: DriverContext): Promise<StartDecision> {
    const { session } = this.driver.options;
    try {
      return await this.#ask(identifier, context).catch(async (cause: unknown) => {
        if (!(cause instanceof ApiError) || cause.type !== 'process_not_available') throw cause;
        session.dropProcess();
        await session.login(context.signal);
        return this.#ask(identifier, context);
      });
    } catch (cause) {
      if (!(cause instanceof ApiError) || cause.kind === 'aborted') throw cause;
      session.forgetLastLogin();
      if (cause.status === 404) return { type: 'unknown-user' };
      session.report('login-error-unexpected', { message: `situation: login/start ${cause.kind}` });
      throw cause;
    }
  }

  async #ask(identifier: string, { step, signal }: DriverContext): Promise<StartDecision> {
    const { session, loginToken, prefill } = this.driver.options;
    let token: string | undefined;
    try {
      token = await loginToken()?.(signal);
    } catch (cause) {
      if (!(cause instanceof ApiError) || cause.kind === 'aborted') throw cause;
      return { type: 'hand-over', code: 'token_unavailable', error: cause };
    }
    const source = sourceOf(step, token);
    const oneTapMeta = source === 'one-tap' ? session.lastLogin?.meta : undefined;
    const answer = await connectLoginStart(
      session.client,
      {
        identifier: token ? '' : identifier,
        source,
        loadedMs: this.driver.loadedMs,
        identifierHintAvailable: prefill() !== '',
        ...(token && { loginConnectToken: token }),
        ...(oneTapMeta && { oneTapMeta }),
      },
      { signal },
    );
    return decideStart(answer);
  }

  #switchAccount({ signal }: DriverContext): Promise<ConnectLoginResult> {
    const { session } = this.driver.options;
    session.forgetLastLogin();
    session.report('login-one-tap-switch');
    return this.driver.identifier({}, signal);
  }

  /** The person takes the site's own login. */
  #leave(step: Step): ConnectLoginResult {
    this.passkeys.drop();
    const challenge = isStep(step, 'client:hybrid') ? rawChallenge(step.data.challenge) : '';
    this.driver.options.session.report('login-explicit-abort', challenge ? { challenge } : {});
    return handOver({ code: 'own_login' }, identifierOf(step));
  }
}

/** Whom the page vouches for is no guess of this browser. */
function sourceOf({ type }: Step, token: string | undefined): ConnectLoginSource {
  const source = SOURCES.get(type) ?? 'text-field';
  return token && source === 'one-tap' ? 'text-field' : source;
}
