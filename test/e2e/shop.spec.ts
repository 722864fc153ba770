import { expectAccessible } from './support/axe.js';
import { expect, test as base } from './support/fixtures.js';
import { ADA, ShopPage } from './support/shop-page.js';

const test = base.extend<{ shop: ShopPage }>({
  shop: async ({ page }, use) => {
    await use(new ShopPage(page));
  },
});

test.describe('The shop without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('lets people sign up, sign in, pay and sign out with a password', async ({ page, shop }) => {
    await shop.signUp();
    await shop.expectHeading(`Hello, ${ADA.name}`, 1);
    await shop.signOut();
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
    await shop.signOut();
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
    await expect(page).toHaveURL('/shop/welcome');
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

test('A reset of the local API takes the accounts of the shop along', async ({ owner, page, shop }) => {
  await shop.signUp();
  await owner.reset();
  await page.goto('/shop/account');
  await expect(page).toHaveURL('/shop/login');
  await shop.signUp();
});
