import * as fc from 'fast-check';
import { scenarios, type Scenario } from './support/model/person-action.js';
import { keepSeed, readSeeds } from './support/model/seeds.js';
import { walk } from './support/model/walk.js';
import { test } from './support/fixtures.js';

/** More by `MODEL_RUNS=500`, another place to start from by `MODEL_SEED=7`. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 4);
const SEED = Number(
  process.env['MODEL_SEED'] ?? (process.env['MODEL_RUNS'] ? Date.now() % 2 ** 31 : 20_251_123),
);
/** `MODEL_SHRINK=0` tells of the first failure as it is, at once, and keeps nothing. */
const SHRINK = process.env['MODEL_SHRINK'] !== '0';
const RUN_MS = 180_000;

test.describe('Whatever a person, the project and the network do, there is a way on', () => {
  for (const { what, scenario } of readSeeds())
    test(`also when ${what}`, async ({ browser, server }) => {
      test.setTimeout(RUN_MS);
      await walk(browser, server.origin, scenario);
    });

  test('in random order', async ({ browser, server }) => {
    test.setTimeout(RUNS * RUN_MS);
    let runs = 0;
    const property = fc.asyncProperty(scenarios, async (scenario: Scenario) => {
      if (RUNS > 20) console.log(`run ${(runs += 1)}`);
      await walk(browser, server.origin, scenario);
    });
    const result = await fc.check(property, {
      numRuns: RUNS,
      seed: SEED,
      unbiased: true,
      endOnFailure: !SHRINK,
    });
    if (!result.failed) return;
    const [scenario] = result.counterexample ?? [];
    const path = result.counterexamplePath ?? '';
    const message = String((result.errorInstance as Error | undefined)?.message);
    if (scenario && SHRINK && !/has been closed|Test ended/.test(message))
      keepSeed({ what: message.split('\n')[0] ?? '', seed: result.seed, path, scenario });
    throw new Error(`seed ${result.seed}, path "${path}"\n${message}\n${JSON.stringify(scenario)}`);
  });
});
