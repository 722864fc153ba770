/** Name and attributes of the refresh token's cookie (contract, section 4.1). */
const NAME = 'cbo_refresh_token';

export function refreshCookie(token: string, maxAgeSeconds: number, ownUrl: string): string {
  const { protocol, hostname } = new URL(ownUrl);
  // Some browsers drop Secure cookies on plain http even on localhost.
  const isLocalHttp = protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  const secure = isLocalHttp ? '' : '; Secure';
  return `${NAME}=${token}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

export function clearedRefreshCookie(ownUrl: string): string {
  return refreshCookie('', 0, ownUrl);
}

export function readRefreshCookie(cookieHeader: string | null): string | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
  return value === '' ? undefined : value;
}
