import { defineConfig } from '@playwright/test';
import { chromiumArgs, ensureBrowser } from './scripts/browsers.mjs';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  globalSetup: './test/e2e/support/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  // A test that needs a second try hides a fault.
  retries: 0,
  forbidOnly: true,
  // Generous, because the machine may be busy; no test waits this long when all is well.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env['RESULTS_FILE'] ?? '.cache/e2e.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: String(ensureBrowser('chromium')), args: chromiumArgs },
    // A trace of every test takes as long again as the tests; `TRACE=1` for the one that fails.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
  },
});
