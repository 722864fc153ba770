import type { Locator } from '@playwright/test';
import { AppendOffer } from './support/append-offer.js';
import { expectAccessible } from './support/axe.js';
import { expect, test as base } from './support/fixtures.js';
import type { LocalApi, Operation } from './support/local-api.js';
import { ADA, ShopPage } from './support/shop-page.js';

/** The page of the shop that wants one more proof. */
class Checkout {
  constructor(
    private readonly shop: ShopPage,
    readonly offer: AppendOffer,
  ) {}

  get prompts(): AppendOffer['prompts'] {
    return this.offer.prompts;
  }

  get element(): Locator {
    return this.shop.element('connect-second-factor');
  }

  button(name: string): Locator {
    return this.element.getByRole('button', { name, exact: true });
  }

  get password(): Locator {
    return this.shop.passwordForm.getByLabel('Password');
  }

  /** Ada is signed in, has a passkey on this device and goes to the checkout. */
  async open(): Promise<void> {
    await this.shop.signUp();
    await this.offer.press('Create passkey');
    await this.offer.finish('Passkey created');
    this.prompts.startCounting();
    await this.visit();
  }

  async visit(): Promise<void> {
    await this.shop.open('/shop/checkout');
  }

  async confirm(): Promise<void> {
    await this.button('Confirm with your passkey').click();
  }

  /** Waits for the prompt and closes it. */
  async closePrompt(times: number): Promise<void> {
    await expect.poll(() => this.prompts.opened('get')).toBe(times);
    await this.prompts.dismiss();
  }

  async expectPaidWith(proof: 'passkey' | 'password'): Promise<void> {
    await expect(this.shop.page).toHaveURL('/shop/receipt');
    await expect(this.shop.page.getByText(`confirmed with your ${proof}`)).toBeVisible();
  }

  /** The shop's own factor is there, and works. */
  async expectOwnFactor(): Promise<void> {
    await expect(this.password).toBeVisible();
    await expect(this.element.getByRole('heading')).toHaveCount(0);
    await this.password.fill(ADA.password);
    await this.password.press('Enter');
    await this.expectPaidWith('password');
  }
}

const test = base.extend<{ checkout: Checkout }>({
  checkout: async ({ page, authenticator: _authenticator }, use) => {
    const shop = new ShopPage(page);
    const offer = new AppendOffer(page, shop);
    await offer.observe();
    await use(new Checkout(shop, offer));
  },
});

const TRIES = 3;

async function lost(owner: LocalApi, operation: Operation): Promise<void> {
  await owner.plan({ operation, times: TRIES });
}

