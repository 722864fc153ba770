import {
  connectTokenTypes,
  type ConnectTokenSubject,
  type ConnectTokenType,
} from '../database/connect-tokens.js';
import type { FieldError } from '../http/api-error.js';
import { isRecord } from '../webauthn/ceremony-checks.js';

/** Body of `POST /v2/connectTokens`, shaped as in Corbado's Backend API; `data.customData` is this API's own. */
export interface ConnectTokenCreateReq {
  type: ConnectTokenType;
  data: Pick<ConnectTokenSubject, 'identifier' | 'customData'> & { displayName?: string };
  /** 300 when left out. */
  maxLifetimeInSeconds?: number;
}

const MAX_LIFETIME_SECONDS = 3600;

/** What is wrong with the body of a request for a connect token. */
export function connectTokenErrors(body: unknown): FieldError[] {
  if (!isRecord(body)) return [{ field: 'body', message: 'must be an object' }];
  const { type, data, maxLifetimeInSeconds: lifetime } = body;
  const errors = isRecord(data) ? subjectErrors(data) : [{ field: 'data', message: 'must be an object' }];
  if (!connectTokenTypes.some((known) => known === type)) {
    errors.push({ field: 'type', message: `must be one of ${connectTokenTypes.join(', ')}` });
  }
  if (lifetime !== undefined && !isWholeNumber(lifetime, 1, MAX_LIFETIME_SECONDS)) {
    const message = `must be a whole number from 1 to ${MAX_LIFETIME_SECONDS}`;
    errors.push({ field: 'maxLifetimeInSeconds', message });
  }
  return errors;
}

function subjectErrors({ identifier, displayName, customData }: Record<string, unknown>): FieldError[] {
  const errors: FieldError[] = [];
  if (typeof identifier !== 'string' || identifier.trim() === '' || identifier.length > 254) {
    errors.push({ field: 'data.identifier', message: 'must be a text of 1 to 254 characters' });
  }
  if (displayName !== undefined && typeof displayName !== 'string') {
    errors.push({ field: 'data.displayName', message: 'must be a text' });
  }
  if (customData !== undefined && !isTextMap(customData)) {
    errors.push({ field: 'data.customData', message: 'must be an object of texts' });
  }
  return errors;
}

function isTextMap(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((text) => typeof text === 'string');
}

function isWholeNumber(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}
