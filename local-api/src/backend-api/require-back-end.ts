import { timingSafeEqual } from 'node:crypto';
import { ApiError, loginError } from '../http/api-error.js';
import { hashToken } from '../random.js';

/** Who may use the back-end endpoints: project id and API secret, as HTTP Basic credentials. */
export interface BackEndCredentials {
  projectId: string;
  apiSecret: string;
}

/**
 * Lets a site's own server in and keeps pages out: a secret a page can send is none.
 * @throws {ApiError} `validation_error` (403) for a page, `login_error` (401) without the right credentials
 */
export function requireBackEnd(request: Request, credentials: BackEndCredentials): void {
  if (request.headers.has('origin') || request.headers.has('sec-fetch-site')) {
    throw new ApiError(
      403,
      'validation_error',
      'This endpoint is for servers; a page must not hold the secret.',
    );
  }
  const expected = Buffer.from(`${credentials.projectId}:${credentials.apiSecret}`).toString('base64');
  const given = /^Basic\s+(\S+)\s*$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  if (timingSafeEqual(Buffer.from(hashToken(given)), Buffer.from(hashToken(expected)))) return;
  throw loginError('The project id or the API secret is missing or wrong.', {
    'WWW-Authenticate': 'Basic realm="Backend API"',
  });
}
