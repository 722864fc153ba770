import { httpOnlyCookie, readCookie } from '../http/cookies.js';

/** Name and attributes of the refresh token's cookie (contract, section 4.1). */
const NAME = 'cbo_refresh_token';

export function refreshCookie(token: string, maxAgeSeconds: number, ownUrl: string): string {
  return httpOnlyCookie(NAME, token, maxAgeSeconds, ownUrl);
}

export function clearedRefreshCookie(ownUrl: string): string {
  return refreshCookie('', 0, ownUrl);
}

export function readRefreshCookie(cookieHeader: string | null): string | undefined {
  return readCookie(cookieHeader, NAME);
}
