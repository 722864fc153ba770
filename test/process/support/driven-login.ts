import type { ProcessAction } from '../../../src/process/block-actions.js';
import type {
  ConnectLoginOutcome,
  ConnectLoginResult,
} from '../../../src/process/drivers/connect-login-context.js';
import { ConnectLoginDriver } from '../../../src/process/drivers/connect-login-driver.js';
import type { Attended } from '../../../src/process/process-driver.js';
import type { Step } from '../../../src/process/step.js';
import { loginFinishRspOf, loginInitRspOf, loginStartRspOf } from '../../../src/testing/connect-wire.js';
import { answer, type Script } from '../../../src/testing/scripted-fetch.js';
import { scriptedWebAuthn, type WebAuthnScript } from '../../../src/testing/scripted-webauthn.js';
import type { ApiClock } from '../../../src/api/timing.js';
import type { PasskeyOperation } from '../../../src/api/types.js';
import { ConnectPage, type ConnectPageOptions } from '../connect/support/connect-page.js';

export const INIT = 'POST /v2/connect/login/init';
export const START = 'POST /v2/connect/login/start';
export const FINISH = 'POST /v2/connect/login/finish';
export const EVENTS = 'POST /v2/connect/events';

export interface DrivenLoginOptions extends Omit<ConnectPageOptions, 'script'> {
  readonly script?: Script;
  readonly webauthn?: WebAuthnScript;
  readonly lastLogin?: PasskeyOperation;
  readonly prefill?: string;
  readonly helpUrl?: string;
  readonly loginToken?: (signal: AbortSignal) => Promise<string>;
  /** The page says by itself that there is no such account. */
  readonly tellsUnknownUser?: boolean;
  /** Parts of the kit that do not come. */
  readonly screen?: () => Promise<unknown>;
  readonly prepare?: () => Promise<unknown>;
  readonly clock?: ApiClock;
}

/** A `ConnectLoginDriver` whose server, authenticator and storage are scripted: everything succeeds unless told otherwise. */
export class DrivenLogin {
  readonly page: ConnectPage;
  readonly webauthn;
  readonly driver: ConnectLoginDriver;
  readonly abort = new AbortController();
  readonly unknownUsers: string[] = [];
  /** Whether the ceremonies were wanted. */
  asksForCeremonies = false;
  step: Step | undefined;
  outcome: ConnectLoginOutcome | undefined;
  last: ConnectLoginResult | undefined;

  constructor(options: DrivenLoginOptions = {}) {
    const { script, lastLogin, prefill = '', loginToken, helpUrl } = options;
    this.page = new ConnectPage({
      ...options,
      script: {
        [INIT]: answer(loginInitRspOf()),
        [START]: answer(loginStartRspOf()),
        [FINISH]: answer(loginFinishRspOf()),
        [EVENTS]: { kind: 'answer', status: 204 },
        ...script,
      },
    });
    this.webauthn = scriptedWebAuthn(options.webauthn);
    if (lastLogin) this.page.session.storage.setLastLogin(lastLogin, 1_700_000_000_000);
    this.driver = new ConnectLoginDriver({
      session: this.page.session,
      webauthn: () => {
        this.asksForCeremonies = true;
        return Promise.resolve(this.webauthn);
      },
      unsupportedReason: () => this.webauthn.unsupportedReason('get'),
      screen: options.screen ?? (() => Promise.resolve()),
      prepare: options.prepare ?? (() => Promise.resolve()),
      prefill: () => prefill,
      loginToken: () => loginToken,
      helpUrl: () => helpUrl,
      onUnknownUser: (identifier) => {
        this.unknownUsers.push(identifier);
        return options.tellsUnknownUser ?? false;
      },
      owner: this,
      ...(options.clock && { clock: options.clock }),
    });
  }

  /** A login at its first screen. */
  static async started(options: DrivenLoginOptions = {}): Promise<DrivenLogin> {
    const login = new DrivenLogin(options);
    await login.start();
    return login;
  }

  async start(): Promise<this> {
    this.#note(await this.driver.start(this.abort.signal));
    return this;
  }

  async perform(...actions: readonly ProcessAction[]): Promise<this> {
    for (const action of actions)
      this.#note(await this.driver.perform(action, { step: this.#step, signal: this.abort.signal }));
    return this;
  }

  attend(): Promise<Attended<ConnectLoginOutcome> | undefined> {
    return this.driver.attend({ step: this.#step, signal: this.abort.signal });
  }

  /** Body of a request, the last one unless told. */
  body(operation: string, index = -1): unknown {
    return this.page.fetch.to(operation).at(index)?.body;
  }

  get #step(): Step {
    if (!this.step) throw new Error('The login stands nowhere yet');
    return this.step;
  }

  #note(result: ConnectLoginResult): void {
    this.last = result;
    if (result.type === 'step' || result.type === 'ended') this.step = result.step;
    if (result.type === 'ended') this.outcome = result.outcome;
  }
}
