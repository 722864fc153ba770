import { within, type Clock } from './clock.js';
import type { CeremonyCoordinator } from './ceremony-coordinator.js';

/**
 * The Signal API (WebAuthn Level 3, 5.1.10): tells password managers what the server knows. Best effort: each call
 * resolves within a second, to true when the browser took the signal, and never rejects. Ids are base64url.
 */
export interface Signals {
  /** After the server said that it does not know this credential, and after no other failure. */
  unknownCredential(options: UnknownCredentialOptions): Promise<boolean>;
  /**
   * For a signed-in user, with the complete list: password managers delete or hide what it omits. An empty list is
   * never sent.
   */
  allAcceptedCredentials(options: AllAcceptedCredentialsOptions): Promise<boolean>;
  /** After the user's name or display name changed. */
  currentUserDetails(options: CurrentUserDetailsOptions): Promise<boolean>;
}

type SignalMethod = 'signalUnknownCredential' | 'signalAllAcceptedCredentials' | 'signalCurrentUserDetails';

const SIGNAL_TIME_MS = 1000;

export function createSignals(coordinator: () => CeremonyCoordinator, clock: Clock): Signals {
  async function send(method: SignalMethod, options: object): Promise<boolean> {
    // By presence: Safari's capability flags do not report the methods reliably.
    const native: unknown = globalThis.PublicKeyCredential?.[method];
    if (typeof native !== 'function') return false;
    // Chromium refuses a signal while a request is pending, so it takes its turn like a ceremony.
    const result = await coordinator().run({
      kind: 'signal',
      owner: send,
      call: async () => {
        const sent = (async () => {
          await native.call(PublicKeyCredential, options);
          return true;
        })();
        return { outcome: (await within(clock, SIGNAL_TIME_MS, sent)) ? 'success' : 'failed' };
      },
    });
    return result?.outcome === 'success';
  }

  return {
    unknownCredential: (options) => send('signalUnknownCredential', options),
    allAcceptedCredentials: async (options) =>
      options.allAcceptedCredentialIds.length > 0 && send('signalAllAcceptedCredentials', options),
    currentUserDetails: (options) => send('signalCurrentUserDetails', options),
  };
}
