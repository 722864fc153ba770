import type { Schemas } from '../contract.js';

/** `error.type` of the failure envelope (behaviour of the Frontend API, section 6.1). */
export type ApiErrorType =
  | 'process_not_available'
  | 'validation_error'
  | 'login_error'
  | 'not_found'
  | 'method_not_allowed'
  | 'project_id_mismatch'
  | 'too_many_requests'
  | 'internal_error';

export interface FieldError {
  field: string;
  message: string;
}

interface ApiErrorOptions {
  validation?: readonly FieldError[];
  headers?: Readonly<Record<string, string>>;
  /** Keep what was written, such as a challenge that is used up by a failed ceremony. */
  keepChanges?: boolean;
}

/** A request that cannot be served. What was written while it was handled is rolled back unless kept. */
export class ApiError extends Error {
  readonly validation: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;
  readonly keepChanges: boolean;

  constructor(
    readonly status: number,
    readonly type: ApiErrorType,
    readonly details: string,
    options: ApiErrorOptions = {},
  ) {
    super(details);
    this.name = 'ApiError';
    this.validation = options.validation ?? [];
    this.headers = options.headers ?? {};
    this.keepChanges = options.keepChanges ?? false;
  }
}

export function validationError(details: string, validation: readonly FieldError[] = []): ApiError {
  return new ApiError(400, 'validation_error', details, { validation });
}

/** Missing, wrong, expired or revoked credentials on a call that needs a signed-in user. */
export function loginError(details: string, headers: Readonly<Record<string, string>> = {}): ApiError {
  return new ApiError(401, 'login_error', details, { headers });
}

export function processNotAvailable(): ApiError {
  return new ApiError(404, 'process_not_available', 'The process is unknown, expired or completed.');
}

const MESSAGES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  501: 'Not Implemented',
};

/** The failure envelope of the contract (`errorRsp`). */
export function errorEnvelope(
  error: ApiError,
  requestID: string,
  runtimeSeconds: number,
): Schemas['errorRsp'] {
  return {
    httpStatusCode: error.status,
    message: MESSAGES[error.status] ?? 'Internal Server Error',
    requestData: { requestID, link: '' },
    runtime: runtimeSeconds,
    error: {
      type: error.type,
      details: error.details,
      ...(error.validation.length > 0 && { validation: [...error.validation] }),
      links: [],
    },
  };
}
