import type { Page, Request } from '@playwright/test';
import { AppendOffer } from './support/append-offer.js';
import { expectAccessible } from './support/axe.js';
import { expect, test as base } from './support/fixtures.js';
import type { Operation } from './support/local-api.js';
import { ShopPage } from './support/shop-page.js';
import { VirtualAuthenticator } from './support/virtual-authenticator.js';

const test = base.extend<{ shop: ShopPage; offer: AppendOffer }>({
  shop: async ({ page }, use) => {
    await use(new ShopPage(page));
  },
  offer: async ({ page, shop, authenticator: _authenticator }, use) => {
    const offer = new AppendOffer(page, shop);
    await offer.observe();
    await use(offer);
  },
});

const TRIES = 3;
const CREATED = 'Passkey created';
const HAD_ONE = 'This device already has a passkey for your account.';

function finished(page: Page): Promise<Request> {
  return page.waitForRequest('**/v2/connect/append/finish');
}

test.describe('An offer after a login with a password', () => {
  test('is explained, taken, and told to the shop once', async ({ shop, offer, owner, page }) => {
    await shop.signUp();
    await offer.expectOffer();
    await expect(offer.element.getByText('Your passkey works on')).toBeVisible();
    const body = finished(page);
    await offer.press('Create passkey');
    expect((await body).postDataJSON()).toMatchObject({ completionType: 'manual' });
    await offer.finish(CREATED);
    expect(offer.prompts.opened('create')).toBe(1);
    expect(offer.tokens).toBe(1);
    expect(await owner.users()).toMatchObject([{ passkeys: 1 }]);
  });

  test('says what a passkey is to who asks', async ({ shop, offer, owner }) => {
    await shop.signUp();
    const more = offer.button('What is a passkey?');
    await more.click();
    await expect(more).toHaveAttribute('aria-expanded', 'true');
    await expect(offer.element.getByText('Where it is kept')).toBeVisible();
    await expect.poll(() => owner.reported()).toEqual(['append-learn-more']);
    await more.click();
    await expect(offer.element.getByText('Where it is kept')).toBeHidden();
  });

  test('is accessible, and taken by the keyboard alone', async ({ shop, offer, page }) => {
    await shop.signUp();
    await offer.expectOffer();
    await expectAccessible(page);
    await offer.button('What is a passkey?').press('Enter');
    await expectAccessible(page);
    await offer.button('Create passkey').press('Enter');
    await expect(offer.screen(CREATED)).toBeFocused();
    await expectAccessible(page);
    await offer.button('Continue').press('Enter');
    await offer.expectEnded('complete');
  });

  test('is left for later at once, though the server takes its time to hear of it', async ({
    shop,
    offer,
    page,
  }) => {
    await page.route('**/v2/connect/events', () => undefined);
    await shop.signUp();
    const told = page.waitForRequest('**/v2/connect/events');
    await offer.press('Maybe later');
    expect((await told).postDataJSON()).toMatchObject({ eventType: 'append-explicit-abort' });
    await offer.expectEnded('skip-explicit');
    expect(offer.prompts.opened('create')).toBe(0);
  });

  test('opens the prompt by itself where the project wants it', async ({ shop, offer, owner, page }) => {
    await owner.configure({ connectAutoAppend: true });
    const body = finished(page);
    await shop.signUp();
    expect((await body).postDataJSON()).toMatchObject({ completionType: 'auto' });
    await offer.finish(CREATED);
    expect(offer.prompts.opened('create')).toBe(1);
  });

  test('stays, without a word, when the prompt that opened by itself is closed', async ({
    shop,
    offer,
    owner,
    authenticator,
  }) => {
    await owner.configure({ connectAutoAppend: true });
    await authenticator.ownerIsAway();
    await shop.signUp();
    await expect.poll(() => offer.prompts.opened('create')).toBe(1);
    await offer.prompts.dismiss();
    await expect.poll(() => owner.reported()).toEqual(['append-error']);
    await offer.expectOffer();
    await expect(offer.element.getByText('was closed before it finished')).toHaveCount(0);
    await authenticator.ownerAgrees();
    await offer.press('Create passkey');
    await offer.finish(CREATED);
  });

  // The browser's part is played, see `createsSilently`.
  test('is taken without a prompt where the browser can', async ({ shop, offer, owner, page }) => {
    await owner.configure({ connectConditionalAppend: true });
    await page.addInitScript(() => {
      globalThis.passkeyPrompts.createsSilently = true;
    });
    const body = finished(page);
    await shop.signUp();
    expect((await body).postDataJSON()).toMatchObject({ completionType: 'conditional' });
    await offer.finish(CREATED);
    expect(offer.prompts.opened('silent-create')).toBe(1);
    expect(offer.prompts.opened('create')).toBe(0);
  });

  test('is there while a creation without a prompt comes to nothing', async ({ shop, offer, owner }) => {
    await owner.configure({ connectConditionalAppend: true });
    await shop.signUp();
    await expect.poll(() => offer.prompts.opened('silent-create')).toBe(1);
    await offer.press('Create passkey');
    await offer.finish(CREATED);
    expect(offer.prompts.opened('create')).toBe(1);
  });

  test('counts as done where the device has a passkey', async ({ shop, offer, owner }) => {
    await owner.configure({ connectLogin: false, connectAppend: 'always' });
    await offer.haveTaken();
    await shop.signInWithPassword();
    await offer.press('Create passkey');
    await expect.poll(() => owner.reported()).toContain('append-credential-exists');
    await offer.finish(HAD_ONE, 'complete-noop');
    expect(await owner.users()).toMatchObject([{ passkeys: 1 }]);
  });

  test('stays when the prompt is closed, and can be taken after all', async ({
    shop,
    offer,
    owner,
    authenticator,
    page,
  }) => {
    await authenticator.ownerIsAway();
    await shop.signUp();
    await offer.press('Create passkey');
    await expect.poll(() => offer.prompts.opened('create')).toBe(1);
    await offer.prompts.dismiss();
    await expect(offer.element.getByText('Nothing has changed.')).toBeVisible();
    await expect(offer.button('Try again')).toBeFocused();
    await expectAccessible(page);
    await expect.poll(() => owner.reported()).toEqual(['append-error']);
    await authenticator.ownerAgrees();
    const body = finished(page);
    await offer.press('Try again');
    expect((await body).postDataJSON()).toMatchObject({ completionType: 'manual-retry' });
    await offer.finish(CREATED);
    expect(offer.tokens).toBe(1);
  });

  test('that has lain for long is renewed by the press, and the person notices nothing', async ({
    shop,
    offer,
    page,
  }) => {
    await shop.signUp();
    await offer.expectOffer();
    await page.evaluate(() => {
      const now = performance.now.bind(performance);
      performance.now = () => now() + 3_600_000;
    });
    await offer.press('Create passkey');
    await offer.finish(CREATED);
    expect(offer.tokens).toBe(2);
    expect(offer.prompts.opened('create')).toBe(1);
  });
});

