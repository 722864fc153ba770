import { expect, test } from './support/fixtures.js';

const MARIA = 'maria@example.com';

test.describe('Sign-up', () => {
  test('creates an account with an email address and a passkey', async ({ auth, authenticator, owner }) => {
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await auth.press('Create passkey');
    await auth.expectSignedInAs(MARIA);
    expect(await authenticator.passkeys()).toBe(1);
    expect(await owner.users()).toMatchObject([{ identifiers: [{ value: MARIA }], passkeys: 1 }]);
  });
});
