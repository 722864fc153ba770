/** An httpOnly cookie of this API's own; `maxAgeSeconds` 0 takes it back. */
export function httpOnlyCookie(name: string, value: string, maxAgeSeconds: number, ownUrl: string): string {
  const { protocol, hostname } = new URL(ownUrl);
  // Some browsers drop Secure cookies on plain http even on localhost.
  const isLocalHttp = protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  const secure = isLocalHttp ? '' : '; Secure';
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** The value of a cookie in a `Cookie` header; an empty one counts as none. */
export function readCookie(cookieHeader: string | null, name: string): string | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return value === '' ? undefined : value;
}
