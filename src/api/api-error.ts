/**
 * What went wrong, as far as the browser can tell:
 * - `network`: no answer could be read (offline, DNS, CORS, TLS, a redirect, a broken connection).
 * - `timeout`: no complete answer within the time allowed.
 * - `aborted`: the caller's signal ended the call.
 * - `http`: an answer with a status outside 200–299.
 * - `malformed`: a success status with a body that is not the shape the OpenAPI file promises.
 * - `configuration`: the page's own mistake; the message is written for its developer.
 */
export type ApiErrorKind = 'network' | 'timeout' | 'aborted' | 'http' | 'malformed' | 'configuration';

/** Machine-readable reason of a `configuration` error. */
export type ConfigurationErrorCode =
  | 'missing_project_id'
  | 'invalid_project_id'
  | 'invalid_frontend_api_url'
  | 'invalid_frontend_api_url_suffix'
  | 'invalid_allowed_api_origin'
  | 'forbidden_oauth_origin';

/** Further reasons, of elements that need connect tokens. */
export type ConnectTokenErrorCode = 'missing_connect_token' | 'invalid_connect_token_url';

/** `code` of errors of the site's own back end or page; all others are the Frontend API's. */
export const OF_SITE = 'site';

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export interface ApiErrorDetails {
  readonly status?: number;
  readonly type?: string;
  readonly code?: string;
  readonly fieldErrors?: readonly FieldError[];
  readonly retryAfterMs?: number;
  readonly requestId?: string;
  readonly cause?: unknown;
}

/**
 * The one error every call of the Frontend API rejects with.
 * The message is for developers and holds no identifier, token or body text; people see their own words for `kind` and `type`.
 */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  /** HTTP status of an `http` or `malformed` error. */
  readonly status?: number;
  /** `error.type` of the failure envelope (behaviour.md 6.1), e.g. `process_not_available`. */
  readonly type?: string;
  /** Reason of a `configuration` error, see `ConfigurationErrorCode` and `ConnectTokenErrorCode`; `site` when the site's own back end failed. */
  readonly code?: string;
  /** `error.validation` of the failure envelope; empty when there is none. */
  readonly fieldErrors: readonly FieldError[];
  /** Milliseconds the server asked to wait (`Retry-After`). */
  readonly retryAfterMs?: number;
  /** `requestData.requestID` of the failure envelope, for support. */
  readonly requestId?: string;

  constructor(kind: ApiErrorKind, message: string, details: ApiErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'ApiError';
    this.kind = kind;
    this.status = details.status;
    this.type = details.type;
    this.code = details.code;
    this.fieldErrors = details.fieldErrors ?? [];
    this.retryAfterMs = details.retryAfterMs;
    this.requestId = details.requestId;
  }
}

export function configurationError(
  code: ConfigurationErrorCode | ConnectTokenErrorCode,
  message: string,
): ApiError {
  return new ApiError('configuration', message, { code });
}

/** The Frontend API knows the project or the page's origin better than the page does: trying again would not help. */
export function isMistake({ kind, code, type, status = 0 }: ApiError): boolean {
  if (kind === 'configuration') return true;
  const refused = status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429;
  return kind === 'http' && code !== OF_SITE && type !== 'process_not_available' && refused;
}