test.describe('A passkey as second factor', () => {
  test('confirms with one press and one prompt', async ({ checkout, page }) => {
    await checkout.open();
    await expect(checkout.button('Confirm with your passkey')).toBeVisible();
    await expect(checkout.password).toBeHidden();
    await expectAccessible(page);
    await checkout.confirm();
    await checkout.expectPaidWith('passkey');
    expect(checkout.prompts.opened('get')).toBe(1);
  });

  test('is asked for with everything at hand: no request stands between the press and the prompt', async ({
    checkout,
    authenticator,
    page,
  }) => {
    await checkout.open();
    await expect(checkout.button('Confirm with your passkey')).toBeVisible();
    await authenticator.ownerIsAway();
    const requests: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') requests.push(request.url());
    });
    await checkout.confirm();
    await expect.poll(() => checkout.prompts.opened('get')).toBe(1);
    expect(requests).toEqual([]);
    await expect(checkout.button('Use another way')).toBeEnabled();
    await checkout.button('Use another way').click();
    await checkout.expectOwnFactor();
  });

  test('is tried once more after the prompt was closed', async ({ checkout, authenticator, owner, page }) => {
    await checkout.open();
    await authenticator.ownerIsAway();
    await checkout.confirm();
    await checkout.closePrompt(1);
    await expect(checkout.element.getByText('Nothing has changed.')).toBeVisible();
    await expect(checkout.button('Try again')).toBeFocused();
    await expectAccessible(page);
    await expect.poll(() => owner.reported()).toContain('login-error');
    await authenticator.ownerAgrees();
    await checkout.button('Try again').click();
    await checkout.expectPaidWith('passkey');
  });

  test('gives way to the shop’s own factor after the second prompt was closed', async ({
    checkout,
    authenticator,
  }) => {
    await checkout.open();
    await authenticator.ownerIsAway();
    await checkout.confirm();
    await checkout.closePrompt(1);
    await checkout.button('Try again').click();
    await checkout.closePrompt(2);
    await expect(checkout.password).toBeFocused();
    await checkout.expectOwnFactor();
  });

  test('gives way at once to who wants another way, and the server hears of it', async ({
    checkout,
    owner,
  }) => {
    await checkout.open();
    await checkout.button('Use another way').click();
    await expect(checkout.password).toBeFocused();
    await expect.poll(() => owner.reported()).toContain('login-explicit-abort');
    await checkout.expectOwnFactor();
  });

  test('is done by the keyboard alone', async ({ checkout }) => {
    await checkout.open();
    await checkout.button('Confirm with your passkey').press('Enter');
    await checkout.expectPaidWith('passkey');
  });

  test('costs no second prompt when the answer to it is lost', async ({ checkout, owner, watch }) => {
    watch.allowFailedRequests(503);
    await checkout.open();
    await owner.plan({ operation: 'ConnectLoginFinish', lose: 'answer' });
    await checkout.confirm();
    await checkout.button('Try again').click();
    await checkout.expectPaidWith('passkey');
    expect(checkout.prompts.opened('get')).toBe(1);
  });
});

test.describe('The shop’s own factor is there at once', () => {
  test('for somebody without a passkey', async ({ checkout, page }) => {
    const shop = new ShopPage(page);
    await shop.signUp();
    await checkout.visit();
    await checkout.expectOwnFactor();
  });

  test('where the rollout leaves the device out', async ({ checkout, owner }) => {
    await owner.configure({ connectLogin: false });
    await checkout.open();
    await checkout.expectOwnFactor();
  });

  test('where the shop gives no token', async ({ checkout, page, watch }) => {
    watch.allowFailedRequests(500);
    await checkout.open();
    await page.route('**/shop/connect-token', (route) => route.fulfill({ status: 500 }));
    await checkout.visit();
    await checkout.expectOwnFactor();
  });

  test('without WebAuthn', async ({ checkout, page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'PublicKeyCredential', { value: undefined });
    });
    await new ShopPage(page).signUp();
    await checkout.visit();
    await checkout.expectOwnFactor();
  });

  for (const operation of ['ConnectLoginInit', 'ConnectLoginStart'] as const)
    test(`where ${operation} fails`, async ({ checkout, owner, watch }) => {
      watch.allowFailedRequests(503);
      await new ShopPage(checkout.offer.page).signUp();
      await lost(owner, operation);
      await checkout.visit();
      await checkout.expectOwnFactor();
    });

  test('where the server does not take the passkey', async ({ checkout, owner, watch }) => {
    watch.allowFailedRequests(400);
    await checkout.open();
    await owner.plan({ operation: 'ConnectLoginFinish', status: 400, lose: 'request' });
    await checkout.confirm();
    await checkout.expectOwnFactor();
  });

  test('where the shop does not take what the server says', async ({ checkout, page, watch }) => {
    watch.allowFailedRequests(403);
    watch.allowLogged(/the page did not take the login over/);
    await checkout.open();
    await page.route('**/shop/passkey-payment', (route) => route.fulfill({ status: 403 }));
    await checkout.confirm();
    await expect(checkout.password).toBeFocused();
    await checkout.expectOwnFactor();
  });
});
