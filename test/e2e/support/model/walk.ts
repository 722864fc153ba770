import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, BrowserContext } from '@playwright/test';
import { LocalApi } from '../local-api.js';
import { PageWatch } from '../page-watch.js';
import { lossesBetween, problemsOf } from './invariants.js';
import { perform, unlessOffline } from './perform.js';
import type { Action, Scenario } from './person-action.js';
import { describe, Tab } from './tab.js';
import { Traffic } from './traffic.js';
import type { View } from './screen.js';
import { findWayOut } from './way-out.js';

/** A person in front of a browser, the project's owner and the network, for one scenario. */
export interface World {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly origin: string;
  readonly owner: LocalApi;
  readonly traffic: Traffic;
  readonly tab: Tab;
  /** Looks at every page that comes to rest, also at those of other tabs and browsers. */
  readonly check: (view: View) => void;
}

/** What went wrong in a scenario, with the way there. */
class WalkFailure extends Error {
  constructor(problem: string, { lines }: Way) {
    super(`${problem}\n\nThe way there:\n${lines.map((line) => `  ${line}`).join('\n')}`);
  }
}

/** What has happened so far; told at once with `MODEL_TRACE=1`. */
export class Way {
  readonly lines: string[] = [];

  note(line: string): void {
    this.lines.push(line);
    if (process.env['MODEL_TRACE']) console.log(line);
  }
}

/** Longer than any page takes to load on a busy machine. */
const TIMEOUT_MS = 15_000;

/** A walk that takes longer hangs: every wait in it ends sooner. */
const WALK_MS = 180_000;

/** Goes through a scenario, and out of wherever it ends. Throws `WalkFailure`. */
export async function walk(browser: Browser, origin: string, scenario: Scenario): Promise<void> {
  const owner = new LocalApi(origin);
  await owner.reset();
  const context = await browser.newContext({ baseURL: origin, reducedMotion: 'reduce' });
  context.setDefaultTimeout(TIMEOUT_MS);
  const way = new Way();
  const limit = new AbortController();
  const hangs = delay(WALK_MS, undefined, { signal: limit.signal }).then(() => {
    throw new Error('The walk hangs');
  });
  try {
    await Promise.race([goThrough({ browser, context, origin, owner }, scenario, way), hangs]);
  } catch (cause) {
    throw new WalkFailure(cause instanceof Error ? cause.message : String(cause), way);
  } finally {
    hangs.catch(() => undefined);
    limit.abort();
    await context.close();
  }
}

async function goThrough(
  given: Omit<World, 'traffic' | 'tab' | 'check'>,
  { settings, account, mood, at, actions }: Scenario,
  way: Way,
): Promise<void> {
  const { context, owner } = given;
  const watch = await PageWatch.start(context);
  watch.allowFailedRequests('network', ...EXPECTED);
  await context.clock.install();
  const traffic = await Traffic.watch(context);
  const tab = await Tab.open(await context.newPage(), traffic);
  const check = (view: View) => {
    const problems = [...watch.unexpected, ...problemsOf(view)];
    if (problems.length > 0) throw new Error(problems.join('\n'));
  };
  const world: World = { ...given, traffic, tab, check };
  way.note(`settings ${JSON.stringify(settings)}`);
  if (account) await signUp(world);
  await owner.configure(settings);
  await perform(world, { do: 'mood', mood });
  way.note(`${account ? 'account, ' : ''}${mood}, ${at}`);
  await tab.page.goto(`/complete.html${at}`);
  let before = await tab.rest();
  way.note(`  → ${describe(before)}`);
  check(before);
  for (const action of actions) {
    way.note(tell(action));
    tab.typed.clear();
    await comeBack(world, before);
    await perform(world, action);
    const after = await tab.rest();
    way.note(`  → ${describe(after)}`);
    check(after);
    const losses = lossesBetween(before, tab.typed, after);
    if (losses.length > 0) throw new Error(losses.join('\n'));
    before = after;
  }
  await findWayOut(world, way);
}

/** Whoever has left for good, be it signed in, comes again. */
async function comeBack({ tab }: World, { path }: View): Promise<void> {
  if (path.startsWith('/complete') || path.startsWith('/local-api/social/')) return;
  await tab.page.goto('/complete.html').catch(unlessOffline);
  await tab.rest();
}

/** Answers that planned faults, refused input and ended processes have. */
const EXPECTED = [400, 401, 403, 404, 408, 429, 500, 503] as const;

function tell({ do: name, ...how }: Action): string {
  return [name, ...Object.values(how).map((value) => JSON.stringify(value))].join(' ');
}

/** Maria has an account with a passkey of this device; nobody is signed in. */
async function signUp({ tab, context }: World): Promise<void> {
  const { page, authenticator } = tab;
  await page.goto('/complete.html?initial=signup-init');
  await tab.rest();
  await page.locator('auth-process input').fill('maria@example.com');
  await page.keyboard.press('Enter');
  await tab.rest();
  await authenticator.ownerAgrees();
  await page.locator('auth-process .cbo-button--primary').click();
  await page.waitForURL(/account\.html$/);
  await authenticator.ownerIsAway();
  await context.clearCookies();
}
