import { expectAccessible } from './support/axe.js';
import { expect, test as base } from './support/fixtures.js';
import { Prompts } from './support/prompts.js';
import { ADA, AFTER_LOGIN, ShopPage } from './support/shop-page.js';

interface ShopFixtures {
  readonly shop: ShopPage;
  readonly prompts: Prompts;
}

const test = base.extend<ShopFixtures>({
  shop: async ({ page }, use) => {
    await use(new ShopPage(page));
  },
  prompts: async ({ page }, use) => {
    const prompts = new Prompts(page);
    await prompts.observe();
    await use(prompts);
  },
});

test.describe('The shop without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('lets people sign up, sign in, pay and sign out with a password', async ({ page, shop }) => {
    await shop.signUp();
    await shop.expectHeading(`Hello, ${ADA.name}`, 1);
    await shop.signOut('without-scripts');
    await shop.signInWithPassword();
    await page.getByRole('main').getByRole('link', { name: 'Go to your account' }).click();
    await shop.expectSignedInAs();
    await page.getByRole('link', { name: 'Go to checkout' }).click();
    await shop.passwordForm.getByLabel('Password').fill(ADA.password);
    await page.getByRole('button', { name: 'Pay' }).click();
    await expect(page).toHaveURL('/shop/receipt');
    await expect(page.getByText('confirmed with your password')).toBeVisible();
  });

  test('keeps what was typed when it does not fit, but not the password', async ({ page, shop, watch }) => {
    watch.allowFailedRequests(422);
    await shop.signUp();
    await shop.signOut('without-scripts');
    await shop.signInWithPassword({ ...ADA, password: 'correct house' });
    await expect(page.getByRole('alert')).toContainText('Email or password is wrong.');
    await expect(page.getByLabel('Email')).toHaveValue(ADA.email);
    await expect(page.getByLabel('Password')).toHaveValue('');
    await page.goto('/shop/sign-up');
    await page.getByLabel('Name').fill('<b>"Ada" & Co</b>');
    await page.getByLabel('Email').fill(ADA.email);
    await page.getByLabel('Password').fill('battery staple');
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByRole('alert')).toHaveText('There is an account with this email address already.');
    await expect(page.getByLabel('Name')).toHaveValue('<b>"Ada" & Co</b>');
  });
});

