import { httpOnlyCookie, readCookie } from '../http/cookies.js';
import type { RequestContext } from '../http/request-context.js';
import { hashToken, randomToken } from '../random.js';

/** Tells a link or a provider's answer opened in the browser of the process from one opened elsewhere. */
const NAME = 'cbo_local_device';

const YEAR_SECONDS = 31_536_000;

/** The browser's mark, hashed, and the cookie that gives it one where it has none. */
export function deviceOf({ headers, ownUrl }: RequestContext): { deviceHash: string; cookie?: string } {
  const known = readCookie(headers.get('cookie'), NAME);
  if (known !== undefined) return { deviceHash: hashToken(known) };
  const device = randomToken();
  return { deviceHash: hashToken(device), cookie: httpOnlyCookie(NAME, device, YEAR_SECONDS, ownUrl) };
}

/** Whether the request comes from the browser that opened a process. */
export function isSameBrowser({ headers }: RequestContext, deviceHash: string): boolean {
  const device = readCookie(headers.get('cookie'), NAME);
  return device !== undefined && hashToken(device) === deviceHash;
}
