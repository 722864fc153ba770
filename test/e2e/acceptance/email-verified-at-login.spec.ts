import { expect, test } from '../support/fixtures.js';
import {
  closePromptAndTryAgain,
  EMAIL,
  goWithoutPasskeys,
  preferCodes,
  proveByCode,
  signOutAndUseCard,
  signUpToPasskey,
} from './flows.js';

test.describe('Email, proved at the first sign-in', () => {
  test.beforeEach(({ owner }) => owner.configure({ verification: 'at-login', codeFallback: true }));

  test('2 Sign-up with a passkey; the next sign-in asks for a code as one more step', async ({
    auth,
    authenticator,
    owner,
  }) => {
    const cast = { auth, authenticator, owner };
    await signUpToPasskey(cast);
    await auth.press('Create passkey');
    await auth.expectSignedInAs(EMAIL.address);
    await signOutAndUseCard(cast);
    await auth.expectSentTo(EMAIL.address);
    await expect(auth.text(/One more step to keep your account safe\./)).toBeVisible();
    await proveByCode(cast);
    await auth.expectSignedInAs(EMAIL.address);
  });

  test('3 A closed passkey prompt is opened again', async ({ auth, authenticator, owner }) => {
    const cast = { auth, authenticator, owner };
    await signUpToPasskey(cast);
    await closePromptAndTryAgain(cast);
    await auth.expectSignedInAs(EMAIL.address);
  });

  test('4 A code instead of the passkey; the next sign-in offers one, which is put off', async ({
    auth,
    authenticator,
    owner,
  }) => {
    await preferCodes({ auth, authenticator, owner });
  });

  test('5 Codes alone on a device without passkeys, and none is offered', async ({
    auth,
    authenticator,
    owner,
  }) => {
    await goWithoutPasskeys({ auth, authenticator, owner });
  });
});
