/**
 * A URL the page configured, if it may be gone to: http(s) without user-info, same origin or one of the space-separated allowed origins.
 * Throws `TypeError` otherwise; the message is for the page's developer.
 * @param attribute that names it
 */
export function redirectTarget(url: string, allowedOrigins: string | undefined, attribute: string): URL {
  const target = new URL(url, document.baseURI);
  const allowed = [location.origin, ...originsIn(allowedOrigins)];
  const web = target.protocol === 'https:' || target.protocol === 'http:';
  if (!web || target.username !== '' || target.password !== '' || !allowed.includes(target.origin))
    throw new TypeError(
      `${attribute} leads to ${target.origin}, neither this page's origin nor an allowed one`,
    );
  return target;
}

/** The origins of a space-separated list. */
export function originsIn(list: string | undefined): readonly string[] {
  return (list ?? '').split(/\s+/).filter(Boolean);
}
