/**
 * `npm test`: every check of the project, from a fresh clone.
 *
 *   npm test -- --list                 names of the steps
 *   npm test -- --only unit,lint       these steps alone
 *   BROWSERS=chromium npm test         engines of the unit tests
 *
 * The last line is `N passed, N failed`, whatever happens; the exit code is 1 when anything failed.
 */
import { parseArgs } from 'node:util';
import { runStep, stopAll } from './run-step.mjs';
import { checkNode, installPackages } from './setup.mjs';
import { phases } from './test-steps.mjs';

const CONCURRENCY = 2;
const total = { passed: 0, failed: 0 };

function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

function failed(title, error) {
  add({ passed: 0, failed: 1 });
  console.log(`\nFAILED  ${title}\n${error.message}\n`);
}

function selectedPhases(only) {
  if (only === undefined) return phases;
  const names = only.split(',').map((name) => name.trim());
  const known = phases.flat().map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`No such step: ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  return phases.map((steps) => steps.filter(({ name }) => names.includes(name)));
}

async function findBrowsers(steps) {
  const kinds = new Set(
    steps.some(({ name }) => ['size', 'stories', 'e2e'].includes(name)) ? ['chromium'] : [],
  );
  const unit = steps.find(({ name }) => name === 'unit');
  for (const kind of unit?.env?.BROWSERS?.split(',') ?? []) kinds.add(kind.trim());
  const { ensureBrowser } = await import('./browsers.mjs');
  for (const kind of kinds) {
    try {
      ensureBrowser(kind);
    } catch (error) {
      failed(`Browser: ${kind}`, error);
    }
  }
}

function report(step, result) {
  add(result);
  const counts = `${result.passed} passed, ${result.failed} failed${result.skipped ? `, ${result.skipped} skipped` : ''}`;
  const line = `${step.title.padEnd(44)} ${result.seconds.toFixed(1).padStart(6)} s   ${counts}`;
  if (result.failed === 0) console.log(`ok      ${line}`);
  else console.log(`FAILED  ${line}\n\n${result.output.trimEnd()}\n`);
}

async function runPhase(steps) {
  const queue = [...steps];
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      console.log(`        ${step.title} ...`);
      report(step, await runStep(step));
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, list: { type: 'boolean' } } });
  if (values.list) {
    for (const { name, title } of phases.flat()) console.log(`${name.padEnd(12)} ${title}`);
    process.removeAllListeners('exit');
    return;
  }
  checkNode();
  const selected = selectedPhases(values.only);
  installPackages();
  await findBrowsers(selected.flat());
  for (const steps of selected) await runPhase(steps);
}

process.on('exit', () => {
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
});
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, async () => {
    await stopAll();
    failed('Interrupted', new Error(`by ${signal}`));
    process.exit(1);
  });

main().catch((error) => failed('Test run', error));
