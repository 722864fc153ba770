// What `npm pack` would publish: nothing missing, nothing that has no business there, no heavier than agreed.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const REQUIRED = [
  'LICENSE',
  'README.md',
  'package.json',
  'custom-elements.json',
  'dist/index.js',
  'dist/index.d.ts',
  'dist/define.js',
  'dist/define/auth-process.js',
  'dist/testing/index.js',
  'dist/cdn/corbado-elements.js',
  'dist/cdn/corbado-elements.iife.js',
  'dist/cdn/phone.js',
  'dist/cdn/integrity.json',
];
const ALLOWED =
  /^(LICENSE|README\.md|package\.json|custom-elements\.json|docs\/.+\.(md|png|svg)|dist\/.+\.(js|js\.map|d\.ts|json))$/;
const MAXIMUM_PACKED_BYTES = 1_000_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const output = execFileSync(npm, ['pack', '--dry-run', '--json', '--ignore-scripts'], {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
  shell: process.platform === 'win32',
});
const report = JSON.parse(output);
const [{ files, size }] = Array.isArray(report) ? report : Object.values(report);
const paths = files.map(({ path }) => path);

const problems = [
  ...REQUIRED.filter((path) => !paths.includes(path)).map((path) => `missing: ${path}`),
  ...paths.filter((path) => !ALLOWED.test(path)).map((path) => `unexpected: ${path}`),
  ...(size > MAXIMUM_PACKED_BYTES ? [`packed size ${size} bytes is over ${MAXIMUM_PACKED_BYTES}`] : []),
];
for (const problem of problems) console.error(problem);
console.log(`${paths.length} files, ${(size / 1000).toFixed(0)} kB packed`);
process.exitCode = problems.length === 0 ? 0 : 1;
