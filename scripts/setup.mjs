// Runs before anything is installed: Node's own modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MINIMUM_NODE = [20, 19];

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Ends the process with one readable line. */
export function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/** Throws when this Node is too old for the tools in use. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [minMajor = 0, minMinor = 0] = MINIMUM_NODE;
  if (major > minMajor || (major === minMajor && minor >= minMinor)) return;
  throw new Error(
    `Node.js ${MINIMUM_NODE.join('.')} or newer is needed; this is ${version}. See https://nodejs.org.`,
  );
}

/** Installs the packages of package-lock.json when they are absent or older than it. Throws when npm fails. */
export function installPackages() {
  if (isInstalled()) return;
  console.log('Installing packages (npm ci), about a minute ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--include=dev', '--no-progress', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error(`"npm ci" failed${error ? `: ${error.message}` : ''}. Run it by hand to see why.`);
}

function isInstalled() {
  // npm writes this file last, so it also tells that an earlier install came to its end.
  const marker = `${root}node_modules/.package-lock.json`;
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;
}
