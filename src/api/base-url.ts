import { configurationError } from './api-error.js';

const DEFAULT_SUFFIX = 'frontendapi.corbado.io';

/** Hosts under which the vendor serves the Frontend API of a project (behaviour.md section 1). */
const VENDOR_SUFFIXES = [DEFAULT_SUFFIX, 'frontendapi.cloud.corbado.io'];

const PROJECT_ID = /^pro-\d+$/;
const HOST_AND_PORT = /^[\w-]+(\.[\w-]+)*(:\d+)?$/;
const LOOPBACK = /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** @throws ApiError of kind `configuration`. */
export function checkProjectId(projectId: string): string {
  if (!projectId) {
    throw configurationError(
      'missing_project_id',
      'No project id: set project-id="pro-…" on the element or on a <corbado-provider> around it.',
    );
  }
  if (!PROJECT_ID.test(projectId)) {
    throw configurationError('invalid_project_id', `"${projectId}" is no project id ("pro-" and digits).`);
  }
  return projectId;
}

/**
 * Base URL a host names itself, without a trailing slash. A relative one is resolved against the document, a path prefix
 * is kept.
 * @throws ApiError of kind `configuration`.
 */
export function configuredBaseUrl(frontendApiUrl: string): string {
  const url = safeUrl(frontendApiUrl, globalThis.document?.baseURI);
  if (!url) {
    throw configurationError(
      'invalid_frontend_api_url',
      `"${frontendApiUrl}" is no URL for the Frontend API: https (or http on localhost), without user, query and fragment.`,
    );
  }
  return withoutTrailingSlash(url);
}

/** @throws ApiError of kind `configuration`. */
export function defaultBaseUrl(projectId: string, suffix = DEFAULT_SUFFIX): string {
  const url = HOST_AND_PORT.test(suffix) && safeUrl(`https://${projectId}.${suffix}`);
  if (!url) {
    throw configurationError(
      'invalid_frontend_api_url_suffix',
      `"${suffix}" is no host name such as "${DEFAULT_SUFFIX}".`,
    );
  }
  return url.origin;
}

/** @throws ApiError of kind `configuration`. */
export function allowedOrigin(origin: string): string {
  const url = safeUrl(origin);
  if (url?.pathname !== '/') {
    throw configurationError(
      'invalid_allowed_api_origin',
      `"${origin}" is no origin such as "https://auth.example.com".`,
    );
  }
  return url.origin;
}

/** Where the vendor serves the Frontend API of a project. */
export function vendorOrigins(projectId: string): readonly string[] {
  return VENDOR_SUFFIXES.map((suffix) => `https://${projectId}.${suffix}`);
}

/** Whether a host is the device itself. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** Base URL a server named, or `undefined` when it may not be used. */
export function serverNamedBaseUrl(
  value: string,
  projectId: string,
  trustedOrigins: ReadonlySet<string>,
): string | undefined {
  const url = safeUrl(value);
  return url && (vendorOrigins(projectId).includes(url.origin) || trustedOrigins.has(url.origin))
    ? withoutTrailingSlash(url)
    : undefined;
}

/** The URL if nothing in it can mislead: https, or http on the device itself or the page's origin; no user, query, fragment. */
function safeUrl(value: string, page?: string): URL | undefined {
  try {
    const url = new URL(value, page);
    const secure =
      url.protocol === 'https:' ||
      (url.protocol === 'http:' &&
        (isLoopback(url.hostname) || (page !== undefined && url.origin === new URL(page).origin)));
    return secure && url.href === url.origin + url.pathname ? url : undefined;
  } catch {
    return undefined;
  }
}

function withoutTrailingSlash(url: URL): string {
  return url.href.replace(/\/+$/, '');
}
