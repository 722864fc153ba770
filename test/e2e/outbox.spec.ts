import type { Page } from '@playwright/test';
import type { AuthProcessPage } from './support/auth-process-page.js';
import { expectAccessible } from './support/axe.js';
import { expect, test } from './support/fixtures.js';

const MARIA = 'maria@example.com';
const JONAS = 'jonas@example.com';

/** A sign-up up to the screen that waits for a code or link. */
async function askForMessage(auth: AuthProcessPage, email: string): Promise<void> {
  await auth.open({ initial: 'signup-init' });
  await auth.submitSignup({ Email: email });
  await auth.press('Create passkey');
  await auth.expectScreen('Check your email');
}

function messageTo(outbox: Page, identifier: string) {
  return outbox.getByRole('article').filter({ hasText: identifier });
}

test.describe('The outbox page', () => {
  test('says how to get messages while there are none', async ({ page }) => {
    await page.goto('/outbox.html');
    await expect(page.getByRole('heading', { name: 'No messages' })).toBeVisible();
    await expectAccessible(page);
  });

  test('shows a code as soon as it is sent, to be copied and pasted', async ({
    auth,
    context,
    owner,
    page,
  }) => {
    await owner.configure({ verification: 'at-signup' });
    const outbox = await context.newPage();
    await outbox.goto('/outbox.html');
    await expect(outbox.getByRole('heading', { name: 'No messages' })).toBeVisible();
    await page.bringToFront();
    await askForMessage(auth, MARIA);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await outbox.bringToFront();
    const message = messageTo(outbox, MARIA);
    await expect(message.getByRole('heading', { name: 'Your code for Alder & Clay' })).toBeVisible();
    await expect(message.getByText(await owner.codeFor(MARIA), { exact: true })).toBeVisible();
    await expectAccessible(outbox);
    await message.getByRole('button', { name: 'Copy code' }).click();
    await expect(message.getByText('Copied.')).toBeVisible();
    await page.bringToFront();
    await auth.field('Code').press('ControlOrMeta+V');
    await auth.expectSignedInAs(MARIA);
  });

  test('leads by a link into the process it was sent for', async ({ auth, owner, page }) => {
    await owner.configure({ verification: 'at-signup', verificationMethods: { email: 'email-link' } });
    await askForMessage(auth, MARIA);
    await page.goto('/outbox.html');
    const message = messageTo(page, MARIA);
    await expect(message.getByRole('link', { name: 'Open it in another tab' })).toBeVisible();
    await expectAccessible(page);
    await message.getByRole('link', { name: 'Open the link' }).click();
    await auth.expectSignedInAs(MARIA);
  });

  test('puts the newest first, picks those to one address, and deletes all', async ({
    auth,
    owner,
    page,
  }) => {
    await owner.configure({ verification: 'at-signup' });
    for (const email of [MARIA, JONAS]) {
      await askForMessage(auth, email);
      await auth.forgetEverything();
    }
    await page.goto('/outbox.html');
    const messages = page.getByRole('article');
    await expect(page.getByText('2 messages.')).toBeVisible();
    await expect(messages.first()).toContainText(JONAS);
    await page.getByLabel('To').fill('MARIA');
    await expect(page.getByText('1 message.')).toBeVisible();
    await expect(messages).toContainText([MARIA]);
    await page.getByRole('button', { name: 'Delete all' }).click();
    await expect(page.getByRole('heading', { name: 'No messages' })).toBeVisible();
    expect(await owner.messages()).toEqual([]);
  });

  test('takes the address to look for from its own', async ({ page }) => {
    await page.goto(`/outbox.html?identifier=${encodeURIComponent(MARIA)}`);
    await expect(page.getByLabel('To')).toHaveValue(MARIA);
  });

  test('asks for nothing while it is hidden, and at once when it is seen again', async ({ page }) => {
    let requests = 0;
    await page.route('**/local-api/outbox', (route) => {
      requests += 1;
      return route.continue();
    });
    await page.clock.install();
    await page.goto('/outbox.html');
    await expect.poll(() => requests).toBe(1);
    await show(page, 'hidden');
    await page.clock.runFor(60_000);
    expect(requests).toBe(1);
    await show(page, 'visible');
    await expect.poll(() => requests).toBe(2);
  });

  test('says that the API is away, and goes on when it is back', async ({ page, watch }) => {
    watch.allowFailedRequests('network');
    await page.route('**/local-api/outbox', (route) => route.abort('connectionrefused'));
    await page.goto('/outbox.html');
    const alert = page.getByText('The local API cannot be reached. Is it running?');
    await expect(alert).toBeVisible();
    await page.unroute('**/local-api/outbox');
    await expect(alert).toBeHidden();
  });
});

/** What a browser does when the tab goes behind others, and comes back. */
async function show(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}
