import type { CeremonyFailure } from './webauthn-outcome.js';

/** Chromium's Feature Policy introspection; other browsers tell only by refusing the call. */
interface FeaturePolicyDocument {
  featurePolicy?: { features(): string[]; allowsFeature(feature: string): boolean };
}

/** Why the page cannot run such a ceremony at all, or undefined when it can. */
export function unsupportedReason(type: 'get' | 'create'): CeremonyFailure | undefined {
  if (globalThis.isSecureContext === false) return 'not-secure';
  if (typeof globalThis.PublicKeyCredential !== 'function' || !globalThis.navigator?.credentials)
    return 'unsupported';
  const policy = (globalThis.document as FeaturePolicyDocument | undefined)?.featurePolicy;
  const feature = `publickey-credentials-${type}`;
  // A feature that the browser does not know counts as not allowed, though it has no policy for it.
  const denied = policy?.features().includes(feature) && !policy.allowsFeature(feature);
  return denied ? 'not-secure' : undefined;
}
