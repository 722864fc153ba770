import { expect, test } from '../support/fixtures.js';

const MARIA = 'maria@example.com';

test.describe('The first screen', () => {
  test('36 is the sign-up form where the address names it, also for somebody known', async ({ auth }) => {
    await auth.haveAccount(MARIA);
    await auth.open({}, '#signup-init');
    await auth.expectScreen('Create your account');
  });

  test('37 is the sign-in form where the address names it', async ({ auth }) => {
    await auth.open({}, '#login-init');
    await auth.expectScreen('Welcome back');
  });

  test('38 is the sign-up form at the first visit, the card after a passkey was made here', async ({
    auth,
    authenticator,
  }) => {
    await auth.open();
    await auth.expectScreen('Create your account');
    await auth.signUp(MARIA);
    await authenticator.ownerIsAway();
    await auth.signOut();
    await auth.expectScreen('Welcome back');
    await expect(auth.lastIdentifierCard).toContainText(MARIA);
  });
});
