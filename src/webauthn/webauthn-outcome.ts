/** Why a ceremony gave no credential. A closed set. */
export type CeremonyFailure =
  /** The person closed the prompt, or a password manager answered with nothing usable. */
  | 'cancelled'
  /** Refused faster than a person can: no matching passkey, no authenticator, or the call was not allowed. */
  | 'no-credential'
  /** The time of the options ran out. */
  | 'timed-out'
  /** Ended by the kit itself: another ceremony took over, the owner left, the page was hidden. Say nothing. */
  | 'aborted'
  /** The authenticator already holds a passkey of this account (create). */
  | 'already-registered'
  /** A ceremony outside the kit holds the browser's one slot, also after a second try. */
  | 'busy'
  /** No WebAuthn, or not what was asked for, in this browser. Nothing was shown. */
  | 'unsupported'
  /** Insecure page, frame without permission, or an rpId that is not this page's. */
  | 'not-secure'
  /** The options cannot be used; fetch new ones at most once. */
  | 'invalid-options'
  /** Anything else. */
  | 'failed';

/** How a ceremony ended: plain data, never an exception. Times are milliseconds from the native call. */
export type CeremonyOutcome =
  | {
      outcome: 'success';
      /** `JSON.stringify` of a RegistrationResponseJSON or AuthenticationResponseJSON (WebAuthn Level 3, 5.1). */
      responseJSON: string;
      authenticatorAttachment?: string;
      elapsedMs: number;
    }
  | CeremonyFailureOutcome;

export interface CeremonyFailureOutcome {
  outcome: CeremonyFailure;
  /** Name of the DOMException, for logs. Never its message. */
  errorName?: string;
  elapsedMs: number;
}

export interface FailureCircumstances {
  ceremony: 'get' | 'create';
  elapsedMs: number;
  /** `timeout` of the options, when the browser enforces it. */
  timeoutMs?: number;
  /** Asked with `uiMode: 'immediate'`. */
  immediate?: boolean;
}

/** A refusal that comes sooner was not a person's decision. */
const FASTER_THAN_A_PERSON_MS = 150;
/** Chromium looks for passkeys at hand for 500 ms before it says that there are none. */
const LOOK_AROUND_MS = 1000;
/** Browsers fire the time-out a little early or late. */
const TIMEOUT_TOLERANCE_MS = 1000;

/** What a rejection of `navigator.credentials.get()` or `create()` means. Total: any thrown value has an outcome. */
export function failureOutcome(thrown: unknown, circumstances: FailureCircumstances): CeremonyFailureOutcome {
  const errorName = errorNameOf(thrown);
  return {
    outcome: failureOf(errorName, circumstances),
    errorName,
    elapsedMs: circumstances.elapsedMs,
  };
}

function failureOf(errorName: string, circumstances: FailureCircumstances): CeremonyFailure {
  switch (errorName) {
    case 'NotAllowedError':
      return notAllowed(circumstances);
    case 'AbortError':
      // An abort of our own never gets here, so a person or another script ended it (seen in Firefox).
      return 'cancelled';
    case 'TimeoutError':
      return 'timed-out';
    case 'InvalidStateError':
      return circumstances.ceremony === 'create' ? 'already-registered' : 'failed';
    case 'OperationError':
      return 'busy';
    case 'NotSupportedError':
      return 'unsupported';
    case 'SecurityError':
      return 'not-secure';
    case 'TypeError':
    case 'EncodingError':
    case 'InvalidCharacterError':
      return 'invalid-options';
    default:
      return 'failed';
  }
}

/** One name for a refusal, a cancel and a time-out (WebAuthn Level 3, 14.5.1 keeps them apart from nobody but us). */
function notAllowed({ elapsedMs, timeoutMs, immediate }: FailureCircumstances): CeremonyFailure {
  if (elapsedMs < (immediate ? LOOK_AROUND_MS : FASTER_THAN_A_PERSON_MS)) return 'no-credential';
  if (timeoutMs !== undefined && elapsedMs >= timeoutMs - TIMEOUT_TOLERANCE_MS) return 'timed-out';
  return 'cancelled';
}

/** Patched APIs throw strings, null and objects with throwing getters; and a name may hold anything. */
function errorNameOf(thrown: unknown): string {
  try {
    const name: unknown = (thrown as { name?: unknown } | null | undefined)?.name;
    if (typeof name === 'string' && /^\w{1,64}$/.test(name)) return name;
  } catch {
    // Falls through to the general name.
  }
  return 'Error';
}
