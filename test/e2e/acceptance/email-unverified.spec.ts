import { expect, test } from '../support/fixtures.js';
import {
  closePromptAndTryAgain,
  EMAIL,
  goWithoutPasskeys,
  preferCodes,
  signOutAndUseCard,
  signUpToPasskey,
} from './flows.js';

test.describe('Email, never proved for its own sake', () => {
  test.beforeEach(({ owner }) => owner.configure({ verification: 'none', codeFallback: true }));

  test('10 Sign-up with a passkey; the card then signs in with it', async ({
    auth,
    authenticator,
    owner,
  }) => {
    const cast = { auth, authenticator, owner };
    await signUpToPasskey(cast);
    await auth.press('Create passkey');
    await auth.expectSignedInAs(EMAIL.address);
    await signOutAndUseCard(cast);
    await auth.expectSignedInAs(EMAIL.address);
    expect(await owner.messages(EMAIL.address)).toHaveLength(0);
  });

  test('11 A closed passkey prompt is opened again', async ({ auth, authenticator, owner }) => {
    const cast = { auth, authenticator, owner };
    await signUpToPasskey(cast);
    await closePromptAndTryAgain(cast);
    await auth.expectSignedInAs(EMAIL.address);
  });

  test('12 A code instead of the passkey; the next sign-in offers one, which is put off', async ({
    auth,
    authenticator,
    owner,
  }) => {
    await preferCodes({ auth, authenticator, owner });
  });

  test('13 Codes alone on a device without passkeys, and none is offered', async ({
    auth,
    authenticator,
    owner,
  }) => {
    await goWithoutPasskeys({ auth, authenticator, owner });
  });
});
