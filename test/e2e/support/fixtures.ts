import { test as base, type Page } from '@playwright/test';
import { AuthProcessPage } from './auth-process-page.js';
import { LocalApi } from './local-api.js';
import { PageWatch } from './page-watch.js';
import { ProviderPage } from './provider-page.js';
import { startDemoServer, type DemoServer } from './server.js';
import { VirtualAuthenticator } from './virtual-authenticator.js';

interface TestFixtures {
  /** The project's owner; users and settings are those of a fresh start in every test. */
  readonly owner: LocalApi;
  readonly watch: PageWatch;
  readonly authenticator: VirtualAuthenticator;
  readonly auth: AuthProcessPage;
  readonly provider: ProviderPage;
  /** A further tab of the same browser. */
  readonly anotherTab: AuthProcessPage;
  /** Another browser, as on another device. */
  readonly anotherBrowser: AuthProcessPage;
}

interface WorkerFixtures {
  /** One server for each worker, so that no two tests share a project at the same time. */
  readonly server: DemoServer;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    async ({ browserName: _browser }, use) => {
      const server = await startDemoServer();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.origin);
  },
  owner: [
    async ({ server }, use) => {
      const owner = new LocalApi(server.origin);
      await owner.reset();
      await use(owner);
    },
    { auto: true },
  ],
  watch: [
    async ({ context }, use) => {
      const watch = await PageWatch.start(context);
      await use(watch);
      watch.expectSilence();
    },
    { auto: true },
  ],
  authenticator: async ({ page }, use) => {
    await use(await VirtualAuthenticator.add(page));
  },
  auth: async ({ page, authenticator }, use) => {
    await use(await authProcessPage(page, authenticator));
  },
  provider: async ({ page }, use) => {
    await use(new ProviderPage(page));
  },
  anotherTab: async ({ context }, use) => {
    const page = await context.newPage();
    await use(await authProcessPage(page, await VirtualAuthenticator.add(page)));
  },
  anotherBrowser: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({ baseURL });
    const watch = await PageWatch.start(context);
    const page = await context.newPage();
    await use(await authProcessPage(page, await VirtualAuthenticator.add(page)));
    watch.expectSilence();
    await context.close();
  },
});

async function authProcessPage(page: Page, authenticator: VirtualAuthenticator): Promise<AuthProcessPage> {
  const auth = new AuthProcessPage(page, authenticator);
  await auth.prompts.observe();
  return auth;
}

export { expect } from '@playwright/test';
