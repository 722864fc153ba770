import type { SafeStorage } from './safe-storage.js';
import { shape } from './shape-guards.js';
import type { ClientStateMeta } from './types.js';

/** Names this browser towards the server; sent as `clientInformation.clientEnvHandle` and `clientEnvHandleMeta`. */
export interface ClientEnvHandle {
  readonly value: string;
  readonly meta: ClientStateMeta;
}

/** Where a client state came from: this browser's own storage, or another page that has passed it on. */
export type ClientStateSource = 'ls' | 'url';

/** One part of the client state (behaviour.md 4.4). */
interface ClientStateEntry {
  readonly data: string;
  readonly source: string;
  /** Unix milliseconds. */
  readonly ts: number;
}

const LEGACY_KEY = 'cbo_client_handle';
const isClientStateEntry = shape<ClientStateEntry>({ data: 'string', source: 'string', ts: 'number' });

/** How storage names a source. */
export const storedSource = (source: ClientStateSource): string =>
  source === 'url' ? 'URL' : 'LocalStorage';
export const sourceStored = (name: string): ClientStateSource => (name === 'URL' ? 'url' : 'ls');

/** The handle of one project, shared by the auth process and Connect. */
export class ClientHandleStore {
  readonly #key: string;

  constructor(
    private readonly storage: SafeStorage,
    projectId: string,
  ) {
    this.#key = `cbo_client_handle-${projectId}`;
  }

  /** A handle of the old format, kept for all projects under one key, is moved to this project. */
  get(): ClientEnvHandle | undefined {
    const entry = this.storage.read(this.#key, isClientStateEntry);
    if (entry) return { value: entry.data, meta: { ts: entry.ts, source: sourceStored(entry.source) } };
    const legacy = this.storage.get(LEGACY_KEY);
    return legacy ? this.set(legacy) : undefined;
  }

  /** @param ts unix milliseconds */
  set(value: string, ts = Date.now(), source: ClientStateSource = 'ls'): ClientEnvHandle {
    const entry: ClientStateEntry = { data: value, source: storedSource(source), ts };
    this.storage.write(this.#key, entry);
    return { value, meta: { ts, source } };
  }
}
