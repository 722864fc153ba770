import type { AuthProcessPage } from './support/auth-process-page.js';
import { expect, test } from './support/fixtures.js';
import type { LocalApi } from './support/local-api.js';
import { VirtualAuthenticator } from './support/virtual-authenticator.js';

const MARIA = 'maria@example.com';
const OFFER = 'Sign in faster next time';
const AFTER_PHONE = 'Add a passkey to this device';

async function enterCode(auth: AuthProcessPage, owner: LocalApi): Promise<void> {
  await auth.expectScreen('Check your email');
  await auth.field('Code').pressSequentially(await owner.codeFor(MARIA));
  await auth.press('Verify');
}

/** An account without a passkey exists; nobody is signed in. */
async function haveAccountWithoutPasskey(auth: AuthProcessPage, owner: LocalApi): Promise<void> {
  await owner.configure({ codeFallback: true });
  await auth.open();
  await auth.submitSignup({ Email: MARIA });
  await auth.press('Email me a code instead');
  await enterCode(auth, owner);
  await auth.expectSignedInAs(MARIA);
  await auth.signOut();
  auth.prompts.startCounting();
}

async function signInByCode(auth: AuthProcessPage, owner: LocalApi): Promise<void> {
  await auth.openSignIn();
  await auth.submitIdentifier(MARIA);
  await enterCode(auth, owner);
}

test.describe('A passkey offered after a sign-in by code', () => {
  test.beforeEach(({ auth, owner }) => haveAccountWithoutPasskey(auth, owner));

  test('can be left for later, and is not offered again right away', async ({ auth, owner }) => {
    await signInByCode(auth, owner);
    await auth.expectScreen(OFFER);
    await expect(auth.button('Don’t ask again')).toHaveCount(0);
    await auth.press('Maybe later');
    await auth.expectSignedInAs(MARIA);
    await auth.signOut();
    await signInByCode(auth, owner);
    await auth.expectSignedInAs(MARIA);
  });

  test('is created by the button, though a creation without a prompt was under way', async ({
    auth,
    owner,
    authenticator,
  }) => {
    await signInByCode(auth, owner);
    await auth.expectScreen(OFFER);
    await expect.poll(() => auth.prompts.opened('silent-create')).toBe(1);
    await authenticator.ownerAgrees();
    await auth.press('Create passkey');
    await auth.expectSignedInAs(MARIA);
    expect(auth.prompts.opened('create')).toBe(1);
    expect(await authenticator.passkeys()).toBe(1);
    expect(await owner.users()).toMatchObject([{ passkeys: 1 }]);
  });

  test('stays while a creation without a prompt comes to nothing, and is never two at once', async ({
    auth,
    owner,
    authenticator,
  }) => {
    await signInByCode(auth, owner);
    await expect.poll(() => auth.prompts.opened('silent-create')).toBe(1);
    await authenticator.ownerIsAway();
    await auth.press('Create passkey');
    await auth.closePrompt('create');
    await expect(auth.button('Try again')).toBeFocused();
    expect(await auth.prompts.mostLive()).toBe(1);
    expect(auth.prompts.opened('silent-create')).toBe(1);
  });

  // The browser's part is played, see `createsSilently`.
  test('is created without a prompt where the browser can', async ({ auth, owner, authenticator }) => {
    await auth.openSignIn();
    await auth.submitIdentifier(MARIA);
    await auth.expectScreen('Check your email');
    await auth.prompts.createSilently();
    await authenticator.ownerAgrees();
    await enterCode(auth, owner);
    await auth.expectSignedInAs(MARIA);
    expect(auth.prompts.opened('silent-create')).toBe(1);
    expect(auth.prompts.opened('create')).toBe(0);
    expect(await owner.users()).toMatchObject([{ passkeys: 1 }]);
  });
});

test.describe('A passkey offered after a sign-in with a phone', () => {
  test('is left for good, which the browser tells every later process', async ({
    auth,
    authenticator,
    page,
  }) => {
    await authenticator.ownerIsAway();
    const phone = await VirtualAuthenticator.add(page, 'cable');
    await auth.haveAccount(MARIA);
    const signIn = async () => {
      await page.evaluate(() => localStorage.removeItem('cbo_last_identifier'));
      await phone.ownerIsAway();
      await auth.openSignIn();
      await auth.autofillIsArmed();
      await phone.ownerAgrees();
      await auth.submitIdentifier(MARIA);
    };
    await signIn();
    await auth.expectScreen(AFTER_PHONE);
    await auth.press('Don’t ask again');
    await auth.expectSignedInAs(MARIA);
    const opened = page.waitForRequest('**/v2/auth/process/init');
    await auth.signOut();
    expect((await opened).postDataJSON()).toMatchObject({ optOutOfPasskeyAppendAfterHybrid: true });
    await signIn();
    await auth.expectSignedInAs(MARIA);
  });
});
