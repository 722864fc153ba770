import type { Browser } from 'playwright-core';
import { firstField, nextScreen, probes, visit, type Visit } from './browser.js';
import { firstVisitRows, percentile, type Row } from './statistics.js';

const VISITS = 20;
const MOUNTS = 5;
const CLICKS = 30;
const IDENTIFIER = 'bench@example.com';

const asked = ({ requests }: Visit): number =>
  requests.filter((request) => !request.endsWith('/eventsLow')).length;

/** Puts a new element in the place of the one on the page and waits for what it shows. */
async function mount({ page }: Visit, shown: string): Promise<void> {
  await page.evaluate(() => {
    document.querySelector('connect-login')?.remove();
    const element = document.createElement('connect-login');
    element.setAttribute('project-id', 'pro-1');
    element.setAttribute('frontend-api-url', '/');
    document.body.append(element);
  });
  await page.locator(`connect-login ${shown}`).first().waitFor();
}

/** As a site's back end asks for it. */
async function connectToken(origin: string): Promise<string> {
  const response = await fetch(`${origin}/v2/connectTokens`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Basic ${Buffer.from('pro-1:corbado1_local').toString('base64')}`,
    },
    body: JSON.stringify({
      type: 'passkey-append',
      data: { identifier: IDENTIFIER, displayName: IDENTIFIER },
    }),
  });
  return ((await response.json()) as { secret: string }).secret;
}

/** A visitor with a passkey, whom the browser remembers. */
async function visitAgain(browser: Browser, origin: string): Promise<Visit> {
  const visited = await visit(browser, `${origin}/empty`, { answers: true });
  const { page } = visited;
  const token = await connectToken(origin);
  await page.waitForFunction(() => customElements.get('connect-append') !== undefined);
  await page.evaluate((secret) => {
    const element = document.createElement('connect-append');
    element.setAttribute('project-id', 'pro-1');
    element.setAttribute('frontend-api-url', '/');
    Reflect.set(element, 'appendTokenProvider', () => Promise.resolve(secret));
    document.body.append(element);
  }, token);
  await page.locator('connect-append [part~="button-primary"]').click();
  await page.locator('connect-append').getByRole('button', { name: 'Continue' }).click();
  return visited;
}

async function firstScreenRows(browser: Browser, origin: string): Promise<Row[]> {
  const usable: number[] = [];
  const first: number[] = [];
  const again: number[] = [];
  for (let i = 0; i < VISITS; i++) {
    const visited = await visit(browser, origin);
    await firstField(visited.page);
    first.push(asked(visited));
    usable.push(await probes(visited.page, (bench) => bench.fieldAt - bench.definedAt));
    for (let j = 0; j < MOUNTS; j++) await mount(visited, 'input');
    again.push(asked(visited) - (first.at(-1) ?? 0));
    await visited.context.close();
  }
  return [
    ...firstVisitRows(usable, first),
    {
      name: `requests repeated by ${String(MOUNTS)} further mounts`,
      value: Math.max(...again),
      unit: '',
      budget: 0,
    },
  ];
}

/** The press on the card of who was here last; `login/start` comes between it and the ceremony (behaviour.md 8.2). */
async function oneTapRows(browser: Browser, origin: string): Promise<Row[]> {
  const visited = await visitAgain(browser, origin);
  const { page } = visited;
  const calls: number[] = [];
  const ours: number[] = [];
  for (let i = 0; i < CLICKS; i++) {
    await mount(visited, '[part~="identity"]');
    await probes(page, (bench) => {
      bench.calls.length = 0;
      bench.watchNextScreen();
    });
    await page
      .locator('connect-login [part~="button-primary"], connect-login [part~="identity"]')
      .first()
      .click();
    await page.waitForFunction(() => bench.calls.length > 0);
    const [call, own] = await probes(page, (bench) => {
      const at = bench.calls[0]?.at ?? Number.NaN;
      return [at - bench.clickedAt, at - bench.answeredAt] as const;
    });
    calls.push(call);
    ours.push(own);
    await nextScreen(page);
  }
  await visited.context.close();
  return [
    { name: 'one tap -> navigator.credentials.get, p50', value: percentile(calls, 0.5), unit: 'ms' },
    {
      name: 'one tap -> navigator.credentials.get, p95',
      value: percentile(calls, 0.95),
      unit: 'ms',
      budget: 50,
    },
    { name: 'of it after the answer with the options, p95', value: percentile(ours, 0.95), unit: 'ms' },
  ];
}

export async function connectLoginRows(browser: Browser, origin: string): Promise<Row[]> {
  return [...(await firstScreenRows(browser, origin)), ...(await oneTapRows(browser, origin))];
}
