import type { ApiClient } from '../../api/api-client.js';
import { ApiError } from '../../api/api-error.js';
import {
  connectAppendInit,
  connectLoginInit,
  connectManageInit,
  connectProcessClear,
} from '../../api/connect-init-api.js';
import {
  ConnectStorage,
  type AppendData,
  type ConnectProcessData,
  type LoginData,
  type ManageData,
  type StoredConnectProcess,
} from '../../api/connect-storage.js';
import type { ClientInformation, ConnectLoginInitReq } from '../../api/types.js';
import { adoptClientState } from './client-state.js';

/** What the three `init` operations answer alike. */
interface InitAnswer {
  readonly frontendApiUrl: string;
  readonly flags: Readonly<Record<string, string>>;
  readonly newClientEnvHandle?: string;
  readonly newClientState?: string;
}

/** One part of the process: how it is asked for and where it is kept. */
interface Part<Data> {
  readonly key: keyof ConnectProcessData;
  readonly allowed: (data: Data) => boolean;
  readonly ask: (
    client: ApiClient,
    body: ConnectLoginInitReq,
  ) => Promise<{ readonly id: string; readonly data: Data; readonly answer: InitAnswer }>;
}

export const LOGIN: Part<LoginData> = {
  key: 'loginData',
  allowed: ({ loginAllowed }) => loginAllowed,
  async ask(client, body) {
    const answer = await connectLoginInit(client, body);
    const { token: id, loginAllowed, conditionalUIChallenge, expiresAt } = answer;
    const challenge = conditionalUIChallenge ? { conditionalUIChallenge } : {};
    return { id, answer, data: { loginAllowed, expiresAt, ...challenge } };
  },
};

export const APPEND: Part<AppendData> = {
  key: 'appendData',
  allowed: ({ appendAllowed }) => appendAllowed,
  async ask(client, body) {
    const answer = await connectAppendInit(client, body);
    const { processID: id, appendAllowed, expiresAt } = answer;
    return { id, answer, data: { appendAllowed, expiresAt } };
  },
};

export const MANAGE: Part<ManageData> = {
  key: 'manageData',
  allowed: ({ manageAllowed }) => manageAllowed,
  async ask(client, body) {
    const answer = await connectManageInit(client, body);
    const { processID: id, manageAllowed, expiresAt } = answer;
    return { id, answer, data: { manageAllowed, expiresAt } };
  },
};

/** What an element brings along when a part has to be asked for. */
export interface InitRequest {
  readonly invitationToken: string | undefined;
  readonly clientInformation: () => Promise<ClientInformation>;
}

/** What the Connect elements of one project share on a page: client, storage, and the one process of all three parts. */
export class ConnectProject {
  readonly client: ApiClient;
  readonly storage: ConnectStorage;
  readonly #running = new Map<keyof ConnectProcessData, Promise<unknown>>();
  /** One `init` at a time, so that the second part joins the process of the first. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: ApiClient, storage?: Storage) {
    this.client = client.fork();
    this.storage = new ConnectStorage(client.projectId, storage);
  }

  /**
   * A part of the process: as it was answered before, until that expires, else asked for, once for all who want it.
   * What the server has answered is kept even when nobody waits for it any more.
   * @throws ApiError of any kind; `aborted` as soon as the signal aborts.
   */
  async init<Data extends { readonly expiresAt: number }>(
    part: Part<Data>,
    request: InitRequest,
    signal: AbortSignal,
  ): Promise<Data> {
    const known = this.#known(part, request.invitationToken !== undefined);
    if (known) return known;
    const running = this.#running.get(part.key) as Promise<Data> | undefined;
    return unlessAborted(running ?? this.#start(part, request), signal);
  }

  /** Forgets a part, so that it is asked for again. */
  drop(key: keyof ConnectProcessData): void {
    const { process } = this.storage;
    if (process) this.storage.process = { ...process, [key]: undefined };
  }

  #start<Data extends { readonly expiresAt: number }>(part: Part<Data>, request: InitRequest): Promise<Data> {
    const work = this.#last
      .then(() => this.#open(part, request))
      .finally(() => this.#running.delete(part.key));
    this.#running.set(part.key, work);
    this.#last = work.catch(() => undefined);
    return work;
  }

  async #open<Data extends { readonly expiresAt: number }>(
    part: Part<Data>,
    { invitationToken, clientInformation }: InitRequest,
  ): Promise<Data> {
    const { client, storage } = this;
    const sent = storage.process;
    if (sent) this.#adopt(sent);
    const body = {
      clientInformation: await clientInformation(),
      flags: storage.flags,
      ...(invitationToken === undefined ? {} : { invitationToken }),
    };
    const { id, data, answer } = await part.ask(client, body);
    storage.flags = { ...storage.flags, ...answer.flags };
    if (answer.newClientState) adoptClientState(storage, answer.newClientState, 'ls');
    if (answer.newClientEnvHandle) storage.setClientEnvHandle(answer.newClientEnvHandle);
    return this.#first(part, id, sent?.id) ?? this.#keep(part, { id, data, answer });
  }

  /** What another tab was answered meanwhile; then the process of this answer is not going to be used. */
  #first<Data extends { readonly expiresAt: number }>(
    part: Part<Data>,
    id: string,
    sentId: string | undefined,
  ): Data | undefined {
    const stored = this.storage.process;
    if (!stored || stored.id === id || stored.id === sentId) return undefined;
    const known = this.#known(part, false);
    if (known) connectProcessClear(this.client, { processId: id }).catch(() => undefined);
    return known;
  }

  #keep<Data>({ key }: Part<Data>, { id, data, answer }: Awaited<ReturnType<Part<Data>['ask']>>): Data {
    const { process } = this.storage;
    const others = process?.id === id ? process : {};
    const kept = { ...others, id, frontendApiUrl: answer.frontendApiUrl, [key]: data };
    this.storage.process = kept;
    this.#adopt(kept);
    return data;
  }

  /** The answer of before, while it may be used. One that said no is asked again by who is invited. */
  #known<Data extends { readonly expiresAt: number }>(part: Part<Data>, invited: boolean): Data | undefined {
    const { process } = this.storage;
    const data = process?.[part.key] as Data | undefined;
    if (!process || !data || data.expiresAt * 1000 <= (this.client.serverNow ?? Date.now())) return undefined;
    if (invited && !part.allowed(data)) return undefined;
    this.#adopt(process);
    return data;
  }

  #adopt({ id, frontendApiUrl }: StoredConnectProcess): void {
    this.client.connectProcessId = id;
    this.client.adoptFrontendApiUrl(frontendApiUrl);
  }
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new ApiError('aborted', 'aborted', { cause: signal.reason }));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

const projects = new WeakMap<ApiClient, ConnectProject>();

/** The project that a client belongs to; the same for every element that has this client. */
export function connectProject(client: ApiClient, storage?: Storage): ConnectProject {
  const project = projects.get(client) ?? new ConnectProject(client, storage);
  projects.set(client, project);
  return project;
}
