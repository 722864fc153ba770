import { expectAccessible } from './support/axe.js';
import { expect, test as base } from './support/fixtures.js';
import type { LocalApi, Operation } from './support/local-api.js';
import { LoginPage } from './support/login-page.js';
import { ADA, ShopPage } from './support/shop-page.js';
import { VirtualAuthenticator } from './support/virtual-authenticator.js';

const NOBODY = 'nobody@example.com';
const INIT = '**/v2/connect/login/init';

const test = base.extend<{ login: LoginPage }>({
  login: async ({ page, authenticator: _authenticator }, use) => {
    const login = new LoginPage(page, new ShopPage(page));
    await login.observe();
    await use(login);
  },
});

/** No passkeys in the field's autofill: the virtual authenticator would sign in before anything was typed. */
const withoutAutofill = (owner: LocalApi) => owner.configure({ conditionalUi: false });

test.describe('A passkey login', () => {
  test('begins with one request, and signs in whom the field names', async ({ login, owner }) => {
    await withoutAutofill(owner);
    await login.haveForgottenAccount();
    await login.page.evaluate(() => localStorage.removeItem('cbo_connect_process-pro-1'));
    await login.open();
    await expect(login.field).toBeVisible();
    expect(login.requests).toEqual(['login/init']);
    await expectAccessible(login.page);
    await login.name(ADA.email);
    await login.shop.expectSignedInAs();
    expect(login.requests).toEqual(['login/init', 'login/start', 'login/finish']);
    expect(login.prompts.opened('get')).toBe(1);
  });

  test('signs in from the autofill of the field', async ({ login, authenticator }) => {
    await authenticator.ownerAgrees();
    await login.haveAccount();
    await authenticator.ownerIsAway();
    await login.button('Use another account').click();
    await expect.poll(() => login.prompts.autofillPending()).toBe(true);
    await authenticator.ownerAgrees();
    await login.open();
    await login.shop.expectSignedInAs();
    expect(login.prompts.opened('get')).toBe(0);
  });

  test('takes the passkey that is at hand, whoever’s it is, where the browser offers just those', async ({
    login,
    authenticator,
  }) => {
    await login.haveAccount();
    await authenticator.ownerIsAway();
    await login.button('Use another account').click();
    await expect.poll(() => login.prompts.autofillPending()).toBe(true);
    await authenticator.ownerAgrees();
    await login.button('Sign in with a passkey').click();
    await login.shop.expectSignedInAs();
    expect(login.prompts.opened('get')).toBe(1);
    expect(login.requests).toEqual(['login/finish']);
  });

  test('asks for the address where no passkey is at hand, without a prompt', async ({
    login,
    authenticator,
    page,
  }) => {
    await authenticator.ownerIsAway();
    await login.open();
    await expect.poll(() => login.prompts.autofillPending()).toBe(true);
    await authenticator.ownerAgrees();
    await login.button('Sign in with a passkey').click();
    await expect(login.element.getByText('There’s no passkey on this device.')).toBeVisible();
    await expect(login.button('Sign in with a passkey')).toBeHidden();
    await expect(login.field).toBeFocused();
    await expectAccessible(page);
    expect(login.fallbacks).toEqual([]);
  });

  test('remembers who was here last, and forgets them when told to', async ({ login, owner }) => {
    await withoutAutofill(owner);
    await login.haveAccount();
    await expect(login.button('Continue with your passkey')).toContainText(ADA.email);
    await login.button('Use another account').click();
    await expect(login.field).toBeFocused();
    await expect(login.field).toHaveValue('');
    await login.open();
    await expect(login.field).toBeVisible();
    await expect.poll(() => owner.reported()).toContain('login-one-tap-switch');
  });

  test('asks the server again only when its answer has expired', async ({ login, owner }) => {
    await withoutAutofill(owner);
    await login.open();
    await expect(login.field).toBeVisible();
    await login.open();
    await expect(login.field).toBeVisible();
    expect(login.requests).toEqual(['login/init']);
    await login.page.evaluate(() => {
      const key = 'cbo_connect_process-pro-1';
      const process = JSON.parse(localStorage.getItem(key) ?? '{}') as { loginData: { expiresAt: number } };
      process.loginData.expiresAt = 1;
      localStorage.setItem(key, JSON.stringify(process));
    });
    await login.open();
    await expect(login.field).toBeVisible();
    expect(login.requests).toEqual(['login/init', 'login/init']);
  });

  test('in two tabs at once uses one process', async ({ login, owner, context }) => {
    await withoutAutofill(owner);
    await owner.plan({ operation: 'ConnectLoginInit', effect: 'none', delayMs: 800, times: 2 });
    const other = await context.newPage();
    await Promise.all([login.open(), other.goto('/shop/login')]);
    await expect(login.field).toBeVisible();
    await expect(other.locator('connect-login').getByRole('textbox', { name: 'Email' })).toBeVisible();
    await login.name(NOBODY);
    await login.expectPasswordForm(NOBODY, 'no_cbo_user');
  });

  test('in a tab whose answer comes second clears its own process and joins the other one', async ({
    login,
    owner,
    context,
  }) => {
    await withoutAutofill(owner);
    const second = await context.newPage();
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await second.route(INIT, async (route) => {
      await released;
      await route.continue();
    });
    await Promise.all([second.waitForRequest(INIT), second.goto('/shop/login')]);
    await login.open();
    await expect(login.field).toBeVisible();
    const answer = second.waitForResponse(INIT);
    const cleared = second.waitForRequest('**/v2/connect/process/clear');
    release();
    const { token } = (await (await answer).json()) as { readonly token: string };
    expect((await cleared).postDataJSON()).toEqual({ processId: token });
    const kept = await login.page.evaluate(() => localStorage.getItem('cbo_connect_process-pro-1'));
    expect(kept).not.toContain(token);
    await login.name(NOBODY);
    await login.expectPasswordForm(NOBODY, 'no_cbo_user');
  });

  test('on a page with two of them shows both, and opens one prompt', async ({ login, owner }) => {
    await withoutAutofill(owner);
    await login.haveForgottenAccount();
    await login.page.evaluate(() => {
      const second = document.querySelector('connect-login')?.cloneNode() as HTMLElement;
      second.id = 'second';
      document.querySelector('.ways')?.append(second);
    });
    const second = login.page.locator('#second');
    await expect(second.getByRole('textbox', { name: 'Email' })).toBeVisible();
    await second.getByRole('textbox', { name: 'Email' }).fill(ADA.email);
    await login.page.keyboard.press('Enter');
    await login.shop.expectSignedInAs();
    expect(login.prompts.opened('get')).toBe(1);
  });

  test('works where nothing can be stored', async ({ login, owner, page }) => {
    await withoutAutofill(owner);
    await login.haveForgottenAccount();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await login.open();
    await login.name(ADA.email);
    await login.shop.expectSignedInAs();
  });

  test('tells the server nothing where the page wants that', async ({
    login,
    owner,
    authenticator,
    page,
  }) => {
    await withoutAutofill(owner);
    await login.haveAccount();
    await authenticator.ownerIsAway();
    await page.evaluate(() => document.querySelector('connect-login')?.setAttribute('telemetry', 'off'));
    const before = await owner.reported();
    await login.button('Continue with your passkey').click();
    await login.closePrompt(1);
    await login.shop.expectHeading('Confirm it’s you');
    await login.button('Use another way to sign in').click();
    await login.expectPasswordForm(ADA.email, 'own_login');
    expect(await owner.reported()).toEqual(before);
  });
});

