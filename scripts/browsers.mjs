/**
 * Finds, or where it may installs, the browsers the tests run in.
 *
 * Order: environment variable, PATH, places of the operating system, a Playwright-managed copy, installation
 * (`apt-get` as root on Debian and Ubuntu; Playwright's download for Chromium elsewhere).
 *
 *   node scripts/browsers.mjs chromium firefox webkit
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const isRoot = process.getuid?.() === 0;
const programFiles = process.env.PROGRAMFILES ?? 'C:\\Program Files';

const BROWSERS = {
  chromium: {
    title: 'Chromium',
    variable: 'CHROME_PATH',
    // The headless shell is the same engine without a window, and takes a third less of the processor's time.
    commands: [
      'chromium-headless-shell',
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'chrome',
    ],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      join(programFiles, 'Google/Chrome/Application/chrome.exe'),
    ],
    packages: ['chromium-headless-shell'],
  },
  firefox: {
    title: 'Firefox',
    variable: 'FIREFOX_PATH',
    commands: ['firefox', 'firefox-esr'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      join(programFiles, 'Mozilla Firefox/firefox.exe'),
    ],
    packages: ['firefox-esr'],
  },
  webkit: {
    title: 'WebKitWebDriver (WebKitGTK)',
    variable: 'WEBKIT_DRIVER_PATH',
    commands: ['WebKitWebDriver'],
    places: [],
    packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
  },
};

/** Names that may be asked for. */
export const browserKinds = Object.keys(BROWSERS);

/** Flags that keep Chromium off the network, and let it run as root and in containers. */
export const chromiumArgs = [
  ...(isRoot || process.env.CI ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

function browserSpec(kind) {
  if (!Object.hasOwn(BROWSERS, kind)) {
    throw new Error(`Unknown browser "${kind}". Known: ${browserKinds.join(', ')}.`);
  }
  return BROWSERS[kind];
}

function onPath(command) {
  const name = process.platform === 'win32' ? `${command}.exe` : command;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

function playwrightCopy(kind) {
  if (kind !== 'chromium') return undefined;
  try {
    return require('playwright-core').chromium.executablePath();
  } catch {
    return undefined; // playwright-core is not installed, or has no build for this platform
  }
}

/** Path of the browser's executable, or undefined. Throws when the environment variable names a missing file. */
export function findBrowser(kind) {
  const { variable, commands, places } = browserSpec(kind);
  const named = process.env[variable];
  if (named) {
    if (!existsSync(named)) throw new Error(`${variable} names a file that does not exist: ${named}`);
    return named;
  }
  for (const command of commands) {
    const file = onPath(command);
    if (file) return file;
  }
  return [...places, playwrightCopy(kind)].find((file) => file && existsSync(file));
}

function installPackages(packages) {
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  // A fresh machine has no package lists, an older one has stale ones. When the update fails (no network), the
  // lists that are there may still do.
  spawnSync('apt-get', ['update', '-qq'], options);
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  spawnSync('apt-get', [...wait, 'install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

function installPlaywrightChromium() {
  const cli = join(dirname(require.resolve('playwright-core/package.json')), 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
}

/** Installs in one go what is missing among the kinds. Errors are left to the look-up that follows. */
function install(kinds) {
  if (process.platform === 'linux' && isRoot && onPath('apt-get')) {
    installPackages(kinds.flatMap((kind) => browserSpec(kind).packages));
  } else if (kinds.includes('chromium')) {
    installPlaywrightChromium();
  }
}

const installTried = new Set();

/** Paths of the executables by kind. Installs each missing browser at most once per process. */
export function ensureBrowsers(kinds) {
  const missing = kinds.filter((kind) => !findBrowser(kind) && !installTried.has(kind));
  if (missing.length > 0) {
    console.log(`Installing ${missing.map((kind) => browserSpec(kind).title).join(', ')} …`);
    missing.forEach((kind) => installTried.add(kind));
    install(missing);
  }
  return Object.fromEntries(
    kinds.map((kind) => {
      const file = findBrowser(kind);
      if (!file) {
        const { title, variable, packages } = browserSpec(kind);
        throw new Error(
          `${title} was not found and could not be installed. Install it (Debian: ${packages.join(' ')}) ` +
            `or set ${variable} to its executable.`,
        );
      }
      return [kind, file];
    }),
  );
}

/** Path of one browser's executable; installs it when it is missing. */
export function ensureBrowser(kind) {
  return ensureBrowsers([kind])[kind];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const kinds = process.argv.slice(2);
  try {
    const found = ensureBrowsers(kinds.length > 0 ? kinds : ['chromium']);
    for (const [kind, file] of Object.entries(found)) console.log(`${kind}: ${file}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
