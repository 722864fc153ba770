import { ApiError, OF_SITE } from './api-error.js';
import { parseJson } from './json.js';
import { shape } from './shape-guards.js';

const isToken = shape<{ token: string }>({
  token: (value) => typeof value === 'string' && value !== '',
});

/**
 * Asks the site's own back end for a connect token: POST with cookies and JSON `{ "type": "passkey-append" }`, answered with
 * JSON `{ "token": "…" }`.
 * @param url of the page's own origin
 * @param attribute that names it, for the page's developer
 * @throws ApiError of kind `network`, `aborted`, `http` or `malformed`, with the code `site`.
 */
export async function fetchSiteToken(
  url: URL,
  attribute: string,
  type: string,
  signal: AbortSignal,
): Promise<string> {
  const named = `${attribute} (${url.pathname})`;
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
    throw new ApiError('network', `${named}: no answer, or a redirect`, { code: OF_SITE, cause });
  };
  const response = await fetch(url, init).catch(failed);
  const { ok, status } = response;
  if (!ok) throw new ApiError('http', `${named}: HTTP ${status}`, { code: OF_SITE, status });
  const text = await response.text().catch(failed);
  try {
    const body = parseJson(text);
    if (isToken(body)) return body.token;
  } catch {
    // What the site answered may be a page, and is nobody's business here.
  }
  throw new ApiError('malformed', `${named}: the answer is not JSON { "token": "…" }`, {
    code: OF_SITE,
    status,
  });
}