test.describe('A prompt that is closed', () => {
  test('is forgiven once, then the password is in front, then it takes over', async ({
    login,
    owner,
    authenticator,
  }) => {
    await withoutAutofill(owner);
    await login.haveForgottenAccount();
    await authenticator.ownerIsAway();
    await login.name(ADA.email);
    await login.closePrompt(1);
    await login.shop.expectHeading('Confirm it’s you');
    await expectAccessible(login.page);
    await login.button('Continue with your passkey').click();
    await login.closePrompt(2);
    await login.shop.expectHeading('Your passkey didn’t work');
    await expectAccessible(login.page);
    for (const times of [3, 4]) {
      await login.button('Try again').click();
      await login.closePrompt(times);
      await expect(login.button('Try again')).toBeVisible();
    }
    await login.button('Try again').click();
    await login.closePrompt(5);
    await login.expectPasswordForm(ADA.email, 'failed_repeatedly');
    await expect(login.page.getByRole('alert')).toHaveText(
      'Signing in with a passkey didn’t work. Please sign in another way.',
    );
    expect(await owner.reported()).toContain('login-error');
  });

  test('can be opened again by the same person', async ({ login, owner, authenticator }) => {
    await withoutAutofill(owner);
    await login.haveAccount();
    await authenticator.ownerIsAway();
    await login.button('Continue with your passkey').click();
    await login.closePrompt(1);
    await login.shop.expectHeading('Confirm it’s you');
    await authenticator.ownerAgrees();
    await login.button('Continue with your passkey').click();
    await login.shop.expectSignedInAs();
  });
});

