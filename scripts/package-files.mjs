// What `npm pack` would publish: nothing missing, nothing that has no business there, no heavier than agreed.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
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

/** Relative links of a page, as paths in the package. Not its pictures: where one is left out for its weight, its words stay. */
function linksOf(page) {
  const links = [...readFileSync(`${root}${page}`, 'utf8').matchAll(/(?<!!\[[^\]]*)\]\(([^)#\s]+)/g)].map(
    ([, link]) => link,
  );
  return links.filter((link) => !/^[a-z]+:/.test(link)).map((link) => posix.join(posix.dirname(page), link));
}

const deadLinks = paths
  .filter((path) => path.endsWith('.md'))
  .flatMap((page) =>
    linksOf(page)
      .filter((link) => !paths.includes(link))
      .map((link) => `${page} links to ${link}, which is not in the package`),
  );

const problems = [
  ...REQUIRED.filter((path) => !paths.includes(path)).map((path) => `missing: ${path}`),
  ...paths.filter((path) => !ALLOWED.test(path)).map((path) => `unexpected: ${path}`),
  ...deadLinks,
  ...(size > MAXIMUM_PACKED_BYTES ? [`packed size ${size} bytes is over ${MAXIMUM_PACKED_BYTES}`] : []),
];
for (const problem of problems) console.error(problem);
console.log(`${paths.length} files, ${(size / 1000).toFixed(0)} kB packed`);
process.exitCode = problems.length === 0 ? 0 : 1;
