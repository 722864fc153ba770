import { ApiError, OF_SITE } from './api-error.js';

/**
 * Hands a completed sign-in to the site's own back end: JSON by POST, with cookies, to a URL the page configured.
 * Rejects with `ApiError` of kind `network`, or `http` when the site answers with an error status; its code is `site`.
 */
export async function postToSite(url: URL, body: object): Promise<void> {
  const init: RequestInit = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
    redirect: 'error',
  };
  const named = `complete-url (${url.pathname})`;
  const response = await fetch(url, init).catch((cause: unknown) => {
    throw new ApiError('network', `${named}: no answer, or a redirect`, { code: OF_SITE, cause });
  });
  const { ok, status, headers } = response;
  if (!ok) throw new ApiError('http', `${named}: HTTP ${status}`, { code: OF_SITE, status });
  // Servers that answer every path with a page would let everybody in front of a closed door.
  if (headers.get('Content-Type')?.startsWith('text/html'))
    console.warn(`${named} answered with a page: does it open the session?`);
}
