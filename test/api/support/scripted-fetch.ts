/** One try as the server, or the network, answers it. */
export type Answer = () => Promise<Response>;

export interface SentRequest {
  readonly url: URL;
  readonly init: RequestInit;
  readonly headers: Headers;
}

// Not a real Response: reading one takes engine time, which a fake clock could overtake.
function respond(status: number, text: string, headers: Record<string, string> = {}): Answer {
  const response = {
    ok: status >= 200 && status < 300,
    status,
    headers: new Headers(headers),
    text: () => Promise.resolve(text),
  };
  return () => Promise.resolve(response as Response);
}

export const answers = {
  json: (body: unknown, status = 200, headers?: Record<string, string>): Answer =>
    respond(status, JSON.stringify(body), headers),
  text: respond,
  empty: (status = 204): Answer => respond(status, ''),
  failure: (status: number, type: string, headers?: Record<string, string>): Answer =>
    respond(status, JSON.stringify(errorEnvelope(status, type)), headers),
  offline: (): Answer => () => Promise.reject(new TypeError('Failed to fetch')),
  silence: (): Answer => () => new Promise<never>(() => {}),
  brokenBody:
    (status = 200): Answer =>
    () =>
      Promise.resolve({
        ok: status === 200,
        status,
        headers: new Headers(),
        text: () => Promise.reject(new TypeError('network error')),
      } as unknown as Response),
};

function errorEnvelope(status: number, type: string) {
  return {
    httpStatusCode: status,
    message: 'failed',
    requestData: { requestID: 'req-1', link: '' },
    runtime: 0.01,
    error: { type, links: [], validation: [{ field: 'identifier', message: 'too long' }] },
  };
}

/** A `fetch` that gives the answers one by one, the last one for ever, and keeps what it was sent. */
export function scriptedFetch(...script: Answer[]) {
  const sent: SentRequest[] = [];
  const fetch = ((input: string, init: RequestInit = {}) => {
    sent.push({ url: new URL(input), init, headers: new Headers(init.headers) });
    const answer = script[Math.min(sent.length, script.length) - 1];
    return answer ? answer() : Promise.reject(new Error('No answer in the script'));
  }) as typeof globalThis.fetch;
  return { fetch, sent };
}
