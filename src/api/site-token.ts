import { ApiError, OF_SITE } from './api-error.js';
import { askSite, siteUrlName, unanswered } from './ask-site.js';
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
  const name = siteUrlName(attribute, url);
  const response = await askSite(url, name, { type }, signal);
  const text = await response.text().catch((cause: unknown) => {
    throw unanswered(name, signal, cause);
  });
  try {
    const body = parseJson(text);
    if (isToken(body)) return body.token;
  } catch {
    // What the site answered may be a page, and is nobody's business here.
  }
  throw new ApiError('malformed', `${name}: the answer is not JSON { "token": "…" }`, {
    code: OF_SITE,
    status: response.status,
  });
}
