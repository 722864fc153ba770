import type { Refusal } from '../connect/login-decisions.js';
import type { ConnectLoginContext, ConnectLoginResult } from './connect-login-context.js';
import { handOver } from './hand-over.js';

/** What follows when the server has something to say beside, or instead of, an answer. */
export function refused(
  driver: ConnectLoginContext,
  refusal: Refusal,
  identifierValue: string,
  signal: AbortSignal,
): ConnectLoginResult | Promise<ConnectLoginResult> {
  const { session, onUnknownUser, loginToken } = driver.options;
  // Whom the page vouches for cannot be named in a field.
  if (refusal.type !== 'hand-over' && loginToken()) return handOver({ code: 'no_passkey' }, identifierValue);
  if (refusal.type === 'hand-over') {
    if (refusal.code === 'no_passkey') session.forgetLastLogin();
    return handOver(refusal, identifierValue);
  }
  if (refusal.type === 'stay')
    return driver.identifier({ identifierValue, message: refusal.message }, signal);
  const told = onUnknownUser(identifierValue);
  return driver.identifier({ identifierValue, ...(!told && { reason: 'unknown-user' }) }, signal);
}
