import { ApiError } from './api-error.js';
import { parseJson } from './json.js';
import { shape } from './shape-guards.js';

const isToken = shape<{ token: string }>({
  token: (value) => typeof value === 'string' && value !== '',
});

/**
 * Asks the site's own back end for a connect token: POST with cookies and JSON `{ "type": "passkey-append" }`, answered with
 * JSON `{ "token": "…" }`.
 * @param url of the page's own origin
 * @throws ApiError of kind `network`, `aborted`, `http` or `malformed`.
 */
export async function fetchSiteToken(url: URL, type: string, signal: AbortSignal): Promise<string> {
  const init: RequestInit = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ type }),
    credentials: 'same-origin',
    redirect: 'error',
    cache: 'no-store',
    signal,
  };
  const failed = (cause: unknown): never => {
    if (signal.aborted) throw new ApiError('aborted', 'aborted', { cause: signal.reason });
    throw new ApiError('network', 'The site did not answer with a connect token', { cause });
  };
  const response = await fetch(url, init).catch(failed);
  if (!response.ok)
    throw new ApiError('http', 'The site refused a connect token', { status: response.status });
  const text = await response.text().catch(failed);
  try {
    const body = parseJson(text);
    if (isToken(body)) return body.token;
  } catch {
    // What the site answered may be a page, and is nobody's business here.
  }
  throw new ApiError('malformed', 'The site answered something else than { "token": "…" }', {
    status: response.status,
  });
}
