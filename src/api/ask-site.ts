import { ApiError, OF_SITE } from './api-error.js';

/**
 * Asks the site's own back end: JSON by POST, with cookies, to a URL that the page configured.
 * @param url of the page's own origin
 * @param name of it in messages for the page's developer: see `siteUrlName`
 * @returns an answer of success
 * @throws ApiError of kind `network`, `http` (both with the code `site`), or `aborted`.
 */
export async function askSite(url: URL, name: string, body: object, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
    redirect: 'error',
    cache: 'no-store',
    ...(signal && { signal }),
  }).catch((cause: unknown) => {
    throw unanswered(name, signal, cause);
  });
  const { ok, status } = response;
  if (!ok) throw new ApiError('http', `${name}: HTTP ${status}`, { code: OF_SITE, status });
  return response;
}

/** Why no answer could be read. */
export function unanswered(name: string, signal: AbortSignal | undefined, cause: unknown): ApiError {
  if (signal?.aborted) return new ApiError('aborted', 'aborted', { cause: signal.reason });
  return new ApiError('network', `${name}: no answer, or a redirect`, { code: OF_SITE, cause });
}

/** The attribute and the path it leads to; a query may hold a secret. */
export function siteUrlName(attribute: string, { pathname }: URL): string {
  return `${attribute} (${pathname})`;
}
