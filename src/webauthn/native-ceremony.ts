import { parseCreationOptions, parseRequestOptions } from './ceremony-options.js';
import type { Clock } from './clock.js';
import { serializeCredential } from './credential-json.js';
import type * as FailedCeremony from './failed-ceremony.js';
import type { CeremonyFailure, CeremonyOutcome } from './webauthn-outcome.js';
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

let known: typeof FailedCeremony | undefined;

/** What a failure means: loaded while the prompt is open, and not before. Undefined when it cannot be loaded. */
export async function loadFailures(): Promise<typeof FailedCeremony | undefined> {
  return (known ??= await import('./failed-ceremony.js').catch(() => undefined));
}

/** Runs the ceremony, and once more where a second try is known to help. Never rejects. */
export async function performCeremony(
  ceremony: NativeCeremony,
  signal: AbortSignal,
  clock: Clock,
): Promise<CeremonyOutcome> {
  const outcome = await attempt(ceremony, signal, clock);
  if (outcome.outcome === 'success' || signal.aborted) return outcome;
  const second = (await loadFailures())?.secondTry(ceremony, outcome);
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
    const pending = callBrowser(ceremony, signal);
    if (!ceremony.mediation) void loadFailures();
    const credential = await serializeCredential(await pending);
    const elapsedMs = clock.now() - startedAt;
    return credential
      ? { outcome: 'success', ...credential, elapsedMs }
      : { outcome: 'cancelled', elapsedMs };
  } catch (thrown) {
    const elapsedMs = clock.now() - startedAt;
    // The next ceremony waits for the end of this one, so nothing is loaded for it.
    if (signal.aborted) return { outcome: 'aborted', elapsedMs };
    // Browsers ignore the time-out of an autofill.
    const timeoutMs = ceremony.mediation ? undefined : ceremony.publicKey.timeout;
    const told = (await loadFailures())?.failureOutcome(thrown, {
      ceremony: ceremony.type,
      elapsedMs,
      timeoutMs,
      immediate: ceremony.type === 'get' && ceremony.uiMode !== undefined,
    });
    return told ?? { outcome: 'failed', elapsedMs };
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
