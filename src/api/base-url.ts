import { configurationError } from './api-error.js';

export const DEFAULT_FRONTEND_API_URL_SUFFIX = 'frontendapi.corbado.io';

/** Hosts under which the vendor serves the Frontend API of a project (behaviour.md section 1). */
const VENDOR_SUFFIXES = [DEFAULT_FRONTEND_API_URL_SUFFIX, 'frontendapi.cloud.corbado.io'];

const PROJECT_ID = /^pro-\d+$/;
const SUFFIX = /^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*(?::\d{1,5})?$/i;
const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** @throws ApiError of kind `configuration`. */
export function checkProjectId(projectId: string | undefined): string {
  if (!projectId) {
    throw configurationError(
      'missing_project_id',
      'No project id. Set the attribute project-id="pro-…" on the element or on an enclosing <corbado-provider>.',
    );
  }
  if (!PROJECT_ID.test(projectId)) {
    throw configurationError(
      'invalid_project_id',
      `"${projectId}" is no project id. It has the form "pro-" followed by digits, as shown in the developer panel.`,
    );
  }
  return projectId;
}

/**
 * Base URL a host names itself, without a trailing slash. A relative one is resolved against the document, a path prefix
 * is kept.
 * @throws ApiError of kind `configuration`.
 */
export function configuredBaseUrl(frontendApiUrl: string): string {
  const page = globalThis.document?.baseURI;
  const url = parseUrl(frontendApiUrl, page);
  if (!url || !isPlain(url) || !(isSecure(url) || url.origin === originOf(page))) {
    throw configurationError(
      'invalid_frontend_api_url',
      `"${frontendApiUrl}" cannot be the Frontend API's URL. It must be https (http on localhost or for the page's own ` +
        'origin), without user name, query and fragment.',
    );
  }
  return withoutTrailingSlash(url);
}

/** @throws ApiError of kind `configuration`. */
export function defaultBaseUrl(projectId: string, suffix = DEFAULT_FRONTEND_API_URL_SUFFIX): string {
  if (!SUFFIX.test(suffix)) {
    throw configurationError(
      'invalid_frontend_api_url_suffix',
      `"${suffix}" is no host name. The suffix stands behind the project id, as in "${DEFAULT_FRONTEND_API_URL_SUFFIX}".`,
    );
  }
  return withoutTrailingSlash(new URL(`https://${projectId}.${suffix}`));
}

/** @throws ApiError of kind `configuration`. */
export function allowedOrigin(origin: string): string {
  const url = parseUrl(origin);
  if (!url || !isPlain(url) || !isSecure(url) || url.pathname !== '/') {
    throw configurationError(
      'invalid_allowed_api_origin',
      `"${origin}" is no origin. Name scheme and host, as in "https://auth.example.com" (http on localhost only).`,
    );
  }
  return url.origin;
}

/** Base URL a server named, or `undefined` when it may not be used (QUALITY.md, Security). */
export function serverNamedBaseUrl(
  value: string,
  projectId: string,
  trustedOrigins: ReadonlySet<string>,
): string | undefined {
  const url = parseUrl(value);
  if (!url || !isPlain(url) || !isSecure(url)) return undefined;
  const ofVendor = VENDOR_SUFFIXES.some((suffix) => url.origin === `https://${projectId}.${suffix}`);
  return ofVendor || trustedOrigins.has(url.origin) ? withoutTrailingSlash(url) : undefined;
}

function originOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : parseUrl(url)?.origin;
}

function parseUrl(value: string, base?: string): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}

function isSecure(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
}

function isPlain(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
}

function withoutTrailingSlash(url: URL): string {
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
