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
  const ask = (question: Question) => within(clock, PROBE_TIME_MS, answer(question));
  const [reported, conditionalGet, userVerifyingPlatformAuthenticator] = await Promise.all([
    ask('getClientCapabilities'),
    ask('isConditionalMediationAvailable'),
    ask('isUserVerifyingPlatformAuthenticatorAvailable'),
  ]);
  const answers = { conditionalGet, userVerifyingPlatformAuthenticator, ...(reported as object) };
  return Object.fromEntries(
    Object.entries<unknown>(answers).filter(
      (pair): pair is [string, boolean] => typeof pair[1] === 'boolean',
    ),
  );
}

type Question =
  | 'getClientCapabilities'
  | 'isConditionalMediationAvailable'
  | 'isUserVerifyingPlatformAuthenticatorAvailable';

/** False where the browser does not know the question. An exception of a patched method is a rejection. */
async function answer(question: Question): Promise<unknown> {
  const ask: unknown = globalThis.PublicKeyCredential?.[question];
  return typeof ask === 'function' && ask.call(PublicKeyCredential);
}
