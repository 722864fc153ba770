import { ApiError } from './api-error.js';
import {
  allowedOrigin,
  checkProjectId,
  configuredBaseUrl,
  defaultBaseUrl,
  serverNamedBaseUrl,
} from './base-url.js';
import type * as FailedCall from './failed-call.js';
import { parseJson } from './json.js';
import { requestHeaders, type HeaderGroup } from './request-headers.js';
import type { RetryClass } from './retry-policy.js';
import type { Guard } from './shape-guards.js';
import { realClock, within, type ApiClock } from './timing.js';

export const TRY_TIMEOUT_MS = 10_000;
/** For calls that end a ceremony or a verification. */
export const FINISH_TIMEOUT_MS = 15_000;
const TOTAL_TIMEOUT_MS = 30_000;

export interface ApiClientOptions {
  /** `pro-` and digits. */
  readonly projectId: string;
  /** Absolute, or relative to the document (`/`). When set, no other URL is ever used. */
  readonly frontendApiUrl?: string;
  /** Host name behind the project id; `frontendapi.corbado.io` unless told. */
  readonly frontendApiUrlSuffix?: string;
  /** Further origins a response may name as the Frontend API. */
  readonly allowedApiOrigins?: readonly string[];
  readonly fetch?: typeof fetch;
  readonly clock?: ApiClock;
}

let failedCall: typeof FailedCall | undefined;

/** What a failed call needs to be told in full and to be sent again. Without it the failure counts as it is. */
export async function loadFailedCall(): Promise<typeof FailedCall | undefined> {
  return (failedCall ??= await import('./failed-call.js').catch(() => undefined));
}

/** What the caller of any operation may add. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** A call whose answer holds nothing to read. */
export interface ApiCall extends CallOptions {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** From `/v2/` on. */
  readonly path: string;
  /** Last path segment; encoded here, and left out of error messages. */
  readonly pathParameter?: string;
  readonly headers: HeaderGroup;
  readonly body?: object;
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** Refresh token; `users` only. */
  readonly bearer?: string;
  readonly retry: RetryClass;
  /** Goes out even when the page is left meanwhile. */
  readonly keepalive?: boolean;
  /** Milliseconds for each try; `TRY_TIMEOUT_MS` unless told. */
  readonly timeoutMs?: number;
}

export interface ApiRequest<T> extends ApiCall {
  /** Tells whether the parsed body is a `T`. */
  readonly expect: Guard<T>;
}

/**
 * The only place that calls `fetch`. Knows base URL, headers, time-outs and retries; what an answer means is not its
 * business.
 */
export class ApiClient {
  readonly projectId: string;
  /** Sent with auth calls as `X-Corbado-Process-ID`. */
  processId: string | undefined;
  /** From an email link; sent with auth calls instead of `processId`. */
  tempProcessId: string | undefined;
  /** Sent with connect calls as `X-Corbado-Process-ID`: both kinds of process may run on one client. */
  connectProcessId: string | undefined;

  readonly #options: ApiClientOptions;
  readonly #fetch: typeof fetch;
  readonly #clock: ApiClock;
  readonly #trustedOrigins: ReadonlySet<string>;
  #baseUrl: string;
  /** Server time minus the clock's, in milliseconds, as the last answer told. */
  #serverOffset: number | undefined;

  /** @throws ApiError of kind `configuration`, with a message for the page's developer. */
  constructor(options: ApiClientOptions) {
    this.#options = options;
    this.projectId = checkProjectId(options.projectId);
    this.#baseUrl = options.frontendApiUrl
      ? configuredBaseUrl(options.frontendApiUrl)
      : defaultBaseUrl(this.projectId, options.frontendApiUrlSuffix || undefined);
    const allowed = (options.allowedApiOrigins ?? []).map(allowedOrigin);
    this.#trustedOrigins = new Set([new URL(this.#baseUrl).origin, ...allowed]);
    // Looked up at each call, so that a page which replaces fetch later (monitoring, mocks) is heeded.
    this.#fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
    this.#clock = options.clock ?? realClock;
  }

  /** Where calls go, without a trailing slash. */
  get baseUrl(): string {
    return this.#baseUrl;
  }

