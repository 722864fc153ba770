import type { ApiClient } from '../../api/api-client.js';
import { isMistake, OF_SITE, type ApiError } from '../../api/api-error.js';

/**
 * Tells the page's developer what only they can mend: a mistake in the page as an error, a site that failed as a warning.
 * @param first whether nothing has been shown yet: what is refused later is not the page's doing
 */
export function tellDeveloper(
  tag: string,
  error: ApiError,
  first: boolean,
  client: ApiClient | undefined,
): void {
  const { kind, code, message } = error;
  if (kind === 'configuration' || (first && isMistake(error))) console.error(`<${tag}>: ${message}`);
  else if (code === OF_SITE || kind === 'malformed') console.warn(`<${tag}>: ${message}`);
  else if (first && kind === 'network' && client) tellUnreadable(tag, new URL(client.baseUrl).origin);
}

/** A browser tells scripts nothing of an origin that is not authorised: the developer is told what to look for. */
function tellUnreadable(tag: string, api: string): void {
  const { origin } = location;
  if (navigator.onLine && api !== origin)
    console.error(`<${tag}>: No readable answer from ${api}: is ${origin} an authorised origin?`);
}
