import type { NativeCeremony } from './native-ceremony.js';
import type { CeremonyOutcome } from './webauthn-outcome.js';

export { failureOutcome } from './webauthn-outcome.js';

/** A foreign ceremony may be about to end: it gets this long. */
const FOREIGN_CEREMONY_WAIT_MS = 250;
/** An autofill that is refused this early met a browser that was not ready (Safari after a reload). */
const EARLY_AUTOFILL_REFUSAL_MS = 1000;

/** What may help where a ceremony has failed. */
export function secondTry(
  ceremony: NativeCeremony,
  outcome: CeremonyOutcome,
): { ceremony: NativeCeremony; delayMs: number } | undefined {
  if (outcome.outcome === 'success') return undefined;
  const { errorName, elapsedMs } = outcome;
  if (outcome.outcome === 'busy') return { ceremony, delayMs: FOREIGN_CEREMONY_WAIT_MS };
  if (ceremony.mediation) {
    const early =
      ceremony.type === 'get' && errorName === 'NotAllowedError' && elapsedMs < EARLY_AUTOFILL_REFUSAL_MS;
    return early ? { ceremony, delayMs: 0 } : undefined;
  }
  // Windows Hello answers so to extensions it does not like (an empty prf).
  if (errorName === 'UnknownError' && ceremony.publicKey.extensions) {
    return { ceremony: withoutExtensions(ceremony), delayMs: 0 };
  }
  return undefined;
}

function withoutExtensions(ceremony: NativeCeremony): NativeCeremony {
  return ceremony.type === 'get'
    ? { ...ceremony, publicKey: { ...ceremony.publicKey, extensions: undefined } }
    : { ...ceremony, publicKey: { ...ceremony.publicKey, extensions: undefined } };
}