test.describe('The login of the shop', () => {
  test('hands over to the password form with the address filled in', async ({ page, shop }) => {
    await shop.signUp();
    await shop.signOut();
    const login = shop.element('connect-login');
    await expect(shop.passwordForm).toBeHidden();
    await login.getByRole('textbox', { name: 'Email' }).fill(ADA.email);
    await page.keyboard.press('Enter');
    await expect(shop.passwordForm.getByLabel('Email')).toHaveValue(ADA.email);
    await expect(shop.passwordForm.getByLabel('Password')).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.type(ADA.password);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(AFTER_LOGIN);
  });

  test('shows the password form alone to somebody whose password was wrong', async ({
    page,
    shop,
    watch,
  }) => {
    watch.allowFailedRequests(422);
    await page.goto('/shop/login');
    await shop.element('connect-login').getByRole('textbox', { name: 'Email' }).fill(ADA.email);
    await page.keyboard.press('Enter');
    await shop.passwordForm.getByLabel('Password').fill('correct house');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('Email or password is wrong.');
    await expect(shop.passwordForm.getByLabel('Email')).toHaveValue(ADA.email);
    await expect(shop.passwordForm.getByLabel('Password')).toBeFocused();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Sign in with a passkey' }).click();
    await expect(shop.element('connect-login').getByRole('heading', { name: 'Sign in' })).toBeVisible();
  });

  test('does not show the password form while the element is being loaded', async ({ page, shop }) => {
    let arrive = () => {};
    const held = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/define/connect-login*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/shop/login', { waitUntil: 'commit' });
    await expect(shop.passwordForm).toBeAttached();
    await expect(shop.passwordForm).toBeHidden();
    arrive();
    await expect(shop.element('connect-login').getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect(shop.passwordForm).toBeHidden();
  });

  test('shows the password form when the element cannot be loaded', async ({ page, shop, watch }) => {
    watch.allowFailedRequests('network');
    await page.route('**/define/connect-login*', (route) => route.abort());
    await page.goto('/shop/login');
    await expect(shop.passwordForm).toBeVisible();
  });

  test('shows the password form when the Frontend API is away', async ({ page, shop, watch }) => {
    watch.allowFailedRequests('network');
    watch.allowLogged(/connect-login/);
    await page.route('**/v2/**', (route) => route.abort('connectionrefused'));
    await page.goto('/shop/login');
    await expect(shop.passwordForm).toBeVisible({ timeout: 20_000 });
  });
});

test.describe('Passkeys of the shop', () => {
  test('are offered after the password, sign in by one press, and confirm a payment', async ({
    authenticator,
    page,
    shop,
  }) => {
    await shop.signUp();
    await shop.expectHeading('Sign in faster next time');
    await expectAccessible(page);
    await shop.createPasskey();
    await shop.expectSignedInAs();
    expect(await authenticator.passkeys()).toBe(1);
    await shop.signOut();
    await shop.expectHeading('Welcome back');
    await expectAccessible(page);
    await shop.continueWithPasskey();
    await shop.expectSignedInAs();
    await page.getByRole('link', { name: 'Go to checkout' }).click();
    await shop.expectHeading('Confirm it’s you');
    await expect(shop.passwordForm).toBeHidden();
    await expectAccessible(page);
    await shop
      .element('connect-second-factor')
      .getByRole('button', { name: 'Confirm with your passkey' })
      .click();
    await expect(page).toHaveURL('/shop/receipt');
    await expect(page.getByText('confirmed with your passkey')).toBeVisible();
  });

  test('work where nothing can be stored', async ({ authenticator, page, shop }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(globalThis, name, {
          get: () => {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
    });
    await shop.signUp();
    await shop.createPasskey();
    await shop.expectSignedInAs();
    await page.getByRole('link', { name: 'Go to checkout' }).click();
    await shop
      .element('connect-second-factor')
      .getByRole('button', { name: 'Confirm with your passkey' })
      .click();
    await expect(page).toHaveURL('/shop/receipt');
    await page.goto('/shop/account');
    const list = shop.element('connect-passkey-list');
    await list.getByRole('button', { name: /^Delete / }).click();
    await list.getByRole('dialog').getByRole('button', { name: 'Delete passkey' }).click();
    await list.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    expect(await authenticator.passkeys()).toBeGreaterThan(0);
  });

  test('need no script of the shop: its pages load the kit and nothing else', async ({ page, shop }) => {
    await shop.signUp();
    const kit = { login: 'login', welcome: 'append', checkout: 'second-factor', account: 'passkey-list' };
    for (const [name, element] of Object.entries(kit)) {
      const html = await (await page.request.get(`/shop/${name}`)).text();
      const scripts = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)];
      expect(scripts.map(([, attributes]) => / src="([^"]*)"/.exec(attributes ?? '')?.[1])).toEqual([
        expect.stringContaining(`connect-${element}`),
      ]);
      expect(scripts.map(([, , text]) => text)).toEqual(['']);
      expect(html.match(/\son\w+\s*=/g)).toEqual(null);
    }
  });

  test('work with the keyboard alone', async ({ authenticator, page, shop }) => {
    const { keyboard } = page;
    const skipToContent = async () => {
      // Until a page has loaded, Chromium goes to the target of a fragment again and takes the focus along.
      await page.waitForLoadState('load');
      await keyboard.press('Tab');
      await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
      await keyboard.press('Enter');
    };
    const tabTo = async (name: string) => {
      await keyboard.press('Tab');
      await expect(page.getByRole('button', { name }).or(page.getByRole('link', { name }))).toBeFocused();
    };
    await page.goto('/shop/sign-up');
    await skipToContent();
    for (const text of [ADA.name, ADA.email, ADA.password]) {
      await keyboard.press('Tab');
      await keyboard.type(text);
    }
    await keyboard.press('Enter');
    await shop.expectHeading('Sign in faster next time');
    await skipToContent();
    await tabTo('What is a passkey?');
    await tabTo('Create passkey');
    await keyboard.press('Enter');
    await shop.expectHeading('Passkey created');
    await tabTo('Continue');
    await keyboard.press('Enter');
    await shop.expectSignedInAs();
    await skipToContent();
    await tabTo('Go to checkout');
    await tabTo('Sign out');
    await shop.expectListLoaded();
    await keyboard.press('Enter');
    await shop.expectHeading('Welcome back');
    await skipToContent();
    await tabTo('Continue with your passkey');
    await keyboard.press('Enter');
    await shop.expectSignedInAs();
    await skipToContent();
    await tabTo('Go to checkout');
    await keyboard.press('Enter');
    await shop.expectHeading('Confirm it’s you');
    await skipToContent();
    await tabTo('Confirm with your passkey');
    await keyboard.press('Enter');
    await expect(page).toHaveURL('/shop/receipt');
    expect(await authenticator.passkeys()).toBe(1);
  });

  test('can be turned down, and nobody waits for it', async ({ authenticator, page, shop }) => {
    await shop.signUp();
    await shop.element('connect-append').getByRole('button', { name: 'Maybe later' }).click();
    await shop.expectSignedInAs();
    expect(await authenticator.passkeys()).toBe(0);
    await page.goto('/events.html');
    await expect(page.getByText('Turned the offer of a passkey down')).toBeVisible();
    await expect(page.getByText('The API offers a passkey (default)')).toBeVisible();
    await page.getByLabel('Show').selectOption('Decisions of the API');
    await expect(page.getByText('Turned the offer of a passkey down')).toBeHidden();
    await expect(page.getByText(ADA.email).first()).toBeVisible();
    await expectAccessible(page);
  });

  test('that nobody knows any more hand over to the password form, the address filled in', async ({
    authenticator: _passkeysAreThere,
    owner,
    page,
    shop,
  }) => {
    await shop.signUp();
    await shop.createPasskey();
    await shop.signOut();
    for (const { id } of await owner.users()) await owner.deleteUser(id);
    await shop.continueWithPasskey();
    await expect(shop.passwordForm.getByLabel('Email')).toHaveValue(ADA.email);
    await shop.passwordForm.getByLabel('Password').fill(ADA.password);
    await page.keyboard.press('Enter');
    await shop.expectHeading('Sign in faster next time');
  });

  test('are added and deleted in the account, after which the password is asked for', async ({
    authenticator,
    page,
    shop,
  }) => {
    await shop.signUp();
    await shop.element('connect-append').getByRole('button', { name: 'Maybe later' }).click();
    await shop.expectSignedInAs();
    const list = shop.element('connect-passkey-list');
    await list.getByRole('button', { name: 'Add a passkey' }).click();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await expectAccessible(page);
    await shop.signOut();
    await shop.continueWithPasskey();
    await shop.expectSignedInAs();
    await list.getByRole('button', { name: /^Delete / }).click();
    await list.getByRole('dialog').getByRole('button', { name: 'Delete passkey' }).click();
    await expect(list.getByText('No passkeys yet')).toBeVisible();
    await authenticator.ownerIsAway();
    await shop.signOut();
    await shop.element('connect-login').getByRole('textbox', { name: 'Email' }).fill(ADA.email);
    await page.keyboard.press('Enter');
    await expect(shop.passwordForm.getByLabel('Email')).toHaveValue(ADA.email);
    await expect(shop.passwordForm.getByLabel('Password')).toBeFocused();
    await page.keyboard.type(ADA.password);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/shop/welcome');
  });

  test('whose prompt is closed twice hand over to the password form', async ({
    authenticator,
    page,
    prompts,
    shop,
  }) => {
    await shop.signUp();
    await shop.createPasskey();
    await shop.signOut();
    await authenticator.ownerIsAway();
    const closePrompt = async (times: number) => {
      await expect.poll(() => prompts.opened('get')).toBe(times);
      await prompts.dismiss();
    };
    await shop.continueWithPasskey();
    await closePrompt(1);
    await shop.expectHeading('Confirm it’s you');
    await shop.continueWithPasskey();
    await closePrompt(2);
    await shop.expectHeading('Your passkey didn’t work');
    await expectAccessible(page);
    await shop.element('connect-login').getByRole('button', { name: 'Use another way to sign in' }).click();
    await expect(shop.passwordForm.getByLabel('Email')).toHaveValue(ADA.email);
    await expect(shop.passwordForm.getByLabel('Password')).toBeFocused();
    await page.keyboard.type(ADA.password);
    await page.keyboard.press('Enter');
    await shop.expectHeading('Trouble with your passkey?');
  });

  test('are not asked for where a payment is confirmed with the password', async ({ page, shop, watch }) => {
    watch.allowFailedRequests(422);
    await shop.signUp();
    await shop.open('/shop/checkout');
    await expect(shop.passwordForm).toBeVisible();
    await shop.passwordForm.getByLabel('Password').fill('correct house');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText('The password is wrong.');
    await expect(shop.passwordForm.getByLabel('Password')).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.type(ADA.password);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/shop/receipt');
  });

  test('are kept back by the rollout, until somebody is invited', async ({
    authenticator,
    owner,
    page,
    shop,
  }) => {
    await owner.configure({ connectRolloutPercentage: 0, connectInvitationTokens: ['friends'] });
    await page.goto('/shop/login');
    await expect(shop.passwordForm).toBeVisible();
    await shop.signUp();
    await shop.expectSignedInAs();
    await shop.signOut();
    await authenticator.ownerIsAway();
    await page.goto('/shop/login?invitationToken=friends');
    await shop.element('connect-login').getByRole('textbox', { name: 'Email' }).fill(ADA.email);
    await page.keyboard.press('Enter');
    await shop.signInWithPassword();
    await shop.expectHeading('Sign in faster next time');
  });
});

test('A reset of the local API takes the accounts of the shop along', async ({ owner, shop }) => {
  await shop.signUp();
  await owner.reset();
  await shop.open('/shop/account', '/shop/login');
  await shop.signUp();
});