test.describe('The password takes over', () => {
  test('for somebody without a passkey, the address filled in', async ({ login, owner }) => {
    await withoutAutofill(owner);
    await login.open();
    await login.name(NOBODY);
    await login.expectPasswordForm(NOBODY, 'no_cbo_user');
    await expect(login.shop.passwordForm.getByLabel('Password')).toBeFocused();
  });

  test('for a passkey that was deleted, chosen from autofill', async ({
    login,
    owner,
    authenticator,
    page,
  }) => {
    await login.haveAccount();
    await authenticator.ownerIsAway();
    await login.button('Use another account').click();
    await expect(login.field).toBeVisible();
    for (const { id } of await owner.users()) await owner.deleteUser(id);
    await authenticator.ownerAgrees();
    await login.open();
    await expect.poll(() => login.fallbacks).toEqual(['cui_credential_deleted']);
    await expect(login.shop.passwordForm).toBeVisible();
    await expectAccessible(page);
  });

  test('without WebAuthn, before anything is asked', async ({ login, page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
    await login.open();
    await expect(login.shop.passwordForm).toBeVisible();
    await expect.poll(() => login.fallbacks).toEqual(['unsupported']);
    expect(login.requests).toEqual([]);
  });

  test('where the back end does not take the login over', async ({ login, owner, page, watch }) => {
    watch.allowFailedRequests(500);
    watch.allowLogged(/did not take the login over/);
    await withoutAutofill(owner);
    await login.haveAccount();
    await page.route('**/shop/passkey-login', (route) => route.fulfill({ status: 500 }));
    await login.button('Continue with your passkey').click();
    await login.expectPasswordForm(ADA.email, 'completion_failed');
  });

  test('where the server does not take the passkey', async ({ login, owner, watch }) => {
    watch.allowFailedRequests(400);
    await withoutAutofill(owner);
    await login.haveAccount();
    await owner.plan({ operation: 'ConnectLoginFinish', status: 400, lose: 'request' });
    await login.button('Continue with your passkey').click();
    await login.expectPasswordForm(ADA.email, 'unavailable');
  });

  for (const operation of ['ConnectLoginInit', 'ConnectLoginStart'] as const satisfies readonly Operation[])
    test(`where ${operation} fails`, async ({ login, owner, watch }) => {
      watch.allowFailedRequests(503);
      await withoutAutofill(owner);
      await login.haveForgottenAccount();
      await login.page.evaluate(() => localStorage.clear());
      await owner.plan({ operation, times: 3 });
      await login.open();
      if (operation === 'ConnectLoginStart') await login.name(ADA.email);
      await expect(login.shop.passwordForm).toBeVisible();
      await expect.poll(() => login.fallbacks).toEqual(['unavailable']);
    });
});

test('A login whose answer is lost is finished without a second prompt', async ({ login, owner, watch }) => {
  watch.allowFailedRequests(503);
  await withoutAutofill(owner);
  await login.haveAccount();
  await owner.plan({ operation: 'ConnectLoginFinish', lose: 'answer' });
  await login.button('Continue with your passkey').click();
  await login.button('Try again').click();
  await login.shop.expectSignedInAs();
  expect(login.prompts.opened('get')).toBe(1);
});

test.describe('An account that the server does not know', () => {
  for (const connectUnknownUser of ['user_not_found', 'http-404'])
    test(`is told of at the field (${connectUnknownUser})`, async ({ login, owner, watch }) => {
      watch.allowFailedRequests(404);
      await owner.configure({ conditionalUi: false, connectUnknownUser });
      await login.open();
      await login.name(NOBODY);
      await expect(login.element.getByText('We couldn’t find an account with this email.')).toBeVisible();
      await expect(login.field).toHaveValue(NOBODY);
      await expect(login.field).toBeFocused();
      await expectAccessible(login.page);
      expect(login.fallbacks).toEqual([]);
    });
});

test('A passkey on another device is explained before its QR code, and one for this device offered after it', async ({
  login,
  owner,
  authenticator,
  page,
}) => {
  await withoutAutofill(owner);
  await authenticator.ownerIsAway();
  const phone = await VirtualAuthenticator.add(page, 'cable', 'kept');
  await login.haveForgottenAccount();
  // As on a device of which the server knows nothing.
  await page.evaluate(() => localStorage.clear());
  await phone.ownerIsAway();
  await login.open();
  await login.name(ADA.email);
  await login.shop.expectHeading('Use your phone');
  await expectAccessible(page);
  await phone.ownerAgrees();
  await login.button('Show QR code').click();
  await login.shop.expectHeading('Add a passkey to this device');
});

test('A login is done by the keyboard alone', async ({ login, owner, page }) => {
  await withoutAutofill(owner);
  await login.haveForgottenAccount();
  await login.open();
  await expect(login.field).toBeVisible();
  await page.getByRole('link', { name: 'Skip to content' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(login.field).toBeFocused();
  await page.keyboard.type(ADA.email);
  await page.keyboard.press('Enter');
  await login.shop.expectSignedInAs();
});
