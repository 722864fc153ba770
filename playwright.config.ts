import { defineConfig } from '@playwright/test';
import { chromiumArgs, ensureBrowser } from './scripts/browsers.mjs';
import { freePort } from './scripts/free-port.mjs';

// The file is read again by every worker: they must all mean the same server.
process.env['E2E_PORT'] ??= String(await freePort());
const baseURL = `http://localhost:${process.env['E2E_PORT']}`;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // A test that needs a second try hides a fault.
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 5000 },
  reporter: [['list'], ['json', { outputFile: process.env['RESULTS_FILE'] ?? '.cache/e2e.json' }]],
  use: {
    baseURL,
    browserName: 'chromium',
    launchOptions: { executablePath: String(ensureBrowser('chromium')), args: chromiumArgs },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: `node scripts/start.mjs --port ${process.env['E2E_PORT']}`,
    url: baseURL,
    env: { LOCAL_API_DATABASE: ':memory:' },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
