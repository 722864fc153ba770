import type { Browser } from 'playwright-core';
import { firstField, nextScreen, probes, visit, type Visit } from './browser.js';
import { firstVisitRows, percentile, type Row } from './statistics.js';

const VISITS = 20;
const THROTTLED_VISITS = 5;
const CLICKS = 30;
let people = 0;

/** Types an address that nobody has used yet and sends the form. */
async function submitSignup({ page }: Visit): Promise<void> {
  await page.locator('auth-process input[type="email"]').fill(`bench-${String(++people)}@example.com`);
  await probes(page, (bench) => bench.watchNextScreen());
  await page.locator('auth-process button[type="submit"]').click();
  await nextScreen(page);
}

/** The last time a modal ceremony was asked for, after the last click. */
const clickToCall = (visited: Visit): Promise<number> =>
  probes(visited.page, (bench) => {
    const call = bench.calls.filter(({ mediation }) => mediation !== 'conditional').at(-1);
    return call ? call.at - bench.clickedAt : Number.NaN;
  });

export async function signupRows(browser: Browser, origin: string): Promise<Row[]> {
  const usable: number[] = [];
  const drawn: number[] = [];
  const painted: number[] = [];
  const calls: number[] = [];
  const shifts: number[] = [];
  const requests: number[] = [];
  for (let i = 0; i < VISITS; i++) {
    const visited = await visit(browser, origin, { answers: true });
    const { page } = visited;
    await firstField(page);
    requests.push(visited.requests.length);
    usable.push(await probes(page, (bench) => bench.fieldAt - bench.definedAt));
    await submitSignup(visited);
    drawn.push(await probes(page, (bench) => bench.drawnAt - bench.answeredAt));
    painted.push(await probes(page, (bench) => bench.paintedAt - bench.answeredAt));
    await probes(page, (bench) => bench.watchNextScreen());
    await page.locator('auth-process [part~="button-primary"]').click();
    await nextScreen(page);
    calls.push(await clickToCall(visited));
    shifts.push(await probes(page, (bench) => bench.layoutShift));
    await visited.context.close();
  }
  return [
    ...firstVisitRows(usable, requests),
    {
      name: 'answer received -> next screen in the document, median',
      value: percentile(drawn, 0.5),
      unit: 'ms',
      budget: 16,
    },
    { name: 'answer received -> next screen painted, median', value: percentile(painted, 0.5), unit: 'ms' },
    { name: 'click -> navigator.credentials.create, p50', value: percentile(calls, 0.5), unit: 'ms' },
    {
      name: 'click -> navigator.credentials.create, p95',
      value: percentile(calls, 0.95),
      unit: 'ms',
      budget: 50,
    },
    {
      name: 'layout shift from page load to the end, worst',
      value: Math.max(...shifts),
      unit: '',
      budget: 0.02,
    },
  ];
}

/** The passkey button while autofill waits: the pending request has to be ended first. */
export async function loginRows(browser: Browser, origin: string): Promise<Row[]> {
  const visited = await visit(browser, `${origin}/#login-init`);
  const { page } = visited;
  await firstField(page);
  if ((await page.locator('auth-process input[autocomplete~="webauthn"]').count()) === 0) {
    await probes(page, (bench) => bench.watchNextScreen());
    await page.locator('auth-process .cbo-foot button').click();
    await nextScreen(page);
  }
  await probes(page, (bench) => (bench.refuse = true));
  const samples: number[] = [];
  for (let i = 0; i < CLICKS; i++) {
    const armed = await probes(page, (bench) => bench.calls.length);
    await page.waitForFunction(
      ([before]) =>
        bench.calls.length > 0 && (before === 0 || bench.calls.at(-1)?.mediation === 'conditional'),
      [i],
    );
    await page.locator('auth-process [part~="button-secondary"]:not([aria-disabled])').first().click();
    await page.waitForFunction(
      (count) => bench.calls.slice(count).some(({ mediation }) => mediation !== 'conditional'),
      armed,
    );
    samples.push(await clickToCall(visited));
  }
  await visited.context.close();
  return [
    {
      name: 'click -> navigator.credentials.get, autofill pending, p50',
      value: percentile(samples, 0.5),
      unit: 'ms',
    },
    {
      name: 'click -> navigator.credentials.get, autofill pending, p95',
      value: percentile(samples, 0.95),
      unit: 'ms',
      budget: 50,
    },
  ];
}

export async function throttledRows(browser: Browser, origin: string): Promise<Row[]> {
  const drawn: number[] = [];
  const tasks: number[] = [];
  for (let i = 0; i < THROTTLED_VISITS; i++) {
    const visited = await visit(browser, origin, { throttle: 4 });
    await firstField(visited.page);
    await submitSignup(visited);
    drawn.push(await probes(visited.page, (bench) => bench.drawnAt - bench.answeredAt));
    const after = await probes(visited.page, (bench) =>
      bench.longTasks
        .filter(({ startTime }) => startTime >= bench.answeredAt - 1)
        .map(({ duration }) => duration),
    );
    tasks.push(...after);
    await visited.context.close();
  }
  return [
    {
      name: 'answer received -> next screen in the document, 4x slower',
      value: percentile(drawn, 0.5),
      unit: 'ms',
    },
    {
      name: 'longest task after an answer, 4x slower (0: none > 50)',
      value: Math.max(0, ...tasks),
      unit: 'ms',
      budget: 50,
    },
  ];
}
