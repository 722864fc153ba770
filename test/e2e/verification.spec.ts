import { expect, test } from './support/fixtures.js';

const MARIA = 'maria@example.com';
const AT_SIGNUP = { verification: 'at-signup', codeFallback: true } as const;

test.describe('An email address is proved by a code', () => {
  test('after the passkey of a sign-up', async ({ auth, owner }) => {
    await owner.configure(AT_SIGNUP);
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await auth.press('Create passkey');
    await auth.expectScreen('Check your email');
    await auth.field('Code').pressSequentially(await owner.codeFor(MARIA));
    await auth.press('Verify');
    await auth.expectSignedInAs(MARIA);
  });

  test('after a wrong one was explained and kept in its field', async ({ auth, owner }) => {
    await owner.configure(AT_SIGNUP);
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await auth.press('Create passkey');
    await auth.expectScreen('Check your email');
    const code = await owner.codeFor(MARIA);
    const wrong = code === '000000' ? '000001' : '000000';
    await auth.field('Code').pressSequentially(wrong);
    await auth.press('Verify');
    await expect(auth.field('Code')).toHaveAccessibleDescription(/That code is not right/);
    await expect(auth.field('Code')).toBeFocused();
    await auth.field('Code').pressSequentially(code);
    await auth.press('Verify');
    await auth.expectSignedInAs(MARIA);
  });

  test('in place of the passkey of a sign-up', async ({ auth, owner }) => {
    await owner.configure(AT_SIGNUP);
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await auth.press('Email me a code instead');
    await auth.expectScreen('Check your email');
    await auth.field('Code').pressSequentially(await owner.codeFor(MARIA));
    await auth.press('Verify');
    await auth.expectSignedInAs(MARIA);
  });
});
