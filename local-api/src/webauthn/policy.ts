/** What a relying party demands of a ceremony. */
export interface CeremonyPolicy {
  userVerification: 'required' | 'preferred';
  /** `optional` only for conditional creation (WebAuthn Level 3, section 7.1). */
  userPresence: 'required' | 'optional';
  /** COSE algorithms offered in the creation options. */
  algorithms: readonly number[];
  /** Origins of pages that may frame the relying party's page; empty refuses every cross-origin ceremony. */
  topOrigins: readonly string[];
  /** A signature counter that does not rise may mean a copied key: only reported, or refused. */
  counterRegression: 'report' | 'refuse';
}

/** Ed25519, ES256, RS256: what platform authenticators, password managers and security keys offer. */
export const offeredAlgorithms: readonly number[] = [-8, -7, -257];

/** The passkey is the only factor, so the person must be verified. */
export const defaultPolicy: CeremonyPolicy = {
  userVerification: 'required',
  userPresence: 'required',
  algorithms: offeredAlgorithms,
  topOrigins: [],
  counterRegression: 'report',
};

/**
 * For a passkey that may be made without a prompt (conditional creation) by somebody who has just proved who they are:
 * nobody need have been there. Signing in with it demands the person all the same.
 */
export const silentCreationPolicy: CeremonyPolicy = {
  ...defaultPolicy,
  userVerification: 'preferred',
  userPresence: 'optional',
};

/** Ceremony time-out in the options, milliseconds (WebAuthn Level 3 recommends 300 to 600 seconds). */
export const CEREMONY_TIMEOUT_MS = 300_000;
