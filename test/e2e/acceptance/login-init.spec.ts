import { expect, test } from '../support/fixtures.js';

const MARIA = 'maria@example.com';
const NOT_FOUND = 'We couldn’t find an account with this email. Check it for typos.';

test.describe('The sign-in form', () => {
  test('27 asks for the identifier when the field is empty', async ({ auth }) => {
    await auth.openSignIn();
    await auth.press('Continue');
    await expect(auth.field('Email')).toHaveAccessibleDescription('Enter your details to go on.');
    await expect(auth.field('Email')).toBeFocused();
  });

  test('28 explains an address that can be none at its field and keeps it', async ({ auth }) => {
    await auth.openSignIn();
    await auth.submitIdentifier('a@a');
    await expect(auth.field('Email')).toHaveAccessibleDescription(NOT_FOUND);
    await expect(auth.field('Email')).toHaveValue('a@a');
  });

  test('29 says that an address has no account, and takes the corrected one', async ({ auth }) => {
    await auth.haveAccount(MARIA);
    await auth.forgetEverything();
    await auth.openSignIn();
    await auth.submitIdentifier('mria@example.com');
    await expect(auth.field('Email')).toHaveAccessibleDescription(NOT_FOUND);
    await expect(auth.field('Email')).toHaveValue('mria@example.com');
    await expect(auth.field('Email')).toBeFocused();
    await auth.agreeToPrompts();
    await auth.submitIdentifier(MARIA);
    await auth.expectSignedInAs(MARIA);
  });

  test('30 leads to the sign-up form', async ({ auth }) => {
    await auth.openSignIn();
    await auth.press('Create an account');
    await auth.expectScreen('Create your account');
  });
});

test.describe('The card of the last identifier', () => {
  test('31 comes after a sign-up with a passkey, stays until “Use another account”, and is gone for good', async ({
    auth,
    authenticator,
    page,
  }) => {
    await auth.open();
    await auth.signUp(MARIA);
    await authenticator.ownerIsAway();
    await auth.signOut();
    await expect(auth.lastIdentifierCard).toContainText(MARIA);
    await page.reload();
    await expect(auth.lastIdentifierCard).toContainText(MARIA);
    await authenticator.ownerAgrees();
    await auth.lastIdentifierCard.click();
    await auth.expectSignedInAs(MARIA);
    await authenticator.ownerIsAway();
    await auth.signOut();
    await expect(auth.lastIdentifierCard).toContainText(MARIA);
    await auth.press('Use another account');
    await expect(auth.field('Email')).toBeFocused();
    await page.reload();
    await auth.expectScreen('Welcome back');
    await expect(auth.field('Email')).toBeVisible();
    await expect(auth.lastIdentifierCard).toBeHidden();
  });

  test('32 does not come after a sign-up with a code', async ({ auth, owner }) => {
    await owner.configure({ codeFallback: true });
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.press('Email me a code instead');
    await auth.expectSentTo(MARIA);
    await auth.enterCode(await owner.codeFor(MARIA));
    await auth.expectSignedInAs(MARIA);
    await auth.signOutToSignIn();
    await expect(auth.field('Email')).toBeVisible();
    await expect(auth.lastIdentifierCard).toBeHidden();
  });
});
