import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { chromiumArgs, ensureBrowser } from '../scripts/browsers.mjs';

/** What `probes.js` notes in the page. */
export interface Probes {
  definedAt: number;
  fieldAt: number;
  clickedAt: number;
  answeredAt: number;
  drawnAt: number;
  paintedAt: number;
  readonly calls: { kind: 'get' | 'create'; mediation: string | undefined; at: number }[];
  readonly longTasks: { startTime: number; duration: number }[];
  layoutShift: number;
  refuse: boolean;
  watchNextScreen(): void;
}

declare global {
  var bench: Probes;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly cdp: CDPSession;
  /** Requests to the Frontend API so far: `POST /v2/...`. */
  readonly requests: readonly string[];
}

export function launch(): Promise<Browser> {
  const args = [...chromiumArgs, '--js-flags=--expose-gc'];
  return chromium.launch({ executablePath: String(ensureBrowser('chromium')), args });
}

/** A new visitor with an authenticator that does not answer by itself, unless `answers` is set. */
export async function visit(
  browser: Browser,
  address: string,
  { answers = false, throttle = 1 } = {},
): Promise<Visit> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript({ path: fileURLToPath(new URL('probes.js', import.meta.url)) });
  const requests: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/v2/')) requests.push(`${request.method()} ${pathname}`);
  });
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable', { enableUI: false });
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: answers,
    },
  });
  if (throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.goto(address);
  return { page, context, cdp, requests };
}

export function probes<T>(page: Page, read: (bench: Probes) => T): Promise<T> {
  return page.evaluate<T>(`(${read.toString()})(bench)`);
}

export async function firstField(page: Page): Promise<void> {
  await page.waitForFunction(() => bench.fieldAt > 0);
}

export async function nextScreen(page: Page): Promise<void> {
  await page.waitForFunction(() => bench.paintedAt > 0);
}
