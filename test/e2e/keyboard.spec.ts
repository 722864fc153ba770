import { expect, test } from './support/fixtures.js';

const MARIA = 'maria@example.com';

test.describe('Keyboard only', () => {
  test('an account is created, left and entered again', async ({ auth, authenticator, page }) => {
    const { keyboard } = page;
    await auth.open();
    await auth.expectScreen('Create your account');
    await expect(page.locator('body')).toBeFocused();

    await keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await expect(auth.field('Email')).toBeFocused();
    await keyboard.type(MARIA);
    await keyboard.press('Enter');

    await expect(auth.screen('Create your passkey')).toBeFocused();
    await keyboard.press('Tab');
    await expect(auth.button('Change')).toBeFocused();
    await keyboard.press('Tab');
    await expect(auth.button('Create passkey')).toBeFocused();
    await keyboard.press('Enter');
    await auth.expectSignedInAs(MARIA);

    await authenticator.ownerIsAway();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeFocused();
    await keyboard.press('Enter');
    await auth.expectScreen('Welcome back');
    await auth.agreeToPrompts();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await expect(auth.lastIdentifierCard).toBeFocused();
    await keyboard.press('Enter');
    await auth.expectSignedInAs(MARIA);
  });

  test('an address is corrected, and Back leads to where “Change” was', async ({ auth, page }) => {
    const { keyboard } = page;
    await auth.open();
    await auth.field('Email').focus();
    await keyboard.type(MARIA);
    await keyboard.press('Enter');
    await expect(auth.screen('Create your passkey')).toBeFocused();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect(auth.field('Email')).toBeFocused();
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type('maria.k@example.com');
    await keyboard.press('Enter');
    await expect(auth.screen('Create your passkey')).toBeFocused();
    await expect(auth.text('maria.k@example.com')).toBeVisible();
  });

  test('a sign-in reaches every control in the order it is drawn', async ({ auth, page }) => {
    const { keyboard } = page;
    await auth.openSignIn();
    await auth.field('Email').focus();
    for (const name of ['Continue', 'Sign in with a passkey', 'Create an account']) {
      await keyboard.press('Tab');
      await expect(auth.button(name)).toBeFocused();
    }
    await keyboard.press('Enter');
    await expect(auth.field('Email')).toBeFocused();
    await auth.expectScreen('Create your account');
  });

  test('a wrong entry takes the focus back to its field', async ({ auth, page }) => {
    const { keyboard } = page;
    await auth.openSignIn();
    await auth.field('Email').focus();
    await keyboard.press('Enter');
    await expect(auth.field('Email')).toBeFocused();
    await expect(auth.field('Email')).toHaveAccessibleDescription('Enter your details to go on.');
    await keyboard.type('nobody@example.com');
    await keyboard.press('Enter');
    await expect(auth.field('Email')).toHaveAccessibleDescription(/couldn’t find an account/);
    await expect(auth.field('Email')).toBeFocused();
  });

  test('a closed prompt gives the focus back', async ({ auth, authenticator, page }) => {
    const { keyboard } = page;
    await auth.haveAccount(MARIA);
    await auth.openSignIn();
    await auth.lastIdentifierCard.focus();
    await keyboard.press('Enter');
    await auth.closePrompt('get');
    await expect(auth.screen('Let’s try that again')).toBeFocused();
    await keyboard.press('Tab');
    await expect(auth.button('Not you?')).toBeFocused();
    await keyboard.press('Tab');
    await expect(auth.button('Try again')).toBeFocused();
    await authenticator.ownerAgrees();
    await keyboard.press('Enter');
    await auth.expectSignedInAs(MARIA);
  });

  test('Enter in a host input starts nothing', async ({ auth, page }) => {
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('input')));
    await page.locator('main > input').press('Enter');
    await auth.expectScreen('Create your passkey');
    expect(auth.prompts.opened('create')).toBe(0);
  });
});
