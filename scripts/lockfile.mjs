// The lock file must install anywhere: no download address in it, and nothing left out of date by a manual edit.
import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const problems = [];
for (const [path, { resolved, link, integrity }] of Object.entries(lock.packages)) {
  if (resolved && /^[a-z+]+:/.test(resolved)) problems.push(`${path} carries a download address`);
  if (path.startsWith('node_modules/') && !link && !integrity) problems.push(`${path} has no integrity hash`);
}
for (const field of ['dependencies', 'devDependencies'])
  if (JSON.stringify(lock.packages[''][field]) !== JSON.stringify(manifest[field]))
    problems.push(`${field} differ from package.json: run "npm install"`);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
