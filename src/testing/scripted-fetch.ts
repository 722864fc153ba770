import { ApiClient, TRY_TIMEOUT_MS } from '../api/api-client.js';
import type { ApiClock } from '../api/timing.js';
import type { BlockBody } from '../api/types.js';
import { processInitRspOf, processResponseOf, type ResponseOverrides } from './wire.js';

/** What the server does with one request. */
export type ScriptedAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      readonly afterMs?: number;
    }
  /** No answer can be read: offline, CORS, a broken connection. */
  | { readonly kind: 'network-failure'; readonly afterMs?: number }
  /** The answer never comes. */
  | { readonly kind: 'silence' };

/** Operations as `METHOD /path`. A list is used up in order, a single answer is given every time. */
export type Script = Readonly<Record<string, ScriptedAnswer | readonly ScriptedAnswer[]>>;

export interface ScriptedRequest {
  /** `METHOD /path`, without the query. */
  readonly operation: string;
  readonly url: URL;
  readonly headers: Headers;
  /** Parsed JSON; `undefined` without a body. */
  readonly body: unknown;
}

/** A `fetch` that answers from a script, with a record of what it was asked. */
export interface ScriptedFetch {
  (input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  readonly requests: readonly ScriptedRequest[];
  /** Requests of one operation, `METHOD /path`. */
  to(operation: string): readonly ScriptedRequest[];
  /** From now on nothing is answered. */
  mute(): void;
  /** Operations that were asked for and not, or no longer, in the script. */
  readonly unscripted: readonly string[];
}

/** Answers with a body. */
export const answer = (body: unknown, afterMs = 0): ScriptedAnswer => ({
  kind: 'answer',
  status: 200,
  body,
  afterMs,
});

/** Answers with a block. */
export const answerWith = (block: BlockBody, common?: ResponseOverrides, afterMs = 0): ScriptedAnswer =>
  answer(processResponseOf(block, common), afterMs);

/** Opens a process with a block. */
export const openWith = (block: BlockBody, common?: ResponseOverrides, afterMs = 0): ScriptedAnswer =>
  answer(processInitRspOf(block, common), afterMs);

/** An error of the contract's envelope (schema `errorRsp`); `type` such as `process_not_available`. */
export const failWith = (
  status: number,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): ScriptedAnswer => ({
  kind: 'answer',
  status,
  headers,
  body: {
    httpStatusCode: status,
    message: type,
    requestData: { requestID: 'req-1', link: '' },
    runtime: 0,
    error: { type, links: [] },
  },
});

export const networkFailure: ScriptedAnswer = { kind: 'network-failure' };
export const silence: ScriptedAnswer = { kind: 'silence' };

/** Asked beside a process; nobody waits for it. */
const USUAL: Script = { 'POST /v2/auth/events': { kind: 'answer', status: 204 } };

/**
 * A `fetch` for `new ApiClient({ projectId, fetch })`. What the script lacks is noted in `unscripted` and gets the answer
 * `otherwise`, or fails like a network without one.
 */
export function scriptedFetch(script: Script, otherwise?: ScriptedAnswer): ScriptedFetch {
  const requests: ScriptedRequest[] = [];
  const unscripted: string[] = [];
  let muted = false;
  const left = new Map(Object.entries({ ...USUAL, ...script }).map(([name, one]) => [name, queueOf(one)]));

  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const request = requestOf(input, init);
    requests.push(request);
    if (muted) return never(init.signal ?? undefined);
    const next = left.get(request.operation)?.();
    if (!next) unscripted.push(request.operation);
    const given = next ?? otherwise;
    if (given) return deliver(given, init.signal ?? undefined);
    throw new TypeError(`No answer is scripted for ${request.operation}`);
  };
  const to = (operation: string) => requests.filter((request) => request.operation === operation);
  const mute = () => {
    muted = true;
  };
  return Object.assign(fetch, { requests, unscripted, to, mute });
}

/** A client whose server is a script. Back-off takes no time and no request times out. */
export function scriptedClient(
  fetch: ScriptedFetch,
  projectId = 'pro-1',
  frontendApiUrl = 'https://scripted.test',
): ApiClient {
  return new ApiClient({ projectId, frontendApiUrl, fetch, clock });
}

const clock: ApiClock = {
  now: () => 0,
  setTimeout: (callback, ms) => (ms < TRY_TIMEOUT_MS ? globalThis.setTimeout(callback, 0) : undefined),
  clearTimeout: (handle) => globalThis.clearTimeout(handle as number | undefined),
  random: () => 0.5,
};

function queueOf(answers: ScriptedAnswer | readonly ScriptedAnswer[]): () => ScriptedAnswer | undefined {
  if ('kind' in answers) return () => answers;
  const queue = [...answers];
  return () => queue.shift();
}

function requestOf(input: RequestInfo | URL, init: RequestInit): ScriptedRequest {
  const url = new URL(input instanceof Request ? input.url : input);
  const { method = 'GET', headers, body } = init;
  return {
    operation: `${method} ${url.pathname}`,
    url,
    headers: new Headers(headers),
    body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
  };
}

async function deliver(scripted: ScriptedAnswer, signal: AbortSignal | undefined): Promise<Response> {
  if (scripted.kind === 'silence') return never(signal);
  if (scripted.afterMs) await Promise.race([later(scripted.afterMs), never(signal)]);
  if (scripted.kind === 'network-failure') throw new TypeError('The network failed, as scripted');
  const { status, body, headers = {} } = scripted;
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
}

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Ends only when the signal aborts, as `fetch` does. */
function never(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(new DOMException('Aborted', 'AbortError'));
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
  });
}
