import type { ApiClient } from '../../api/api-client.js';
import { connectEventCreate } from '../../api/connect-events-api.js';
import type {
  AppendData,
  ConnectStorage,
  Flags,
  LastLogin,
  LoginData,
  ManageData,
} from '../../api/connect-storage.js';
import type { ClientInformation, PasskeyEventType, PasskeyOperation } from '../../api/types.js';
import type { ClientEnvHandle } from '../../api/client-handle.js';
import { adoptClientState, clientStateOf } from './client-state.js';
import { APPEND, LOGIN, MANAGE, type ConnectProject } from './connect-project.js';
import type { ConnectTrace } from './connect-trace.js';

export interface ConnectSessionOptions {
  /** What this element shares with the others of its project. */
  readonly project: ConnectProject;
  readonly clientInformation: (handle: ClientEnvHandle | undefined) => Promise<ClientInformation>;
  /** The element's own flags; they win over the server's. */
  readonly flags: () => Flags;
  /** The element's own invitation, if it was given one. */
  readonly invitationToken: () => string | undefined;
  /** Whether the page lets the server be told what became of ceremonies and offers. */
  readonly reportsEvents: () => boolean;
}

/** What an event of Connect carries besides its type. */
export interface ReportDetails {
  readonly message?: string;
  /** `publicKey.challenge` of the options, base64url. */
  readonly challenge?: string;
}

/** One element's view of Connect: the parts of its project's process, what this browser remembers, and what the server is told. */
export class ConnectSession {
  readonly client: ApiClient;
  readonly storage: ConnectStorage;
  #trace: Promise<ConnectTrace> | undefined;

  constructor(private readonly options: ConnectSessionOptions) {
    ({ client: this.client, storage: this.storage } = options.project);
  }

  /** Whether a login may be offered, and the challenge for autofill. Throws `ApiError`. */
  login(signal: AbortSignal): Promise<LoginData> {
    return this.options.project.init(LOGIN, this.#request(), signal);
  }

  /** Whether a passkey may be offered after a login. Throws `ApiError`. */
  append(signal: AbortSignal): Promise<AppendData> {
    return this.options.project.init(APPEND, this.#request(), signal);
  }

  /** Whether passkeys may be added to the list. Throws `ApiError`. */
  manage(signal: AbortSignal): Promise<ManageData> {
    return this.options.project.init(MANAGE, this.#request(), signal);
  }

  /** The challenge for autofill is used up: the next login asks for another. */
  dropLogin(): void {
    this.options.project.drop('loginData');
  }

  /** The server does not know the process any more: all parts are asked for again. */
  dropProcess(): void {
    this.storage.process = undefined;
    this.client.connectProcessId = undefined;
  }

  /** A flag: the element's own, else what the server said last. */
  flag(name: string): string | undefined {
    const layers = [this.options.flags(), this.storage.flags];
    return layers.find((flags) => Object.hasOwn(flags, name))?.[name];
  }

  get lastLogin(): LastLogin | undefined {
    return this.storage.lastLogin;
  }

  keepLastLogin(operation: PasskeyOperation): void {
    this.storage.setLastLogin(operation);
  }

  forgetLastLogin(): void {
    if (this.storage.lastLogin) this.storage.setLastLogin(undefined);
  }

  /** What the page may pass on to another page of the site. */
  get clientState(): string {
    return clientStateOf(this.storage);
  }

  /** Takes over what another page of the site has passed on, where it is newer. */
  adoptClientState(state: string): void {
    adoptClientState(this.storage, state, 'url');
  }

  /** Tells the server what became of an offer or a ceremony, unless the page has switched that off. Nobody waits for it and its failure does not matter. */
  report(eventType: PasskeyEventType, details: ReportDetails = {}): void {
    if (!this.options.reportsEvents() || this.client.connectProcessId === undefined) return;
    connectEventCreate(this.client, { eventType, ...details }).catch(() => undefined);
  }

  /**
   * Notes a moment of the interaction (`eventsLow`), where the server asks for that and the page lets it.
   * @param timestamp unix milliseconds
   */
  trace(eventType: string, timestamp = Date.now()): void {
    if (!this.options.reportsEvents() || this.flag('event-low') !== 'true') return;
    this.#trace ??= import('./connect-trace.js').then(({ ConnectTrace }) => new ConnectTrace(this.client));
    void this.#traced((trace) => trace.note({ eventType, timestamp }));
  }

  /** Settles when what was noted so far has its place. */
  traceReady(): Promise<void> {
    return this.#traced(() => undefined);
  }

  /** The element has left the page: what was noted goes out, and nothing is listened for any more. */
  endTrace(): void {
    void this.#traced((trace) => trace.end());
    this.#trace = undefined;
  }

  /** An extra: where it does not load, nothing is missed. */
  async #traced(use: (trace: ConnectTrace) => void): Promise<void> {
    const trace = await this.#trace?.catch(() => undefined);
    if (trace) use(trace);
  }

  #request() {
    const { invitationToken, clientInformation } = this.options;
    return {
      invitationToken: this.#invitation(invitationToken()),
      clientInformation: () => clientInformation(this.storage.clientEnvHandle),
    };
  }

  /** An invitation by attribute or address is kept for later visits. */
  #invitation(own: string | undefined): string | undefined {
    const given = own || new URLSearchParams(location.search).get('invitationToken');
    if (given) this.storage.invitation = given;
    return this.storage.invitation;
  }
}
