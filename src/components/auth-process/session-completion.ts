import type { PasskeyOperation, ProcessResponse } from '../../api/types.js';
import { dataOf, isFields } from '../../process/fields.js';
import { CompleteEvent } from '../../process/complete-event.js';
import { Completion, type CompletionOptions } from '../base/completion.js';
import { decodeSessionToken } from './session-token.js';

/** What follows the answer that carries a session. */
export function sessionCompletion(
  response: ProcessResponse,
  options: CompletionOptions,
  navigate?: (url: URL) => void,
): Completion<CompleteEvent> {
  const data = dataOf(response.blockBody);
  const text = (name: string) =>
    typeof data[name] === 'string' && data[name] !== '' ? data[name] : undefined;
  const sessionToken = text('sessionToken') ?? text('shortSession') ?? '';
  const refreshToken = text('refreshToken') ?? text('longSession');
  const passkeyOperation = isFields(data['passkeyOperation'])
    ? (data['passkeyOperation'] as PasskeyOperation)
    : undefined;
  const event = new CompleteEvent(
    sessionToken,
    refreshToken,
    decodeSessionToken(sessionToken),
    passkeyOperation,
  );
  return new Completion(event, { sessionToken, refreshToken, passkeyOperation }, options, navigate);
}
