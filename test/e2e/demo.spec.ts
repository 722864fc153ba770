import { expect, test } from './support/fixtures.js';
import { expectAccessible } from './support/axe.js';

const MARIA = 'maria@example.com';

test.describe('The account page', () => {
  test('shows the user, the session and the passkeys, and signs out', async ({
    auth,
    authenticator,
    page,
    server,
  }) => {
    await auth.open();
    await auth.signUp(MARIA);
    const user = page.getByRole('region', { name: 'User' });
    await expect(user.getByText(MARIA)).toBeVisible();
    const session = page.getByRole('region', { name: 'Session' });
    await expect(session.getByText(server.origin)).toBeVisible();
    await expect(session.getByText('Expires')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Passkeys' }).getByRole('listitem')).toHaveCount(1);
    await expectAccessible(page);
    await authenticator.ownerIsAway();
    await auth.signOut();
    await auth.expectScreen('Welcome back');
  });

  test('renews the session token', async ({ auth, page }) => {
    await auth.open();
    await auth.signUp(MARIA);
    const renewed = page.waitForResponse('**/v2/me/refresh');
    await page.getByRole('button', { name: 'Renew now' }).click();
    expect((await renewed).status()).toBe(200);
  });

  test('says so when nobody is signed in', async ({ page, watch }) => {
    watch.allowFailedRequests(401);
    await page.goto('/account.html');
    await expect(page.getByText('You are not signed in.')).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe('The settings page', () => {
  test('changes the project', async ({ auth, page }) => {
    await page.goto('/settings.html');
    await page.getByLabel('Name', { exact: true }).fill('Oak & Loam');
    await page.getByRole('checkbox', { name: 'Anybody may create an account' }).uncheck();
    await page.getByRole('button', { name: 'Save settings' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await auth.open();
    await auth.expectScreen('Welcome back');
    await expect(auth.text('Sign in to Oak & Loam')).toBeVisible();
  });

  test('says at its field what cannot be, and changes nothing', async ({ page, watch }) => {
    watch.allowFailedRequests(400);
    await page.goto('/settings.html');
    const field = page.getByLabel('Session token, seconds');
    await expect(field).toHaveValue('300');
    await field.fill('5');
    await page.getByRole('button', { name: 'Save settings' }).click();
    await expect(field).toHaveAccessibleDescription(/must be a whole number from 10 to 900/);
    await expect(field).toBeFocused();
    await expectAccessible(page);
    await page.reload();
    await expect(field).toHaveValue('300');
  });

  test('lists the users, deletes one and starts over', async ({ auth, owner, page }) => {
    await auth.haveAccount(MARIA);
    await page.goto('/settings.html');
    await page.getByRole('button', { name: `Delete ${MARIA}` }).click();
    await expect(page.getByText('Nobody has signed up yet.')).toBeVisible();
    expect(await owner.users()).toEqual([]);
    await page.getByLabel('Name', { exact: true }).fill('Oak & Loam');
    await page.getByRole('button', { name: 'Save settings' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.getByRole('button', { name: 'Reset everything' }).click();
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Reset', exact: true }).click();
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Alder & Clay');
  });
});

test.describe('The plain-HTML page', () => {
  test('signs up with the built file alone and no script of its own', async ({ auth, page }) => {
    await page.goto('/cdn.html');
    expect(
      await page
        .locator('script')
        .evaluateAll((scripts) => scripts.map((script) => script.getAttribute('src'))),
    ).toEqual(['/dist/cdn/corbado-elements.js']);
    await auth.signUp(MARIA);
  });
});

test.describe('Every page', () => {
  for (const path of [
    '/',
    '/complete.html',
    '/outbox.html',
    '/events.html',
    '/settings.html',
    '/own-block.html',
    '/cdn.html',
    '/shop',
    '/shop/login',
    '/shop/sign-up',
  ])
    test(`passes axe and fits 320 pixels: ${path}`, async ({ page }) => {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });

  test('leads to every other page of the demo', async ({ page }) => {
    await page.goto('/');
    const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
    for (const path of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))) {
      const response = await page.request.get(path);
      expect(response.status(), path).toBe(200);
      expect(response.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");
    }
  });
});
