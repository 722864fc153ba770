import { browserFacts, settled, type BrowserEnvironment } from './browser-facts.js';
import type { ClientEnvHandle } from './client-handle.js';
import { realClock, within, type ApiClock } from './timing.js';
import type { ClientInformation } from './types.js';

const DEFAULT_TIMEOUT_MS = 300;

export interface ClientInformationOptions {
  /** Longest wait in milliseconds; facts not known by then are left out. 300 unless told. */
  readonly timeoutMs?: number;
  /** A visitor id the host makes; the kit takes no fingerprint of its own. */
  readonly visitorId?: () => Promise<string>;
  readonly handle?: ClientEnvHandle;
  readonly environment?: BrowserEnvironment;
  readonly clock?: ApiClock;
}

/**
 * Every fact the browser can tell, with those that are slow, refused or missing left out. Never rejects; may wait for
 * ever if a browser never answers, for which reason calls use `clientInformation`. A browser does not tell whether a
 * window is private, and guessing it would be fingerprinting: `privateMode` is never sent.
 */
export async function gatherClientInformation(
  environment: BrowserEnvironment = globalThis,
): Promise<ClientInformation> {
  const { known, complete } = browserFacts(environment);
  await complete;
  return { ...known };
}

/**
 * The facts known after `timeoutMs` at the latest. The browser is asked once for a page: calling this early, while
 * nobody waits, makes the next call answer at once and with what came late the first time. Never rejects.
 */
export async function clientInformation(options: ClientInformationOptions = {}): Promise<ClientInformation> {
  const { environment = globalThis, clock = realClock, handle, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const { known, complete } = browserFacts(environment);
  const own: ClientInformation = handle
    ? { clientEnvHandle: handle.value, clientEnvHandleMeta: handle.meta }
    : {};
  const visitor = settled(async () => {
    const visitorId = await options.visitorId?.();
    if (typeof visitorId === 'string') own.visitorId = visitorId;
  });
  const answers = Promise.all([complete, visitor]);
  await settled(() => within(clock, timeoutMs, undefined, () => answers));
  return { ...known, ...own };
}