test('An offer after a login with a phone speaks of this device', async ({
  shop,
  offer,
  owner,
  authenticator,
  page,
}) => {
  await authenticator.ownerIsAway();
  const phone = await VirtualAuthenticator.add(page, 'cable');
  await offer.haveTaken();
  await phone.ownerIsAway();
  await page.goto('/shop/login');
  const login = shop.element('connect-login');
  await expect(login.getByRole('button', { name: /^Continue with your passkey/ })).toBeVisible();
  await phone.ownerAgrees();
  await login.getByRole('button', { name: /^Continue with your passkey/ }).click();
  await expect(page).toHaveURL('/shop/welcome');
  await offer.expectOffer('Add a passkey to this device');
  await authenticator.ownerAgrees();
  await phone.ownerIsAway();
  await offer.press('Create passkey');
  await offer.finish(CREATED);
  expect(await owner.users()).toMatchObject([{ passkeys: 2 }]);
});

test.describe('There is no offer, and the shop goes on by itself,', () => {
  test('where the rollout leaves a device out, unless it is invited', async ({
    shop,
    offer,
    owner,
    page,
  }) => {
    await owner.configure({ connectRolloutPercentage: 0, connectInvitationTokens: ['come-in'] });
    await shop.signUp();
    await offer.expectEnded('skip-implicit');
    expect(offer.tokens).toBe(0);
    await shop.expectSignedInAs();
    await page.goto('/shop/welcome?invitationToken=come-in');
    await offer.expectOffer();
    expect(offer.tokens).toBe(1);
  });

  test('for an account that has a passkey here', async ({ shop, offer, owner }) => {
    await owner.configure({ connectLogin: false });
    await offer.haveTaken();
    await shop.signInWithPassword();
    await offer.expectEnded('skip-implicit');
    expect(offer.tokens).toBe(1);
  });

  test('where the shop gives no token', async ({ shop, offer, page, watch }) => {
    watch.allowFailedRequests(500);
    await page.route('**/shop/connect-token', (route) => route.fulfill({ status: 500 }));
    await shop.signUp();
    await offer.expectEnded('skip-implicit');
  });

  test('without WebAuthn', async ({ shop, offer, page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'PublicKeyCredential', { value: undefined });
    });
    await shop.signUp();
    await offer.expectEnded('skip-implicit');
    expect(offer.tokens).toBe(0);
  });

  for (const operation of ['ConnectAppendInit', 'ConnectAppendStart'] as const satisfies readonly Operation[])
    test(`where ${operation} fails`, async ({ shop, offer, owner, watch }) => {
      watch.allowFailedRequests(503);
      await owner.plan({ operation, times: TRIES });
      await shop.signUp();
      await offer.expectEnded('skip-implicit');
      expect(offer.prompts.opened('create')).toBe(0);
    });
});

test.describe('A passkey that was made', () => {
  test('is kept when the answer is lost: trying again opens no second prompt', async ({
    shop,
    offer,
    owner,
    watch,
  }) => {
    watch.allowFailedRequests(503);
    await shop.signUp();
    await owner.plan({ operation: 'ConnectAppendFinish', lose: 'answer' });
    await offer.press('Create passkey');
    await expect(offer.button('Try again')).toBeVisible();
    await offer.press('Try again');
    await offer.finish(CREATED);
    expect(offer.prompts.opened('create')).toBe(1);
    expect(await owner.users()).toMatchObject([{ passkeys: 1 }]);
  });

  test('and was refused by the server leaves the offer, with a way on', async ({
    shop,
    offer,
    owner,
    watch,
  }) => {
    watch.allowFailedRequests(400);
    await shop.signUp();
    await owner.plan({ operation: 'ConnectAppendFinish', status: 400, lose: 'request' });
    await offer.press('Create passkey');
    await expect(offer.button('Try again')).toBeVisible();
    await offer.press('Maybe later');
    await offer.expectEnded('skip-explicit');
  });
});
