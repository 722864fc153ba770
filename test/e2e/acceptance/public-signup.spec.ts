import { expect, test } from '../support/fixtures.js';

test.describe('A project without public sign-up', () => {
  test.beforeEach(({ owner }) => owner.configure({ publicSignup: false }));

  test('33 offers no way to create an account', async ({ auth }) => {
    await auth.open();
    await auth.expectScreen('Welcome back');
    await expect(auth.button('Create an account')).toBeHidden();
  });

  test('34 shows the sign-in form to whoever asks for the sign-up form by address', async ({ auth }) => {
    await auth.open({ initial: 'signup-init' }, '#signup-init');
    await auth.expectScreen('Welcome back');
  });
});
