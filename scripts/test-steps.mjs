import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const tool = (name, ...args) => [
  join(root, 'node_modules/.bin', name + (process.platform === 'win32' ? '.cmd' : '')),
  ...args,
];
const script = (name, ...args) => [process.execPath, join(root, 'scripts', name), ...args];

/** Node's own runner takes no patterns in the oldest version supported. */
function nodeTests(folder) {
  const files = readdirSync(join(root, folder), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))
    .map((file) => join(folder, file))
    .sort();
  return [process.execPath, '--import', 'tsx', '--test', '--test-reporter', 'tap', ...files];
}

/**
 * What `npm test` runs: phases one after the other, the steps of a phase two at a time. A step with `count` tells how
 * many of its checks passed and failed; any other counts as one.
 *
 * @typedef {{ name: string, title: string, command: () => string[], count?: 'results' | 'playwright' | 'tap' | 'summary',
 *   env?: Record<string, string> }} Step
 * @type {Step[][]}
 */
export const phases = [
  // Before the build, which writes the manifest.
  [
    { name: 'manifest', title: 'Manifest up to date', command: () => script('manifest.mjs', '--check') },
    { name: 'contract', title: 'API types up to date', command: () => script('types-api.mjs', '--check') },
    { name: 'lockfile', title: 'Lock file', command: () => script('lockfile.mjs') },
  ],
  [{ name: 'build', title: 'Build', command: () => script('build.mjs') }],
  [
    // The longest, with one browser at a time: the others run beside it.
    {
      name: 'unit',
      title: 'Unit tests in browsers',
      command: () => tool('web-test-runner'),
      count: 'results',
      env: { BROWSERS: process.env.BROWSERS ?? 'chromium,firefox,webkit' },
    },
    { name: 'lint', title: 'ESLint', command: () => tool('eslint', '.', '--max-warnings', '0') },
    { name: 'types', title: 'Types', command: () => script('types.mjs'), count: 'summary' },
    { name: 'format', title: 'Formatting (Prettier)', command: () => tool('prettier', '--check', '.') },
    {
      name: 'layers',
      title: 'Who imports whom (dependency-cruiser)',
      command: () => tool('depcruise', 'src', 'local-api', '--config', '.dependency-cruiser.mjs'),
    },
    { name: 'unused', title: 'Unused files, exports and packages (knip)', command: () => tool('knip') },
    { name: 'node', title: 'Published package in Node', command: () => nodeTests('test/node'), count: 'tap' },
    { name: 'local-api', title: 'Local API', command: () => nodeTests('local-api/test'), count: 'tap' },
    { name: 'shop', title: 'Demo shop', command: () => nodeTests('test/shop'), count: 'tap' },
    { name: 'publint', title: 'Package metadata (publint)', command: () => tool('publint', '--strict') },
    {
      name: 'attw',
      title: 'Types for package users (attw)',
      command: () => tool('attw', '--pack', '.', '--profile', 'esm-only'),
    },
    { name: 'files', title: 'Published files', command: () => script('package-files.mjs') },
    { name: 'size', title: 'Size budgets', command: () => tool('tsx', 'bench/size.ts') },
    {
      name: 'catalogue',
      title: 'Catalogue build (Storybook)',
      command: () => tool('storybook', 'build', '--quiet'),
    },
  ],
  [
    {
      name: 'stories',
      title: 'Every story of the catalogue',
      command: () => script('visit-stories.mjs'),
      count: 'results',
    },
  ],
  [{ name: 'e2e', title: 'End to end', command: () => tool('playwright', 'test'), count: 'playwright' }],
];
