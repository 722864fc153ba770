import { parseCreationOptions, parseRequestOptions } from './ceremony-options.js';
import type { Clock } from './clock.js';
import { serializeCredential } from './credential-json.js';
import { failureOutcome, type CeremonyFailure, type CeremonyOutcome } from './webauthn-outcome.js';
import { unsupportedReason } from './webauthn-support.js';

/**
 * One call of `navigator.credentials`. It is made here and not by the library's `startAuthentication` and
 * `startRegistration`: those cannot narrow an autofill to allowed credentials, decode the bytes of extensions or ask
 * for immediate mediation, and their single abort signal has two races. The library's codec and probes are used.
 */
export interface GetCeremony {
  type: 'get';
  publicKey: PublicKeyCredentialRequestOptions;
  mediation?: 'conditional';
  /** A proposal (w3c/webauthn#2291) that Chromium ships. Takes no abort signal. */
  uiMode?: 'immediate';
}

export interface CreateCeremony {
  type: 'create';
  publicKey: PublicKeyCredentialCreationOptions;
  mediation?: 'conditional';
}

export type NativeCeremony = GetCeremony | CreateCeremony;

/** The ceremony for the options, or the reason why there can be none. Asks nothing of the person. */
export function getCeremony(options: string, mediation?: 'conditional'): GetCeremony | CeremonyFailure {
  const reason = unsupportedReason('get');
  if (reason) return reason;
  const publicKey = parseRequestOptions(options);
  return publicKey ? { type: 'get', publicKey, mediation } : 'invalid-options';
}

/** As `getCeremony`, for the creation of a credential. */
export function createCeremony(options: string, mediation?: 'conditional'): CreateCeremony | CeremonyFailure {
  const reason = unsupportedReason('create');
  if (reason) return reason;
  const publicKey = parseCreationOptions(options);
  return publicKey ? { type: 'create', publicKey, mediation } : 'invalid-options';
}

/** Runs the ceremony, and once more where a second try is known to help. Never rejects. */
export async function performCeremony(
  ceremony: NativeCeremony,
  signal: AbortSignal,
  clock: Clock,
): Promise<CeremonyOutcome> {
  const outcome = await attempt(ceremony, signal, clock);
  const second = secondTry(ceremony, outcome);
  if (!second) return outcome;
  await clock.delay(second.delayMs, signal);
  return signal.aborted ? outcome : attempt(second.ceremony, signal, clock);
}

async function attempt(
  ceremony: NativeCeremony,
  signal: AbortSignal,
  clock: Clock,
): Promise<CeremonyOutcome> {
  const startedAt = clock.now();
  try {
    const credential = serializeCredential(await callBrowser(ceremony, signal));
    const elapsedMs = clock.now() - startedAt;
    return credential
      ? { outcome: 'success', ...credential, elapsedMs }
      : { outcome: 'cancelled', elapsedMs };
  } catch (thrown) {
    return failureOutcome(thrown, {
      ceremony: ceremony.type,
      elapsedMs: clock.now() - startedAt,
      // Browsers ignore the time-out of an autofill.
      timeoutMs: ceremony.mediation ? undefined : ceremony.publicKey.timeout,
    });
  }
}

/** `navigator.credentials` is looked up at each call: password managers replace its methods at any time. */
function callBrowser(ceremony: NativeCeremony, signal: AbortSignal): Promise<Credential | null> {
  const { mediation } = ceremony;
  const abortable = { signal, ...(mediation && { mediation }) };
  if (ceremony.type === 'create') {
    return navigator.credentials.create({ publicKey: ceremony.publicKey, ...abortable });
  }
  const { publicKey, uiMode } = ceremony;
  const options = uiMode ? { publicKey, uiMode } : { publicKey, ...abortable };
  return navigator.credentials.get(options);
}

/** A foreign ceremony may be about to end: it gets this long. */
const FOREIGN_CEREMONY_WAIT_MS = 250;
/** An autofill that is refused this early met a browser that was not ready (Safari after a reload). */
const EARLY_AUTOFILL_REFUSAL_MS = 1000;

function secondTry(
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
