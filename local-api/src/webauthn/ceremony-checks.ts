import { decodeClientDataJSON, toHash, type parseAuthenticatorData } from '@simplewebauthn/server/helpers';
import type { CeremonyPolicy } from './policy.js';

/** Why a ceremony was refused. */
export type CeremonyFailure =
  | 'malformed-response'
  | 'wrong-type'
  | 'wrong-challenge'
  | 'wrong-origin'
  | 'cross-origin'
  | 'wrong-top-origin'
  | 'wrong-rp-id'
  | 'user-not-present'
  | 'user-not-verified'
  | 'inconsistent-backup-flags'
  | 'backup-eligibility-changed'
  | 'algorithm-not-offered'
  | 'credential-id-too-long'
  | 'credential-not-allowed'
  | 'missing-user-handle'
  | 'wrong-user-handle'
  | 'counter-not-increased'
  | 'wrong-signature'
  | 'attestation-not-valid';

/** What the server expects of a ceremony, whichever kind it is. */
export interface CeremonyExpectation {
  /** base64url, as sent in the options. */
  expectedChallenge: string;
  /** Exact origins; nothing is matched by part. */
  allowedOrigins: readonly string[];
  rpId: string;
  policy: CeremonyPolicy;
}

export interface Refusal {
  verified: false;
  reason: CeremonyFailure;
  /** For logs and developers, not for the person. */
  detail: string;
}

export type AuthenticatorData = ReturnType<typeof parseAuthenticatorData>;

export function refuse(reason: CeremonyFailure, detail: string): Refusal {
  return { verified: false, reason, detail };
}

/**
 * The collected client data (WebAuthn Level 3, sections 7.1 and 7.2, steps on `type`, `challenge`,
 * `origin`, `crossOrigin`, `topOrigin`). `@simplewebauthn/server` ignores the last two on registration
 * and tolerates a cross-origin assertion without `topOrigin`; here both are refused unless allowed.
 */
export function checkClientData(
  clientDataJSON: string,
  type: 'webauthn.create' | 'webauthn.get',
  { expectedChallenge, allowedOrigins, policy }: CeremonyExpectation,
): Refusal | undefined {
  const clientData: unknown = decodeClientDataJSON(clientDataJSON);
  if (typeof clientData !== 'object' || clientData === null) {
    return refuse('malformed-response', 'clientDataJSON is not an object');
  }
  const { type: actual, challenge, origin } = clientData as Record<string, unknown>;
  if (actual !== type) return refuse('wrong-type', `expected ${type}, got ${String(actual)}`);
  if (challenge !== expectedChallenge) return refuse('wrong-challenge', 'the challenge is another one');
  if (typeof origin !== 'string' || !allowedOrigins.includes(origin)) {
    return refuse('wrong-origin', `origin ${String(origin)} is not allowed`);
  }
  return checkFrame(clientData, policy);
}

/** Whether the ceremony ran where it may: not in a frame of another origin, unless the policy names that origin. */
function checkFrame(
  { crossOrigin, topOrigin }: { crossOrigin?: unknown; topOrigin?: unknown },
  { topOrigins }: CeremonyPolicy,
): Refusal | undefined {
  if (topOrigin !== undefined) {
    const isAllowed = typeof topOrigin === 'string' && topOrigins.includes(topOrigin);
    return isAllowed && crossOrigin === true
      ? undefined
      : refuse('wrong-top-origin', `top origin ${JSON.stringify(topOrigin)} is not allowed`);
  }
  const isSameOrigin = crossOrigin === undefined || crossOrigin === false;
  return isSameOrigin || topOrigins.length > 0
    ? undefined
    : refuse('cross-origin', 'the ceremony ran in a frame of another origin');
}

/** Relying party, presence, verification and backup flags of the authenticator data. */
export async function checkAuthenticatorData(
  { rpIdHash, flags }: AuthenticatorData,
  { rpId, policy }: CeremonyExpectation,
): Promise<Refusal | undefined> {
  const expected = await toHash(new TextEncoder().encode(rpId));
  if (!Buffer.from(rpIdHash).equals(Buffer.from(expected))) {
    return refuse('wrong-rp-id', `not made for ${rpId}`);
  }
  if (!flags.up && policy.userPresence === 'required') {
    return refuse('user-not-present', 'the person was not present');
  }
  if (!flags.uv && policy.userVerification === 'required') {
    return refuse('user-not-verified', 'the person was not verified');
  }
  if (flags.bs && !flags.be) {
    return refuse('inconsistent-backup-flags', 'backed up but not eligible for backup');
  }
  return undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const BASE64URL = /^[A-Za-z0-9_-]+$/;

export function isBase64Url(value: unknown): value is string {
  return typeof value === 'string' && BASE64URL.test(value);
}
