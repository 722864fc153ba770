import type { Flags } from '../../../../src/api/connect-storage.js';
import type { ClientInformation } from '../../../../src/api/types.js';
import { ConnectProject } from '../../../../src/process/connect/connect-project.js';
import { ConnectSession } from '../../../../src/process/connect/connect-session.js';
import { memoryStorage } from '../../../../src/testing/memory-storage.js';
import { scriptedClient, scriptedFetch, type Script } from '../../../../src/testing/scripted-fetch.js';

export interface ConnectPageOptions {
  readonly script?: Script;
  /** Shared by the tabs of a browser. */
  readonly storage?: Storage;
  readonly flags?: Flags;
  readonly invitationToken?: string;
  readonly reportsEvents?: boolean;
}

/** One tab: a project whose server is scripted, and the session of an element on it. */
export class ConnectPage {
  readonly storage: Storage;
  readonly fetch;
  readonly project: ConnectProject;
  readonly session: ConnectSession;
  readonly abort = new AbortController();

  constructor(private readonly options: ConnectPageOptions = {}) {
    this.storage = options.storage ?? memoryStorage();
    this.fetch = scriptedFetch(options.script ?? {});
    this.project = new ConnectProject(scriptedClient(this.fetch), this.storage);
    this.session = this.another();
  }

  /** The session of another element of the project. */
  another(changes: Partial<ConnectPageOptions> = {}): ConnectSession {
    const { flags = {}, invitationToken, reportsEvents = true } = { ...this.options, ...changes };
    return new ConnectSession({
      project: this.project,
      clientInformation: (handle): Promise<ClientInformation> =>
        Promise.resolve(handle ? { clientEnvHandle: handle.value, clientEnvHandleMeta: handle.meta } : {}),
      flags: () => flags,
      invitationToken: () => invitationToken,
      reportsEvents: () => reportsEvents,
    });
  }

  /** Operations in order, without `/v2/connect/`. */
  get operations(): readonly string[] {
    return this.fetch.requests.map(({ operation }) => operation.replace('POST /v2/connect/', ''));
  }
}
