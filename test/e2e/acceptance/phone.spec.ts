import { test } from '../support/fixtures.js';
import {
  closePromptAndTryAgain,
  goWithoutPasskeys,
  PHONE,
  preferCodes,
  proveByCode,
  signOutAndUseCard,
  signUpToPasskey,
} from './flows.js';

test.describe('Phone number, proved at sign-up', () => {
  test.beforeEach(({ owner }) =>
    owner.configure({
      identifiers: { email: { enabled: false }, phone: { enabled: true, required: true } },
      verification: 'at-signup',
      codeFallback: true,
    }),
  );

  test('14 Sign-up with a passkey and a code; the card then signs in with the passkey', async ({
    auth,
    authenticator,
    owner,
  }) => {
    const cast = { auth, authenticator, owner };
    await signUpToPasskey(cast, PHONE);
    await auth.press('Create passkey');
    await proveByCode(cast, PHONE);
    await auth.expectSignedInAs(PHONE.address);
    await signOutAndUseCard(cast);
    await auth.expectSignedInAs(PHONE.address);
  });

  test('15 A closed passkey prompt is opened again, then the code follows', async ({
    auth,
    authenticator,
    owner,
  }) => {
    const cast = { auth, authenticator, owner };
    await signUpToPasskey(cast, PHONE);
    await closePromptAndTryAgain(cast);
    await proveByCode(cast, PHONE);
    await auth.expectSignedInAs(PHONE.address);
  });

  test('16 A code instead of the passkey; the next sign-in offers one, which is put off', async ({
    auth,
    authenticator,
    owner,
  }) => {
    await preferCodes({ auth, authenticator, owner }, PHONE);
  });

  test('17 Codes alone on a device without passkeys, and none is offered', async ({
    auth,
    authenticator,
    owner,
  }) => {
    await goWithoutPasskeys({ auth, authenticator, owner }, PHONE);
  });
});
