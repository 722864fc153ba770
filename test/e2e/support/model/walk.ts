import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, BrowserContext } from '@playwright/test';
import { LocalApi } from '../local-api.js';
import { PageWatch } from '../page-watch.js';
import type { AnyAction, AnyScenario, Model } from './model.js';
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
  readonly watch: PageWatch;
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
export async function walk<S extends AnyScenario>(
  model: Model<S>,
  browser: Browser,
  origin: string,
  scenario: S,
): Promise<void> {
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
    await Promise.race([goThrough(model, { browser, context, origin, owner }, scenario, way), hangs]);
  } catch (cause) {
    throw new WalkFailure(cause instanceof Error ? cause.message : String(cause), way);
  } finally {
    hangs.catch(() => undefined);
    limit.abort();
    await context.close();
  }
}

async function goThrough<S extends AnyScenario>(
  model: Model<S>,
  given: Pick<World, 'browser' | 'context' | 'origin' | 'owner'>,
  scenario: S,
  way: Way,
): Promise<void> {
  const { context } = given;
  const watch = await PageWatch.start(context);
  watch.allowFailedRequests('network', ...EXPECTED);
  await context.clock.install();
  const traffic = await Traffic.watch(context, model.site.calls);
  const tab = await Tab.open(await context.newPage(), traffic, model.site);
  const check = (view: View) => {
    const problems = [...watch.unexpected, ...model.problemsOf(view)];
    if (problems.length > 0) throw new Error(problems.join('\n'));
  };
  const world: World = { ...given, watch, traffic, tab, check };
  way.note(`settings ${JSON.stringify(scenario.settings)}`);
  await model.begin(world, scenario, way);
  let before = await tab.rest();
  way.note(`  → ${describe(before)}`);
  check(before);
  for (const action of scenario.actions) {
    way.note(tell(action));
    tab.typed.clear();
    await model.comeBack(world, before);
    await model.perform(world, action);
    const after = await tab.rest();
    way.note(`  → ${describe(after)}`);
    check(after);
    const losses = model.lossesBetween(before, tab.typed, after);
    if (losses.length > 0) throw new Error(losses.join('\n'));
    before = after;
  }
  await model.haveInOrder(world);
  await findWayOut(world, model, way);
}

/** Answers that planned faults, refused input and ended processes have. */
const EXPECTED = [400, 401, 403, 404, 408, 422, 429, 500, 503] as const;

function tell({ do: name, ...how }: AnyAction): string {
  return [name, ...Object.values(how).map((value) => JSON.stringify(value))].join(' ');
}
