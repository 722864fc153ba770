import { browserSupportsWebAuthnAutofill, platformAuthenticatorIsAvailable } from '@simplewebauthn/browser';
import { within, type Clock } from './clock.js';

/** Keys of `PublicKeyCredential.getClientCapabilities()` (WebAuthn Level 3, 5.1.7) that the kit decides on. */
type ClientCapability =
  | 'conditionalCreate'
  | 'conditionalGet'
  | 'hybridTransport'
  | 'immediateGet'
  | 'passkeyPlatformAuthenticator'
  | 'relatedOrigins'
  | 'userVerifyingPlatformAuthenticator';

/**
 * What the browser says about itself, every key it reported. Three-valued: true, false, absent for unknown.
 * Without WebAuthn `conditionalGet` and `userVerifyingPlatformAuthenticator` are false.
 */
export type Capabilities = Readonly<Partial<Record<ClientCapability | (string & {}), boolean>>>;

const PROBE_TIME_MS = 1000;

/** Asks the browser. Never rejects, and takes a second at most: a question without an answer stays unknown. */
export async function readCapabilities(clock: Clock): Promise<Capabilities> {
  // Within an async function, so that an exception of a patched method is a rejection.
  const probe = <T>(ask: () => Promise<T>) => within(clock, PROBE_TIME_MS, (async () => ask())());
  const [reported, conditionalGet, userVerifyingPlatformAuthenticator] = await Promise.all([
    probe(reportedCapabilities),
    probe(browserSupportsWebAuthnAutofill),
    probe(platformAuthenticatorIsAvailable),
  ]);
  const answers = { conditionalGet, userVerifyingPlatformAuthenticator, ...reported };
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => typeof answer === 'boolean'));
}

async function reportedCapabilities(): Promise<Record<string, boolean>> {
  const ask: unknown = globalThis.PublicKeyCredential?.getClientCapabilities;
  return typeof ask === 'function' ? ((await ask.call(PublicKeyCredential)) as Record<string, boolean>) : {};
}
