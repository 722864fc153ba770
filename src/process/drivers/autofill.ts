import { realClock, type ApiClock } from '../../api/timing.js';
import type { CeremonyOutcome } from '../../webauthn/webauthn-outcome.js';
import type { WebAuthnService } from '../../webauthn/webauthn-service.js';
import { visible } from './visible.js';

export interface AutofillOptions {
  readonly webauthn: WebAuthnService;
  readonly owner: object;
  /** Milliseconds a challenge may still be used for. */
  readonly remaining: (challenge: string) => number;
  /** Challenge of the step, while it is fresh. */
  readonly first: string | undefined;
  /** Asks the server for a new one; `undefined` when it has none. May reject. */
  readonly renew: () => Promise<string | undefined>;
  readonly clock?: Pick<ApiClock, 'setTimeout' | 'clearTimeout'>;
}

export interface AutofillCredential {
  readonly challenge: string;
  readonly signedChallenge: string;
}

/** The longest a timer of a browser can wait. */
const LONGEST_MS = 2 ** 31 - 1;

/** Keeps passkey autofill armed until a passkey was picked or the signal aborts: with a fresh challenge, and again after another ceremony took its place. */
export async function autofill(
  options: AutofillOptions,
  signal: AbortSignal,
): Promise<AutofillCredential | undefined> {
  const { webauthn, owner, remaining } = options;
  const turn = new Turn(webauthn, owner, signal);
  try {
    let challenge = options.first;
    while (!signal.aborted) {
      if (challenge === undefined || remaining(challenge) === 0) {
        await visible(signal);
        if (signal.aborted) break;
        challenge = await options.renew();
      }
      if (challenge === undefined) return undefined;
      const { outcome, isOld } = await armed(options, challenge, signal);
      if (outcome.outcome === 'success') return { challenge, signedChallenge: outcome.responseJSON };
      if (outcome.outcome !== 'aborted') return undefined;
      if (!isOld) await turn.next();
    }
  } catch {
    // Autofill is an extra: without it the field and the button still work.
  } finally {
    turn.end();
  }
  return undefined;
}

/** One call, which ends when its challenge is too old. No timer outlives it: until it rang it would hold the signals of a screen that has gone. */
async function armed(
  { webauthn, owner, remaining, clock = realClock }: AutofillOptions,
  challenge: string,
  signal: AbortSignal,
): Promise<{ readonly outcome: CeremonyOutcome; readonly isOld: boolean }> {
  const old = new AbortController();
  const timer = clock.setTimeout(() => old.abort(), Math.min(remaining(challenge), LONGEST_MS));
  try {
    const call = { signal: AbortSignal.any([signal, old.signal]), owner };
    const outcome = await webauthn.getConditional(challenge, call);
    return { outcome, isOld: old.signal.aborted };
  } finally {
    clock.clearTimeout(timer);
  }
}

/** Waits until the coordinator offers the owner its turn again. */
class Turn {
  #offered = false;
  #wake: (() => void) | undefined;
  readonly end: () => void;

  constructor(
    webauthn: WebAuthnService,
    owner: object,
    private readonly signal: AbortSignal,
  ) {
    this.end = webauthn.onRearm(owner, () => {
      this.#offered = true;
      this.#wake?.();
    });
    signal.addEventListener('abort', () => this.#wake?.(), { once: true });
  }

  async next(): Promise<void> {
    if (!this.#offered && !this.signal.aborted) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#offered = false;
  }
}
