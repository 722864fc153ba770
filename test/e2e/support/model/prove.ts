import * as fc from 'fast-check';
import { test } from '../fixtures.js';
import type { AnyScenario, Model } from './model.js';
import { keepSeed, readSeeds } from './seeds.js';
import { walk } from './walk.js';

/** Another place to start from by `MODEL_SEED=7`. */
const SEED = Number(
  process.env['MODEL_SEED'] ?? (process.env['MODEL_RUNS'] ? Date.now() % 2 ** 31 : 20_251_123),
);
/** `MODEL_SHRINK=0` tells of the first failure as it is, at once, and keeps nothing. */
const SHRINK = process.env['MODEL_SHRINK'] !== '0';
const RUN_MS = 180_000;

/** Tests that walk through a model: what failed once first, then in random order, `usual` times; more by `MODEL_RUNS=500`. */
export function proveModel<S extends AnyScenario>(model: Model<S>, usual: number): void {
  const numRuns = Number(process.env['MODEL_RUNS'] ?? usual);
  for (const { what, scenario } of readSeeds<S>(model.seeds))
    test(`also when ${what}`, async ({ browser, server }) => {
      test.setTimeout(RUN_MS);
      await walk(model, browser, server.origin, scenario);
    });

  test('in random order', async ({ browser, server }) => {
    test.setTimeout(numRuns * RUN_MS);
    let runs = 0;
    const property = fc.asyncProperty(model.scenarios, async (scenario: S) => {
      if (numRuns > 20) console.log(`run ${(runs += 1)}`);
      await walk(model, browser, server.origin, scenario);
    });
    const result = await fc.check(property, {
      numRuns,
      seed: SEED,
      unbiased: true,
      endOnFailure: !SHRINK,
    });
    if (!result.failed) return;
    const [scenario] = result.counterexample ?? [];
    const path = result.counterexamplePath ?? '';
    const message = String((result.errorInstance as Error | undefined)?.message);
    if (scenario && SHRINK && !/has been closed|Test ended/.test(message))
      keepSeed(model.seeds, { what: message.split('\n')[0] ?? '', seed: result.seed, path, scenario });
    throw new Error(`seed ${result.seed}, path "${path}"\n${message}\n${JSON.stringify(scenario)}`);
  });
}
