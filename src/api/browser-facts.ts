import { isObject } from './shape-guards.js';
import type { ClientInformation } from './types.js';

/** Where the facts come from: `globalThis`, or a stand-in in tests. */
export interface BrowserEnvironment {
  readonly navigator?: object;
  readonly PublicKeyCredential?: unknown;
}

export interface BrowserFacts {
  /** Filled as answers arrive. */
  readonly known: ClientInformation;
  /** Resolves when no answer is outstanding; never rejects. */
  readonly complete: Promise<void>;
}

/** The parts of `Navigator` that not every engine, and no DOM library, has. */
interface NavigatorFacts {
  readonly webdriver?: unknown;
  readonly bluetooth?: { getAvailability?(): Promise<unknown> };
  readonly userAgentData?: { getHighEntropyValues?(hints: readonly string[]): Promise<unknown> };
}

interface PublicKeyCredentialFacts {
  isUserVerifyingPlatformAuthenticatorAvailable?(): Promise<unknown>;
  isConditionalMediationAvailable?(): Promise<unknown>;
  getClientCapabilities?(): Promise<unknown>;
}

const factsOf = new WeakMap<BrowserEnvironment, BrowserFacts>();

/** Asks the browser all at once, and once only. */
export function browserFacts(environment: BrowserEnvironment): BrowserFacts {
  let facts = factsOf.get(environment);
  if (!facts) {
    const known: ClientInformation = { isNative: false };
    const asked = probes(environment, known).map(settled);
    facts = { known, complete: Promise.all(asked).then(() => undefined) };
    factsOf.set(environment, facts);
  }
  return facts;
}

/** Resolves when `work` has ended, however it ended. */
export async function settled(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch {
    // A fact the browser refuses to tell is a fact we do not have.
  }
}

function probes(environment: BrowserEnvironment, known: ClientInformation): (() => Promise<void>)[] {
  const navigator = () => (environment.navigator ?? {}) as NavigatorFacts;
  const credential = () => (environment.PublicKeyCredential ?? {}) as PublicKeyCredentialFacts;
  return [
    async () => {
      const { webdriver } = navigator();
      if (typeof webdriver === 'boolean') known.webdriver = webdriver;
    },
    async () => {
      const available = await navigator().bluetooth?.getAvailability?.();
      if (typeof available === 'boolean') known.bluetoothAvailable = available;
    },
    async () => {
      const hints = ['platform', 'platformVersion'];
      const values = await navigator().userAgentData?.getHighEntropyValues?.(hints);
      if (!isObject(values)) return;
      const { platform, platformVersion, mobile } = values;
      if (typeof platform !== 'string' || typeof platformVersion !== 'string') return;
      known.javaScriptHighEntropy = { platform, platformVersion, mobile: mobile === true };
    },
    async () => {
      const available = await credential().isUserVerifyingPlatformAuthenticatorAvailable?.();
      known.isUserVerifyingPlatformAuthenticatorAvailable = available === true;
    },
    async () => {
      known.isConditionalMediationAvailable =
        (await credential().isConditionalMediationAvailable?.()) === true;
    },
    async () => {
      const capabilities = await credential().getClientCapabilities?.();
      if (!isObject(capabilities)) return;
      const flags = Object.entries(capabilities).filter(([, value]) => typeof value === 'boolean');
      known.clientCapabilities = Object.fromEntries(flags);
    },
  ];
}
