/**
 * Unit tests in real browsers.
 *
 *   BROWSERS=chromium,firefox,webkit npx web-test-runner    engines by name, Chromium alone by default
 *   npx web-test-runner --files 'test/api/*.test.ts'         some of the files
 *   COVERAGE=1 npx web-test-runner                           coverage (Chromium)
 *   MUTATED_RUNS=5000                                        more cases of test/process/mutated-responses.test.ts,
 *   MUTATED_SEED=7                                           from another place on
 *   RESULTS_FILE=results.json npx web-test-runner            the counts as JSON
 */
import { cpus } from 'node:os';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromiumArgs, ensureBrowsers } from './scripts/browsers.mjs';
import { freePort } from './scripts/free-port.mjs';
import { reactPlugin } from './test/react/support/react-plugin.mjs';
import { cdpPlugin } from './test/support/cdp.mjs';
import { countingReporter } from './test/support/counting-reporter.mjs';
import { moduleCopiesPlugin } from './test/support/module-copies.mjs';
import { relyingPartyPlugin } from './test/support/relying-party.mjs';
import { filterBrowserLogs } from './test/support/strict-logs.mjs';
import { virtualAuthenticatorPlugin } from './test/support/virtual-authenticator.mjs';

const names = (process.env.BROWSERS ?? 'chromium').split(',').map((name) => name.trim());
const executables = ensureBrowsers(names.filter(Boolean));
const marionettePort = await freePort();

/** How many generated cases there are, and where they start. */
const generated = {
  MUTATED_RUNS: process.env.MUTATED_RUNS ?? '100',
  MUTATED_SEED: process.env.MUTATED_SEED ?? '20251123',
};

const launchers = {
  chromium: () =>
    Object.assign(
      chromeLauncher({ launchOptions: { executablePath: executables.chromium, args: chromiumArgs } }),
      { name: 'Chromium' },
    ),

  firefox: () =>
    Object.assign(
      chromeLauncher({
        launchOptions: {
          browser: 'firefox',
          executablePath: executables.firefox,
          headless: true,
          args: ['--marionette'],
          extraPrefsFirefox: {
            'marionette.port': marionettePort,
            'security.webauth.webauthn_enable_softtoken': true,
            'security.webauth.webauthn_enable_usbtoken': false,
          },
        },
      }),
      { name: 'Firefox' },
    ),

  async webkit() {
    const [{ webdriverLauncher }, { startWebKit }] = await Promise.all([
      import('@web/test-runner-webdriver'),
      import('./scripts/webkit.mjs'),
    ]);
    const { port, binary } = await startWebKit();
    const launcher = webdriverLauncher({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port,
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      },
    });
    const initialize = launcher.initialize.bind(launcher);
    // The launcher names itself after its capabilities; tests and reports know the engine by its own name.
    launcher.initialize = async (config) => {
      await initialize(config);
      launcher.name = 'WebKit';
    };
    return launcher;
  },
};

export default {
  files: ['test/**/*.test.ts', '!test/{ssr,e2e,node,shop}/**'],
  rootDir: '.',
  port: await freePort(),
  nodeResolve: true,
  browsers: await Promise.all(Object.keys(executables).map((name) => launchers[name]())),
  concurrentBrowsers: Math.max(1, Math.min(3, cpus().length - 1)),
  // One file at a time in each browser: a ceremony needs a focused page, and Firefox's authenticators are shared.
  concurrency: 1,
  testFramework: { config: { timeout: 30_000 } },
  testsFinishTimeout: 240_000,
  plugins: [
    moduleCopiesPlugin(),
    reactPlugin(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json', define: generated }),
    virtualAuthenticatorPlugin({ marionettePort }),
    relyingPartyPlugin(),
    cdpPlugin(),
    a11ySnapshotPlugin(),
  ],
  filterBrowserLogs,
  reporters: [defaultReporter(), countingReporter()],
  coverage: process.env.COVERAGE === '1',
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['lcovonly', 'text-summary'] },
};
