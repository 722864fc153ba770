// Type-checks every part of the repository, two at a time.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));

const PROJECTS = [
  'tsconfig.json',
  'local-api/tsconfig.json',
  'test/tsconfig.json',
  'tsconfig.node.json',
  'stories/tsconfig.json',
  '.storybook/tsconfig.json',
  'demo/tsconfig.json',
  'test/node/tsconfig.json',
  'test/shop/tsconfig.json',
  'test/e2e/tsconfig.json',
  'bench/tsconfig.json',
  'scripts/tsconfig.json',
];
const CONCURRENCY = 2;

function check(project) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [tsc, '-p', project, '--pretty', 'false'], { cwd: root });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('close', (code) => resolve({ project, passed: code === 0, output }));
  });
}

const queue = PROJECTS.filter((project) => existsSync(`${root}${project}`));
const results = [];
async function worker() {
  for (let project = queue.shift(); project; project = queue.shift()) {
    const result = await check(project);
    results.push(result);
    console.log(`${result.passed ? 'ok    ' : 'failed'} ${project}`);
    if (!result.passed) console.log(result.output);
  }
}
await Promise.all(Array.from({ length: CONCURRENCY }, worker));

const failed = results.filter(({ passed }) => !passed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