  /**
   * A client of the same configuration with processes of its own; for each element that runs one.
   * @param through wraps the `fetch` it uses
   */
  fork(through: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch = (fetch) => fetch): ApiClient {
    const fork = new ApiClient({ ...this.#options, fetch: through(this.#fetch) });
    fork.#baseUrl = this.#baseUrl;
    return fork;
  }

  /**
   * Takes over a URL that a response or the storage named if its origin is the configured one, the vendor's own for this
   * project, or one of `allowedApiOrigins`. A configured `frontendApiUrl` is never replaced.
   * @returns whether calls go to that URL from now on
   */
  adoptFrontendApiUrl(url: string): boolean {
    const named = serverNamedBaseUrl(url, this.projectId, this.#trustedOrigins);
    if (named !== undefined && !this.#options.frontendApiUrl) this.#baseUrl = named;
    return named === this.#baseUrl;
  }

  /** Unix milliseconds by the server's clock; `undefined` while no answer told (`Date` must be readable: same origin, or exposed). */
  get serverNow(): number | undefined {
    return this.#serverOffset === undefined ? undefined : this.#clock.now() + this.#serverOffset;
  }

  /** @throws ApiError of any kind but `configuration`. */
  request<T>(request: ApiRequest<T>): Promise<T> {
    return this.#deliver(request, async (response) => {
      const text = await response.text().catch(networkError(request));
      return readBody(request, response.status, text);
    });
  }

  /** Sends a call answered without a body (204); one that comes nevertheless is not read. @throws ApiError as `request`. */
  send(call: ApiCall): Promise<void> {
    return this.#deliver(call, () => Promise.resolve());
  }

  async #deliver<T>(call: ApiCall, read: (response: Response) => Promise<T>): Promise<T> {
    const { signal, retry, timeoutMs = TRY_TIMEOUT_MS } = call;
    const clock = this.#clock;
    const deadline = clock.now() + TOTAL_TIMEOUT_MS;
    for (let tries = 1; ; tries++) {
      try {
        const ms = Math.min(timeoutMs, deadline - clock.now());
        return await within(clock, ms, signal, (ended) => this.#exchange(call, ended, read));
      } catch (error) {
        if (retry === 'never' || !(error instanceof ApiError) || error.kind === 'aborted') throw error;
        const failed = await loadFailedCall();
        const delay = failed?.retryDelay(error, retry, tries, clock.random());
        if (!failed || delay === undefined || clock.now() + delay >= deadline) throw error;
        await failed.pause(clock, delay, signal);
      }
    }
  }

  async #exchange<T>(
    call: ApiCall,
    signal: AbortSignal,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    const init = this.#requestInit(call, signal);
    const response = await this.#fetch(this.#url(call), init).catch(networkError(call));
    const date = Date.parse(response.headers.get('Date') ?? '');
    if (!Number.isNaN(date)) this.#serverOffset = date - this.#clock.now();
    if (response.ok) return read(response);
    const { status } = response;
    const failed = await loadFailedCall();
    if (!failed) throw new ApiError('http', `${nameOf(call)}: HTTP ${status}`, { status });
    throw failed.httpError(nameOf(call), response, await response.text().catch(() => ''));
  }

  #url({ path, pathParameter, query = {} }: ApiCall): string {
    const segment = pathParameter === undefined ? '' : `/${encodeURIComponent(pathParameter)}`;
    const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const search = new URLSearchParams(pairs).toString();
    return this.#baseUrl + path + segment + (search && `?${search}`);
  }

  #requestInit(call: ApiCall, signal: AbortSignal): RequestInit {
    const headers = headersOf(call, {
      projectId: this.projectId,
      processId: call.headers === 'connect' ? this.connectProcessId : this.processId,
      tempProcessId: this.tempProcessId,
      bearer: call.bearer,
    });
    if (call.body) headers.set('Content-Type', 'application/json');
    return {
      method: call.method,
      headers,
      body: call.body && JSON.stringify(call.body),
      credentials: 'include',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      ...(call.keepalive && { keepalive: true }),
      signal,
    };
  }
}

function nameOf(call: ApiCall): string {
  return `${call.method} ${call.path}`;
}

function headersOf(call: ApiCall, values: Parameters<typeof requestHeaders>[1]): Headers {
  try {
    return requestHeaders(call.headers, values);
  } catch {
    throw new ApiError('malformed', `${nameOf(call)}: a header value cannot be sent`);
  }
}

function networkError(call: ApiCall): (cause: unknown) => never {
  return (cause) => {
    throw new ApiError('network', `${nameOf(call)}: no answer`, { cause });
  };
}

function readBody<T>(request: ApiRequest<T>, status: number, text: string): T {
  try {
    const body = parseJson(text);
    if (request.expect(body)) return body;
  } catch {
    // Engines quote the text in their SyntaxError, and it may hold tokens: the cause is left out on purpose.
  }
  throw new ApiError('malformed', `${nameOf(request)}: unexpected body`, { status });
}
