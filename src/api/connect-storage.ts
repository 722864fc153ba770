import {
  ClientHandleStore,
  sourceStored,
  storedSource,
  type ClientEnvHandle,
  type ClientStateSource,
} from './client-handle.js';
import { isPasskeyOperation } from './passkey-guards.js';
import { pageStorage, SafeStorage } from './safe-storage.js';
import { listOf, optional, shape } from './shape-guards.js';
import type { ClientStateMeta, PasskeyOperation } from './types.js';

/** What `login/init` answered, reused until it expires. */
export interface LoginData {
  readonly loginAllowed: boolean;
  readonly conditionalUIChallenge?: string;
  /** Unix seconds. */
  readonly expiresAt: number;
}

/** What `append/init` answered. */
export interface AppendData {
  readonly appendAllowed: boolean;
  /** Unix seconds. */
  readonly expiresAt: number;
}

/** What `manage/init` answered. */
export interface ManageData {
  readonly manageAllowed: boolean;
  /** Unix seconds. */
  readonly expiresAt: number;
}

/** The parts of a process, each with its own end. */
export interface ConnectProcessData {
  readonly loginData?: LoginData;
  readonly appendData?: AppendData;
  readonly manageData?: ManageData;
}

/** The process that login, append and manage share. */
export interface StoredConnectProcess extends ConnectProcessData {
  readonly id: string;
  readonly frontendApiUrl: string;
}

/** Texts by name; `true` and `false` are texts as well. */
export type Flags = Readonly<Record<string, string>>;

/** Who signed in on this device last, with where and when that was learnt. */
export interface LastLogin {
  readonly operation: PasskeyOperation;
  readonly meta: ClientStateMeta;
}

interface LastLoginEntry {
  /** Absent once it was erased. */
  readonly data?: PasskeyOperation;
  readonly source: string;
  /** Unix milliseconds. */
  readonly ts: number;
}

const INVITATION = 'cbo_connect_invitation';

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isLoginData = shape<LoginData>({
  loginAllowed: 'boolean',
  conditionalUIChallenge: 'string?',
  expiresAt: 'number',
});
const isAppendData = shape<AppendData>({ appendAllowed: 'boolean', expiresAt: 'number' });
const isManageData = shape<ManageData>({ manageAllowed: 'boolean', expiresAt: 'number' });
const isProcess = shape<StoredConnectProcess>({ id: isText, frontendApiUrl: 'string' });
const isFlag = shape<{ name: string; value: string }>({ name: isText, value: 'string' });
const isFlags = shape<{ items: { name: string; value: string }[] }>({ items: listOf(isFlag) });
const isInvitation = shape<{ token: string }>({ token: isText });
const isLastLogin = shape<LastLoginEntry>({
  data: optional(isPasskeyOperation),
  source: 'string',
  ts: 'number',
});

/**
 * What the browser remembers of Connect between visits, under the keys and in the formats of behaviour.md 4.3 and 4.4, so
 * that the kit and the vendor's packages can live on one site. Never throws; anything unreadable counts as absent, and what
 * the browser does not keep is kept as long as this object lives.
 */
export class ConnectStorage {
  readonly #storage: SafeStorage;
  readonly #handle: ClientHandleStore;
  readonly #processKey: string;
  readonly #flagsKey: string;
  readonly #lastLoginKey: string;

  constructor(projectId: string, storage: Storage | undefined = pageStorage()) {
    this.#storage = new SafeStorage(storage);
    this.#handle = new ClientHandleStore(this.#storage, projectId);
    this.#processKey = `cbo_connect_process-${projectId}`;
    this.#flagsKey = `cbo_connect_flags-${projectId}`;
    this.#lastLoginKey = `cbo_connect_last_login-${projectId}`;
  }

  /** The process, with those of its parts that can be read; whether a part is over is the reader's to see. */
  get process(): StoredConnectProcess | undefined {
    const process = this.#storage.read(this.#processKey, isProcess);
    if (!process) return undefined;
    const { id, frontendApiUrl, loginData, appendData, manageData } = process;
    return {
      id,
      frontendApiUrl,
      ...(isLoginData(loginData) && { loginData }),
      ...(isAppendData(appendData) && { appendData }),
      ...(isManageData(manageData) && { manageData }),
    };
  }

  set process(process: StoredConnectProcess | undefined) {
    this.#storage.write(this.#processKey, process);
  }

  /** Flags of earlier answers. */
  get flags(): Flags {
    const { items } = this.#storage.read(this.#flagsKey, isFlags) ?? { items: [] };
    return Object.fromEntries(items.map(({ name, value }) => [name, value]));
  }

  set flags(flags: Flags) {
    const items = Object.entries(flags).map(([name, value]) => ({ name, value }));
    this.#storage.write(this.#flagsKey, { items });
  }

  /** Lifts the rollout gate. */
  get invitation(): string | undefined {
    return this.#storage.read(INVITATION, isInvitation)?.token;
  }

  set invitation(token: string | undefined) {
    this.#storage.write(INVITATION, token === undefined ? undefined : { token });
  }

  get lastLogin(): LastLogin | undefined {
    const { data, source, ts } = this.#lastLogin ?? {};
    if (!data || ts === undefined) return undefined;
    return { operation: data, meta: { ts, source: sourceStored(source ?? '') } };
  }

  /** When the last login was kept or erased, unix milliseconds; 0 for never. */
  get lastLoginTs(): number {
    return this.#lastLogin?.ts ?? 0;
  }

  /**
   * Keeps who signed in last, or erases it. That it was erased is kept: an older client state must not bring it back.
   * @param ts unix milliseconds
   */
  setLastLogin(
    operation: PasskeyOperation | undefined,
    ts = Date.now(),
    source: ClientStateSource = 'ls',
  ): void {
    const entry = { data: operation ?? null, source: storedSource(source), ts };
    this.#storage.write(this.#lastLoginKey, entry);
  }

  /** The name the server has given this browser; the auth process uses the same. */
  get clientEnvHandle(): ClientEnvHandle | undefined {
    return this.#handle.get();
  }

  /** @param ts unix milliseconds */
  setClientEnvHandle(value: string, ts?: number, source?: ClientStateSource): void {
    this.#handle.set(value, ts, source);
  }

  get #lastLogin(): LastLoginEntry | undefined {
    return this.#storage.read(this.#lastLoginKey, isLastLogin);
  }
}
