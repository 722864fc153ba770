import type { ConnectTokenSubject, ConnectTokenType } from '../database/connect-tokens.js';
import { ApiError } from '../http/api-error.js';
import type { RequestContext } from '../http/request-context.js';

/**
 * Uses a connect token up.
 * @param field name of the request's field
 * @throws {ApiError} `login_error` (401)
 */
export async function consumeConnectToken(
  { store }: RequestContext,
  secret: string,
  type: ConnectTokenType,
  field: string,
): Promise<ConnectTokenSubject> {
  const subject = await store.connectTokens.consume(secret, type);
  if (subject) return subject;
  const message = `is unknown, expired, used already or not of type ${type}`;
  throw new ApiError(401, 'login_error', `The connect token ${message}.`, {
    validation: [{ field, message }],
  });
}
