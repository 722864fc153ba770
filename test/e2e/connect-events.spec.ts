import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.js';
import { expect, test as base } from './support/fixtures.js';
import { ADA, ShopPage } from './support/shop-page.js';

const test = base.extend<{ shop: ShopPage }>({
  // No passkeys in the field's autofill: the virtual authenticator would sign in before anything was typed.
  shop: async ({ page, owner, authenticator: _authenticator }, use) => {
    await owner.configure({ conditionalUi: false });
    await use(new ShopPage(page));
  },
});

const REPORTED = ['append-learn-more', 'login-one-tap-switch', 'login-explicit-abort'];
const MOMENTS = ['li-ready', 'input', 'pl-start', 'pl-finish', 'li-finish'];
/** What the window does by itself comes and goes between the steps of a person. */
const ofTheWindow = /^(window|document|visualviewport)-/;

/** From an account with a passkey, explained, to a payment that is confirmed another way. */
async function walk(page: Page, shop: ShopPage): Promise<void> {
  await shop.signUp();
  await shop.element('connect-append').getByRole('button', { name: 'What is a passkey?' }).click();
  await shop.createPasskey();
  await shop.signOut();
  const login = shop.element('connect-login');
  await login.getByRole('button', { name: 'Use another account' }).click();
  await login.getByRole('textbox', { name: 'Email' }).fill(ADA.email);
  await page.keyboard.press('Enter');
  await shop.expectSignedInAs();
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await shop.element('connect-second-factor').getByRole('button', { name: 'Use another way' }).click();
  await expect(shop.passwordForm).toBeVisible();
}

async function readEvents(page: Page, kind: string): Promise<void> {
  await page.goto('/events.html');
  await page.getByLabel('Show').selectOption(kind);
}

test.describe('What the pages of the shop tell the Frontend API', () => {
  test('is what became of offers and prompts, each once, and stands on the page of events', async ({
    page,
    shop,
    owner,
  }) => {
    await walk(page, shop);
    await expect.poll(() => owner.reported()).toEqual(REPORTED);
    await readEvents(page, 'Reports of pages');
    await expect(page.getByRole('status')).toHaveText('3 events.');
    // Newest first.
    await expect(page.locator('#events .name')).toHaveText([
      'Left the passkey for another way in',
      'Chose another account',
      'Read more about passkeys',
    ]);
    await expect(page.locator('#events li').last()).toContainText(ADA.email);
    await expectAccessible(page);
  });

  test('is also the moments around a prompt, gathered, in order', async ({ page, shop, owner }) => {
    const from = Date.now();
    await walk(page, shop);
    const moments = async () =>
      (await owner.events('connect-low')).filter(({ type }) => !ofTheWindow.test(type));
    await expect.poll(async () => (await moments()).map(({ type }) => type)).toEqual(MOMENTS);
    const told = await moments();
    const requests = new Set(told.map(({ createdAt }) => createdAt));
    expect(requests.size).toBeLessThan(MOMENTS.length);
    const times = told.map(({ reportedAt = 0 }) => reportedAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(from);
    await readEvents(page, 'Timings of pages');
    for (const moment of MOMENTS)
      await expect(page.locator('#events .name').filter({ hasText: moment })).toHaveCount(1);
    await expect(page.getByText('Chose another account')).toHaveCount(0);
    await expectAccessible(page);
  });

  test('is no moment where the project does not ask for them', async ({ page, shop, owner }) => {
    await owner.configure({ connectFlags: { 'event-low': 'false' } });
    await walk(page, shop);
    await expect.poll(() => owner.reported()).toEqual(REPORTED);
    await readEvents(page, 'Timings of pages');
    await expect(page.getByRole('heading', { name: 'No events' })).toBeVisible();
    expect(await owner.events('connect-low')).toEqual([]);
  });

  test('is nothing at all where the page does not want it', async ({ page, shop, owner }) => {
    // As if it stood in the markup: the elements are parsed long before the kit has come.
    await page.addInitScript(() => {
      const mark = (node: Node) => {
        if (node instanceof Element && node.localName.startsWith('connect-'))
          node.setAttribute('telemetry', 'off');
      };
      new MutationObserver((records) => {
        for (const { addedNodes } of records) addedNodes.forEach(mark);
      }).observe(document, { childList: true, subtree: true });
    });
    const sent: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.startsWith('/v2/connect/events')) sent.push(request.url());
    });
    await walk(page, shop);
    await expect(shop.element('connect-second-factor')).toHaveAttribute('telemetry', 'off');
    await readEvents(page, 'Everything');
    await expect(page.locator('#events .name').first()).toHaveText(/^The API /);
    expect(sent).toEqual([]);
    for (const kind of ['connect', 'connect-low'] as const) expect(await owner.events(kind)).toEqual([]);
  });
});
