import { expect, test } from './support/fixtures.js';

const MARIA = 'maria@example.com';

test.describe('Sign-in', () => {
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
    await expect(auth.field('Email')).toBeVisible();
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
