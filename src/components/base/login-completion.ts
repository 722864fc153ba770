import { jwtClaims } from '../../api/jwt-claims.js';
import { ConnectCompleteEvent } from '../../process/connect/connect-events.js';
import type { ConnectLoginOutcome } from '../../process/drivers/connect-login-context.js';
import { Completion, type CompletionOptions } from './completion.js';

/** What follows a login: the event, the site's back end, the way on. */
export function loginCompletion(
  outcome: Extract<ConnectLoginOutcome, { readonly type: 'complete' }>,
  clientState: string,
  options: CompletionOptions & { readonly localName: string },
  navigate?: (url: URL) => void,
): Completion<ConnectCompleteEvent> {
  const { session, signedPasskeyData, passkeyOperation } = outcome;
  const claim = jwtClaims(signedPasskeyData)?.['webauthnId'];
  const webauthnId = typeof claim === 'string' ? claim : undefined;
  const event = new ConnectCompleteEvent({
    session,
    signedPasskeyData,
    webauthnId,
    clientState,
    passkeyOperation,
  });
  // What the page waits for shows that it has taken the login over. No warning: it may have its reasons.
  queueMicrotask(() => {
    if (options.completeUrl === undefined && !event.isAwaited)
      console.info(
        `<${options.localName}>: nobody opens a session: set complete-url, or call waitUntil() of cbo-complete.`,
      );
  });
  return new Completion(event, { session, signedPasskeyData, passkeyOperation }, options, navigate);
}
