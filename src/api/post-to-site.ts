import { ApiError } from './api-error.js';

/**
 * Hands a completed sign-in to the site's own back end: JSON by POST, with cookies, to a URL the page configured.
 * Rejects with `ApiError` of kind `network`, or `http` when the site answers with an error status.
 */
export async function postToSite(url: URL, body: object): Promise<void> {
  const init: RequestInit = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
    redirect: 'error',
  };
  const response = await fetch(url, init).catch((cause: unknown) => {
    throw new ApiError('network', 'The site did not answer', { cause });
  });
  if (!response.ok) throw new ApiError('http', 'The site refused the sign-in', { status: response.status });
}
