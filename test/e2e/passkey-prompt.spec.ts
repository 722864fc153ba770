import { expect, test } from './support/fixtures.js';

const MARIA = 'maria@example.com';
const CLOSED = 'The passkey prompt was closed before it finished. Nothing has changed.';
const REFUSED = 'We couldn’t use a passkey here. Please try again.';

test.describe('The prompt that creates a passkey', () => {
  test.beforeEach(async ({ auth }) => {
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
  });

  test('can be closed and opened again', async ({ auth, authenticator }) => {
    await authenticator.ownerIsAway();
    await auth.press('Create passkey');
    await auth.closePrompt('create');
    await expect(auth.text(CLOSED)).toBeVisible();
    await expect(auth.text(MARIA)).toBeVisible();
    await expect(auth.button('Try again')).toBeFocused();
    await authenticator.ownerAgrees();
    await auth.press('Try again');
    await auth.expectSignedInAs(MARIA);
  });

  test('is offered again after the device refused', async ({ auth, authenticator }) => {
    await authenticator.ownerIsRefused();
    await auth.stopTime();
    await auth.press('Create passkey');
    await expect(auth.text(REFUSED)).toBeVisible();
    await authenticator.ownerAgrees();
    await auth.press('Try again');
    await auth.expectSignedInAs(MARIA);
  });

  test('stays open where the device has no authenticator, and can be closed', async ({
    auth,
    authenticator,
  }) => {
    await authenticator.remove();
    await auth.press('Create passkey');
    await auth.closePrompt('create');
    await expect(auth.text(CLOSED)).toBeVisible();
    await expect(auth.button('Try again')).toBeFocused();
  });

  test('is refused by an authenticator that cannot hold a passkey', async ({ auth, authenticator }) => {
    await authenticator.becomesOldSecurityKey();
    await auth.stopTime();
    await auth.press('Create passkey');
    await expect(auth.text(REFUSED)).toBeVisible();
    await expect(auth.button('Try again')).toBeFocused();
  });

  test('tells a prompt that timed out from one that was closed', async ({ auth, authenticator, page }) => {
    await page.route(/\/v2\/auth\/process(\?|$)/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replace(String.raw`\"timeout\":300000`, String.raw`\"timeout\":1200`),
      });
    });
    await page.reload();
    await authenticator.ownerIsAway();
    await auth.press('Create passkey');
    await expect(
      auth.text('That took too long, so the prompt was closed. Nothing has changed.'),
    ).toBeVisible();
    await expect(auth.button('Try again')).toBeVisible();
  });
});

test.describe('The prompt that signs in', () => {
  test.beforeEach(async ({ auth }) => {
    await auth.haveAccount(MARIA);
    await auth.openSignIn();
  });

  test('can be closed and opened again', async ({ auth, authenticator }) => {
    await auth.lastIdentifierCard.click();
    await auth.closePrompt('get');
    await auth.expectScreen('Let’s try that again');
    await expect(auth.text(CLOSED)).toBeVisible();
    await expect(auth.text(MARIA)).toBeVisible();
    await authenticator.ownerAgrees();
    await auth.press('Try again');
    await auth.expectSignedInAs(MARIA);
  });

  test('offers another account after the second failure', async ({ auth, authenticator }) => {
    await auth.lastIdentifierCard.click();
    await auth.closePrompt('get');
    await authenticator.ownerIsRefused();
    await auth.press('Try again');
    await auth.expectScreen('Your passkey didn’t work');
    await auth.press('Use another account');
    await auth.expectScreen('Welcome back');
  });

  test('can be closed and opened again from the passkey button, and autofill waits again', async ({
    auth,
  }) => {
    await auth.press('Use another account');
    await auth.autofillIsArmed();
    await auth.press('Sign in with a passkey');
    await auth.closePrompt('get');
    await expect(auth.text(CLOSED)).toBeVisible();
    await auth.agreeToPrompts();
    await auth.press('Sign in with a passkey');
    await auth.expectSignedInAs(MARIA);
  });

  test('leads on where the passkey is gone from the device, by itself or once it is closed', async ({
    auth,
    authenticator,
  }) => {
    await authenticator.clear();
    await auth.agreeToPrompts();
    await auth.lastIdentifierCard.click();
    await auth.closePrompt('get');
    await auth.expectScreen('Let’s try that again');
  });
});

test.describe('One more passkey after a sign-in', () => {
  test('is offered where the project wants it, and can be declined', async ({ auth, owner }) => {
    await owner.configure({ passkeyAppendAfterLogin: 'always' });
    await auth.haveAccount(MARIA);
    await auth.openSignIn();
    await auth.agreeToPrompts();
    await auth.lastIdentifierCard.click();
    await auth.expectScreen('Sign in faster next time');
    await auth.press('Maybe later');
    await auth.expectSignedInAs(MARIA);
    expect(auth.prompts.opened('create')).toBe(0);
  });
});

test.describe('A device that has a passkey of the account', () => {
  test('counts as done when one more is asked for', async ({ auth, authenticator, owner }) => {
    await owner.configure({ passkeyAppendAfterLogin: 'always' });
    await auth.haveAccount(MARIA);
    await auth.openSignIn();
    await auth.agreeToPrompts();
    await auth.lastIdentifierCard.click();
    await auth.expectScreen('Sign in faster next time');
    await auth.press('Create passkey');
    await auth.expectScreen('This device already has a passkey for your account.');
    await auth.press('Continue');
    await auth.expectSignedInAs(MARIA);
    expect(await authenticator.passkeys()).toBe(1);
  });
});

test.describe('No WebAuthn in the browser', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
  });

  test('says at the passkey step that passkeys do not work here, and offers the way on', async ({
    auth,
    owner,
  }) => {
    await owner.configure({ passkeyAppendAtSignup: 'optional' });
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Passkeys don’t work here');
    await auth.press('Maybe later');
    await auth.expectSignedInAs(MARIA);
  });

  test('offers neither autofill nor the passkey button at sign-in', async ({ auth }) => {
    await auth.openSignIn();
    await expect(auth.field('Email')).toBeVisible();
    await expect(auth.button('Sign in with a passkey')).toBeHidden();
  });
});
