import type { Settings } from '../settings/settings.js';
import { ApiError, validationError } from './api-error.js';

/** Headers of the contract that a page on another origin must be allowed to send. */
const ALLOWED_HEADERS = [
  'Authorization',
  'Cache-Control',
  'Content-Type',
  'Expires',
  'Pragma',
  'X-Corbado-Client-Timezone',
  'X-Corbado-Flags',
  'X-Corbado-Process-ID',
  'X-Corbado-ProjectID',
  'X-Corbado-SDK',
  'X-Corbado-Temp-Process-ID',
].join(', ');

export interface OriginPolicy {
  ownUrl: string;
  /** Own origin first. */
  allowedOrigins: readonly string[];
  pageOrigin: string;
  rpId: string;
}

interface PolicyOptions {
  publicUrl?: string;
  allowedOrigins: readonly string[];
}

/** Who is asking, and what that means for URLs, CORS and WebAuthn. */
export function originPolicy(request: Request, options: PolicyOptions, settings: Settings): OriginPolicy {
  const own = new URL(options.publicUrl ?? request.url).origin;
  const pageOrigin = request.headers.get('origin') ?? own;
  const allowedOrigins = [...new Set([own, ...options.allowedOrigins, ...settings.allowedOrigins])];
  const isAllowed = allowedOrigins.includes(pageOrigin);
  return {
    ownUrl: own,
    allowedOrigins,
    pageOrigin,
    rpId: settings.rpId ?? new URL(isAllowed ? pageOrigin : own).hostname,
  };
}

/** @throws {ApiError} `validation_error` for a page this project does not know */
export function requireAllowedOrigin(request: Request, policy: OriginPolicy): void {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  // Browsers name the origin of every write; a cross-site one without is not to be trusted.
  const isNameless =
    !isRead && !request.headers.has('origin') && request.headers.get('sec-fetch-site') === 'cross-site';
  if (policy.allowedOrigins.includes(policy.pageOrigin) && !isNameless) return;
  const message = `The origin ${policy.pageOrigin} is not authorised for this project.`;
  throw new ApiError(403, 'validation_error', message, { validation: [{ field: 'Origin', message }] });
}

/**
 * The project header, which also proves that a page's script made the request and not a form.
 * Callers that are no browser may leave it out, the instance serves one project.
 * @throws {ApiError} `validation_error` or `project_id_mismatch`
 */
export function requireProject(request: Request, projectId: string): void {
  const header = 'X-Corbado-ProjectID';
  const given = request.headers.get(header);
  if (given === null) {
    if (request.method === 'GET' || !request.headers.has('origin')) return;
    const message = 'is missing';
    throw validationError(`The header ${header} ${message}.`, [{ field: header, message }]);
  }
  if (!/^pro-\d+$/.test(given)) {
    const message = 'is not a project id (pro- and digits)';
    throw validationError(`${header} ${message}.`, [{ field: header, message }]);
  }
  if (given !== projectId) {
    throw new ApiError(400, 'project_id_mismatch', `There is no project ${given} here.`);
  }
}

/** CORS headers for pages of other, allowed origins; none for anybody else. */
export function corsHeaders(policy: OriginPolicy, isPreflight: boolean): Record<string, string> {
  const [own] = policy.allowedOrigins;
  const isOther = policy.pageOrigin !== own && policy.allowedOrigins.includes(policy.pageOrigin);
  return {
    Vary: 'Origin',
    ...(isOther && {
      'Access-Control-Allow-Origin': policy.pageOrigin,
      'Access-Control-Allow-Credentials': 'true',
      // The server's clock decides when a code may be asked for again.
      'Access-Control-Expose-Headers': 'Date, Retry-After',
      ...(isPreflight && {
        'Access-Control-Allow-Headers': ALLOWED_HEADERS,
        'Access-Control-Allow-Methods': 'GET, POST, PATCH, DELETE',
        'Access-Control-Max-Age': '600',
      }),
    }),
  };
}
