import { askSite, siteUrlName } from './ask-site.js';

/**
 * Hands a completed sign-in to the site's own back end: JSON by POST, with cookies, to the URL of `complete-url`.
 * @throws ApiError of kind `network` or `http`, with the code `site`.
 */
export async function postToSite(url: URL, body: object): Promise<void> {
  const name = siteUrlName('complete-url', url);
  const { headers } = await askSite(url, name, body);
  // Servers that answer every path with a page would let everybody in front of a closed door.
  if (headers.get('Content-Type')?.startsWith('text/html'))
    console.warn(`${name} answered with a page: does it open the session?`);
}
