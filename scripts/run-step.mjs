import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** For a step that hangs; the longest takes about ten minutes. */
const STEP_TIMEOUT = 25 * 60_000;
const STOP_TIMEOUT = 5000;

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, '.cache/results');
const running = new Set();

/** Ends every step under way. Resolves when they have ended, the browsers and servers they started with them. */
export async function stopAll() {
  await Promise.all(
    [...running].map((child) => {
      const ended = new Promise((resolve) => child.once('close', resolve));
      stop(child);
      return ended;
    }),
  );
}

/** Asks a step to end, which gives it time to end its browsers; insists after a while. */
function stop(child) {
  signal(child, 'SIGTERM');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), STOP_TIMEOUT);
  child.once('close', () => clearTimeout(timer));
}

function signal(child, name) {
  try {
    // A step leads a process group of its own, so that nothing it started outlives it.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, name);
  } catch {
    // It has ended already.
  }
}

/** Runs a step to its end. Resolves to its counts, its output and how long it took; never rejects. */
export async function runStep(step) {
  const started = Date.now();
  const resultsFile = join(results, `${step.name}.json`);
  mkdirSync(results, { recursive: true });
  rmSync(resultsFile, { force: true });
  const { code, output } = await execute(step, resultsFile).catch((error) => ({
    code: 1,
    output: String(error),
  }));
  const counts = countsOf(step, code, output, resultsFile);
  return { ...counts, output, seconds: (Date.now() - started) / 1000 };
}

async function execute(step, resultsFile) {
  const [command, ...args] = step.command();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...step.env, RESULTS_FILE: resultsFile },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32',
    });
    running.add(child);
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    const timer = setTimeout(() => {
      output += `\nStopped after ${STEP_TIMEOUT / 1000} seconds.\n`;
      stop(child);
    }, STEP_TIMEOUT);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      running.delete(child);
      if (signal) output += `\nEnded by ${signal}.\n`;
      resolve({ code: code ?? 1, output });
    });
  });
}

const readers = {
  results: (_output, file) => JSON.parse(readFileSync(file, 'utf8')),
  playwright: (_output, file) => {
    const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped,
    };
  },
  tap: (output) => {
    const number = (name) => Number(new RegExp(`^# ${name} (\\d+)`, 'm').exec(output)?.[1] ?? 0);
    return {
      passed: number('pass'),
      failed: number('fail') + number('cancelled'),
      skipped: number('skipped'),
    };
  },
  summary: (output) => {
    const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
    return { passed: Number(passed), failed: Number(failed) };
  },
};

function countsOf(step, code, output, file) {
  const oneFailure = { passed: 0, failed: 1, skipped: 0 };
  if (!step.count) return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : oneFailure;
  let counts;
  try {
    counts = readers[step.count](output, file);
  } catch {
    return oneFailure;
  }
  const { passed, failed, skipped = 0 } = counts;
  // A run that fails for a reason no test carries, or that ran nothing at all, is a failure too.
  const unexplained = failed === 0 && (code !== 0 || passed === 0);
  return Number.isFinite(passed + failed)
    ? { passed, failed: unexplained ? 1 : failed, skipped }
    : oneFailure;
}
