import { expect, test } from './support/fixtures.js';

const MARIA = 'maria@example.com';

test.describe('Sign-in', () => {
  test('by the card that remembers the last identifier', async ({ auth }) => {
    await auth.haveAccount(MARIA);
    await auth.openSignIn();
    await expect(auth.lastIdentifierCard).toContainText(MARIA);
    await auth.agreeToPrompts();
    await auth.lastIdentifierCard.click();
    await auth.expectSignedInAs(MARIA);
  });

  test('by the card again after signing out', async ({ auth, authenticator }) => {
    await auth.open();
    await auth.signUp(MARIA);
    await authenticator.ownerIsAway();
    await auth.signOut();
    await auth.agreeToPrompts();
    await auth.lastIdentifierCard.click();
    await auth.expectSignedInAs(MARIA);
  });

  test('by a passkey picked from the autofill of the field', async ({ auth, authenticator, page }) => {
    await auth.haveAccount(MARIA);
    await auth.forgetEverything();
    await authenticator.ownerAgrees();
    const finished = page.waitForRequest('**/v2/auth/passkey/mediation/finish');
    await auth.open({ initial: 'login-init' });
    await finished;
    await auth.expectSignedInAs(MARIA);
    expect(auth.prompts.opened('get')).toBe(0);
  });

  test('by the passkey button, without typing', async ({ auth }) => {
    await auth.haveAccount(MARIA);
    await auth.forgetEverything();
    await auth.openSignIn();
    await auth.agreeToPrompts();
    await auth.press('Sign in with a passkey');
    await auth.expectSignedInAs(MARIA);
  });

  test('by the email address', async ({ auth, page }) => {
    await auth.haveAccount(MARIA);
    await auth.openSignIn();
    await auth.press('Use another account');
    await auth.agreeToPrompts();
    const finished = page.waitForRequest('**/v2/auth/passkey/login/finish');
    await auth.submitIdentifier(MARIA);
    await finished;
    await auth.expectSignedInAs(MARIA);
  });

  test('by the username, in a field that takes both', async ({ auth, owner }) => {
    await owner.configure({
      identifiers: { username: { enabled: true, required: true } },
      identifierOrder: ['username', 'email', 'phone'],
    });
    await auth.open();
    await auth.submitSignup({ Username: 'maria', Email: MARIA });
    await auth.press('Create passkey');
    await auth.expectSignedInAs('maria');
    await auth.forgetEverything();
    await auth.openSignIn();
    await auth.agreeToPrompts();
    await auth.submitIdentifier('maria', 'Email or username');
    await auth.expectSignedInAs('maria');
  });

  test('after an email address without an account was corrected', async ({ auth }) => {
    await auth.haveAccount(MARIA);
    await auth.forgetEverything();
    await auth.openSignIn();
    await auth.submitIdentifier('mria@example.com');
    await expect(auth.field('Email')).toHaveAccessibleDescription(
      'We couldn’t find an account with that. Check it for typos.',
    );
    await expect(auth.field('Email')).toHaveValue('mria@example.com');
    await expect(auth.field('Email')).toBeFocused();
    await auth.agreeToPrompts();
    await auth.submitIdentifier(MARIA);
    await auth.expectSignedInAs(MARIA);
  });

  test('asks for the identifier when the field is empty', async ({ auth }) => {
    await auth.openSignIn();
    await auth.press('Continue');
    await expect(auth.field('Email')).toHaveAccessibleDescription('Enter your details to go on.');
    await expect(auth.field('Email')).toBeFocused();
  });

  test('comes first on a device that has signed in with a passkey', async ({ auth, authenticator }) => {
    await auth.haveAccount(MARIA);
    await authenticator.ownerIsAway();
    await auth.open();
    await auth.expectScreen('Welcome back');
  });

  test('forgets the last identifier for good when another account is chosen', async ({ auth, page }) => {
    await auth.haveAccount(MARIA);
    await auth.openSignIn();
    await auth.press('Use another account');
    await expect(auth.field('Email')).toBeFocused();
    await page.reload();
    await auth.expectScreen('Welcome back');
    await expect(auth.field('Email')).toBeVisible();
    await expect(auth.lastIdentifierCard).toBeHidden();
  });

  test('leads back to the form with “Not you?”', async ({ auth }) => {
    await auth.haveAccount(MARIA);
    await auth.openSignIn();
    await auth.lastIdentifierCard.click();
    await auth.expectScreen('Confirm it’s you');
    await auth.press('Not you?');
    await auth.expectScreen('Welcome back');
  });

  test('says that an account without a passkey has no way in', async ({ auth, owner }) => {
    await owner.configure({ passkeyAppendAtSignup: 'optional' });
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.press('Maybe later');
    await auth.expectSignedInAs(MARIA);
    await auth.openSignIn();
    await auth.submitIdentifier(MARIA);
    await expect(
      auth.text('There is no passkey for this account and no other way to sign in.'),
    ).toBeVisible();
  });
});
