import { expect, test } from '../support/fixtures.js';
import { VirtualAuthenticator } from '../support/virtual-authenticator.js';
import { closePromptAndTryAgain, signOutAndUseCard, signUpToPasskey, USERNAME } from './flows.js';

test.describe('Username alone', () => {
  test.beforeEach(({ owner }) =>
    owner.configure({
      identifiers: { email: { enabled: false }, username: { enabled: true, required: true } },
      codeFallback: true,
    }),
  );

  test('18 Sign-up with a passkey; the card then signs in with it', async ({
    auth,
    authenticator,
    owner,
  }) => {
    const cast = { auth, authenticator, owner };
    await signUpToPasskey(cast, USERNAME);
    await auth.press('Create passkey');
    await auth.expectSignedInAs('maria');
    await signOutAndUseCard(cast);
    await auth.expectSignedInAs('maria');
  });

  test('19 A closed passkey prompt is opened again', async ({ auth, authenticator, owner }) => {
    const cast = { auth, authenticator, owner };
    await signUpToPasskey(cast, USERNAME);
    await closePromptAndTryAgain(cast);
    await auth.expectSignedInAs('maria');
  });

  test('20 A device that can hold no passkey refuses in plain words, and another try succeeds with one that can', async ({
    auth,
    authenticator,
    owner,
    page,
  }) => {
    await authenticator.becomesOldSecurityKey();
    await signUpToPasskey({ auth, authenticator, owner }, USERNAME);
    await auth.stopTime();
    await auth.press('Create passkey');
    await expect(auth.text('We couldn’t use a passkey here. Please try again.')).toBeVisible();
    await authenticator.remove();
    await VirtualAuthenticator.add(page);
    await auth.press('Try again');
    await auth.expectSignedInAs('maria');
  });

  test('20 A browser without WebAuthn says that passkeys do not work here, and starts again with the name that was typed', async ({
    auth,
    page,
  }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
    await auth.open();
    await auth.submitSignup({ Username: 'maria' });
    await auth.expectScreen('Passkeys don’t work here');
    await expect(auth.text(/Open this page in an up-to-date browser/)).toBeVisible();
    await auth.press('Start again');
    await auth.expectScreen('Create your account');
    await expect(auth.field('Username')).toHaveValue('maria');
  });
});
