import type { PropertyDeclarations } from 'lit';
import type { ApiClient } from '../../api/api-client.js';
import { clientInformation } from '../../api/client-information.js';
import type { Flags } from '../../api/connect-storage.js';
import { simulated } from '../../process/connect/simulation.js';
import { connectProject } from '../../process/connect/connect-project.js';
import { ConnectSession } from '../../process/connect/connect-session.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import { unsupportedReason } from '../../webauthn/webauthn-support.js';
import { ProcessElement } from './process-element.js';

/** `conditional-ui-allowed=true event-low=false` → flags by name; a name alone is `true`. */
function readFlags(value: string | null): Flags {
  const pairs = (value ?? '').split(/[\s,;]+/).filter(Boolean);
  const entries = pairs.map((pair): [string, string] => {
    const [name = '', text = 'true'] = pair.split('=');
    return [name, text];
  });
  return Object.fromEntries(entries);
}

/** Base of the Connect elements: the session of their project, and what all of them are told. */
export abstract class ConnectElement<Outcome> extends ProcessElement<Outcome> {
  static override properties: PropertyDeclarations = {
    flags: { converter: readFlags },
    invitationToken: { attribute: 'invitation-token' },
    clientState: { attribute: false, noAccessor: true },
    webauthn: { attribute: false },
    storage: { attribute: false },
  };

  /** @internal */
  override readonly areas = ['common', 'connect'] as const;

  /** Flags that win over the server's, such as `conditional-ui-allowed=true`; separated by spaces. */
  flags: Flags = {};
  /** Lifts the rollout gate for this visitor; else taken from `?invitationToken=` of the address, or an earlier visit. */
  invitationToken: string | undefined;
  /** Ceremonies; replaced in catalogues and tests only. @internal */
  webauthn: WebAuthnService | undefined;
  /** What this browser remembers; replaced in catalogues and tests only. @internal */
  storage: Storage | undefined;

  /** Undefined until the element has a client. */
  protected session: ConnectSession | undefined;
  #givenState: string | undefined;

  /** What this browser knows of its visitor, to pass on to another page of the site; set it to what another page has passed on, the newest counts. */
  get clientState(): string | undefined {
    return this.session?.clientState ?? this.#givenState;
  }

  set clientState(state: string | undefined) {
    this.#givenState = state;
    if (state) this.session?.adoptClientState(state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session?.endTrace();
  }

  /** The session of a client's project, anew for each process. */
  protected openSession(client: ApiClient): ConnectSession {
    const simulation = simulated.present;
    const session = new ConnectSession({
      project: connectProject(simulation?.client(client) ?? client, simulation?.storage ?? this.storage),
      clientInformation: (handle) => clientInformation(handle ? { handle } : {}),
      flags: () => this.flags,
      invitationToken: () => this.invitationToken,
      reportsEvents: () => this.reportsEvents,
    });
    if (this.#givenState) session.adoptClientState(this.#givenState);
    this.session = session;
    return session;
  }

  /** The ceremonies, loaded when they are first wanted. */
  protected async ceremonies(): Promise<WebAuthnService> {
    const service = this.webauthn ?? (await import('../../webauthn/webauthn-service.js')).webauthn;
    return simulated.present?.webauthn(service) ?? service;
  }

  /** Why this page cannot run such a ceremony at all, if it cannot. */
  protected unsupportedReason(type: 'get' | 'create'): ReturnType<typeof unsupportedReason> {
    return (
      simulated.present?.unsupportedReason() ??
      (this.webauthn ?? { unsupportedReason }).unsupportedReason(type)
    );
  }
}
