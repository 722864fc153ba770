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

test.describe('Email, proved at sign-up', () => {
  test.beforeEach(({ owner }) => owner.configure({ verification: 'at-signup', codeFallback: true }));

  test('6 Sign-up with a passkey and a code; the card then signs in with the passkey alone', async ({
    auth,
    authenticator,
    owner,
  }) => {
    const cast = { auth, authenticator, owner };
    await signUpToPasskey(cast);
    await auth.press('Create passkey');
    await proveByCode(cast);
    await auth.expectSignedInAs(EMAIL.address);
    await signOutAndUseCard(cast);
    await auth.expectSignedInAs(EMAIL.address);
    expect(await owner.messages(EMAIL.address)).toHaveLength(1);
  });

  test('7 A closed passkey prompt is opened again, then the code follows', async ({
    auth,
    authenticator,
    owner,
  }) => {
    const cast = { auth, authenticator, owner };
    await signUpToPasskey(cast);
    await closePromptAndTryAgain(cast);
    await proveByCode(cast);
    await auth.expectSignedInAs(EMAIL.address);
  });

  test('8 A code instead of the passkey; the next sign-in offers one, which is put off', async ({
    auth,
    authenticator,
    owner,
  }) => {
    await preferCodes({ auth, authenticator, owner });
  });

  test('9 Codes alone on a device without passkeys, and none is offered', async ({
    auth,
    authenticator,
    owner,
  }) => {
    await goWithoutPasskeys({ auth, authenticator, owner });
  });
});
