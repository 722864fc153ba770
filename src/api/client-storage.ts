import { ClientHandleStore, type ClientEnvHandle } from './client-handle.js';
import { pageStorage, SafeStorage } from './safe-storage.js';
import { shape } from './shape-guards.js';
import type { LoginIdentifierType, ProcessInitReq } from './types.js';

export interface StoredAuthProcess {
  readonly id: string;
  /** Unix seconds. */
  readonly expiresAt: number;
  readonly frontendApiUrl: string;
}

export interface LastIdentifier {
  readonly value: string;
  readonly type: LoginIdentifierType;
}

const LAST_IDENTIFIER = 'cbo_last_identifier';
const PASSKEY_APPEND_SHOWN = 'cbo_passkey_append_shown';
const SKIP_AFTER_HYBRID = 'cbo_skip_passkey_append_after_hybrid';
const REFRESH_TOKEN = 'cbo_refresh_token';

const IDENTIFIER_TYPES: readonly LoginIdentifierType[] = ['email', 'phone', 'username'];

const isAuthProcess = shape<StoredAuthProcess>({
  id: (value) => typeof value === 'string' && value !== '',
  expiresAt: 'number',
  frontendApiUrl: 'string',
});
const isLastIdentifier = shape<LastIdentifier>({
  value: (value) => typeof value === 'string' && value !== '',
  type: (value) => IDENTIFIER_TYPES.some((type) => type === value),
});

/**
 * What the browser remembers between visits, under the keys and in the formats of behaviour.md 4.3 and 4.4, so that the
 * kit and the vendor's packages can live on one site. Never throws; anything unreadable counts as absent.
 */
export class ClientStorage {
  readonly #storage: SafeStorage;
  readonly #authProcessKey: string;
  readonly #handle: ClientHandleStore;

  constructor(projectId: string, storage: Storage | undefined = pageStorage()) {
    this.#storage = new SafeStorage(storage);
    this.#authProcessKey = `cbo_auth_process-${projectId}`;
    this.#handle = new ClientHandleStore(this.#storage, projectId);
  }

  /**
   * The running process, unless its time is over.
   * @param now unix milliseconds
   */
  authProcess(now = Date.now()): StoredAuthProcess | undefined {
    const process = this.#storage.read(this.#authProcessKey, isAuthProcess);
    return process && process.expiresAt * 1000 > now ? process : undefined;
  }

  setAuthProcess(process: StoredAuthProcess): void {
    this.#storage.write(this.#authProcessKey, process);
  }

  clearAuthProcess(): void {
    this.#storage.write(this.#authProcessKey, undefined);
  }

  /** Who signed in here last with a passkey. */
  get lastIdentifier(): LastIdentifier | undefined {
    return this.#storage.read(LAST_IDENTIFIER, isLastIdentifier);
  }

  set lastIdentifier(identifier: LastIdentifier | undefined) {
    this.#storage.write(LAST_IDENTIFIER, identifier && { value: identifier.value, type: identifier.type });
  }

  get clientEnvHandle(): ClientEnvHandle | undefined {
    return this.#handle.get();
  }

  /**
   * Keeps the `newClientEnvHandle` of an answer.
   * @param now unix milliseconds
   */
  setClientEnvHandle(value: string, now = Date.now()): void {
    this.#handle.set(value, now);
  }

  /** What process/init is told about earlier passkey offers. */
  passkeyAppendState(): Pick<ProcessInitReq, 'passkeyAppendShown' | 'optOutOfPasskeyAppendAfterHybrid'> {
    const shown = Number(this.#storage.get(PASSKEY_APPEND_SHOWN) ?? NaN);
    return {
      ...(Number.isSafeInteger(shown) && { passkeyAppendShown: shown }),
      ...(this.#storage.get(SKIP_AFTER_HYBRID) === 'true' && { optOutOfPasskeyAppendAfterHybrid: true }),
    };
  }

  /** Keeps when a passkey was offered: seconds, shifted by the zone offset as the contract has it (behaviour.md section 1). */
  notePasskeyAppendShown(now = new Date()): void {
    const seconds = Math.floor(now.getTime() / 1000) + now.getTimezoneOffset() * 60;
    this.#storage.set(PASSKEY_APPEND_SHOWN, String(seconds));
  }

  /** The person wants no more offers after a sign-in with another device; every later process/init says so. */
  optOutOfPasskeyAppendAfterHybrid(): void {
    this.#storage.set(SKIP_AFTER_HYBRID, 'true');
  }

  /** Only while the project environment is `dev`; a live project keeps it in a cookie the page cannot read. */
  get refreshToken(): string | undefined {
    return this.#storage.get(REFRESH_TOKEN) || undefined;
  }

  set refreshToken(token: string | undefined) {
    this.#storage.set(REFRESH_TOKEN, token || undefined);
  }
}
