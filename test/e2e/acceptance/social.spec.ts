import { expect, test } from '../support/fixtures.js';
import { ProviderPage } from '../support/provider-page.js';

const ADA = 'ada@example.com';
const ALL = ['google', 'microsoft', 'github'] as const;

test.describe('Sign-in with a provider', () => {
  test('42 Google, Microsoft and GitHub are offered on both forms', async ({ auth, owner }) => {
    await owner.configure({ socialProviders: ALL });
    await auth.open();
    for (const form of ['Create your account', 'Welcome back']) {
      await auth.expectScreen(form);
      for (const provider of ['Google', 'Microsoft', 'GitHub'])
        await expect(auth.button(`Continue with ${provider}`)).toBeVisible();
      if (form === 'Create your account') await auth.press('Sign in');
    }
  });

  test.describe('with one provider', () => {
    test.beforeEach(({ owner }) => owner.configure({ socialProviders: ['google'] }));

    test('43 at sign-up, with a new account, makes it', async ({ auth, owner, provider }) => {
      await auth.open();
      await auth.chooseProvider('Google');
      await provider.expectOpen('Google');
      await provider.agreeAs('Ada Lovelace');
      await auth.press('Create passkey');
      await auth.expectSignedInAs(ADA);
      expect(await owner.users()).toMatchObject([{ identifiers: [{ value: ADA }], passkeys: 1 }]);
    });

    test('44 at sign-up, with an account that is linked, signs in to it', async ({
      auth,
      owner,
      provider,
    }) => {
      await auth.haveSocialAccount(provider);
      await auth.open({ initial: 'signup-init' });
      await auth.chooseProvider('Google');
      await provider.agreeAs('Ada Lovelace');
      await auth.expectSignedInAs(ADA);
      expect(await owner.users()).toHaveLength(1);
    });

    test('45 at sign-up, with an account that is not linked, is refused', async ({
      auth,
      owner,
      provider,
    }) => {
      await auth.haveAccount(ADA);
      await auth.forgetEverything();
      await auth.open();
      await auth.chooseProvider('Google');
      await provider.agreeAs('Ada Lovelace');
      await auth.expectScreen('Create your account');
      await expect(auth.text(/An account with that email exists already/)).toBeVisible();
      expect(await owner.users()).toHaveLength(1);
    });

    test('46 at sign-in, with a new account, makes it', async ({ auth, owner, provider }) => {
      await auth.openSignIn();
      await auth.chooseProvider('Google');
      await provider.agreeAs('Ada Lovelace');
      await auth.agreeToPrompts();
      await auth.press('Create passkey');
      await auth.expectSignedInAs(ADA);
      expect(await owner.users()).toMatchObject([{ identifiers: [{ value: ADA }] }]);
    });

    test('47 at sign-in, with an account that is linked, signs in', async ({ auth, provider }) => {
      await auth.haveSocialAccount(provider);
      await auth.openSignIn();
      await auth.press('Use another account');
      await auth.chooseProvider('Google');
      await provider.agreeAs('Ada Lovelace');
      await auth.expectSignedInAs(ADA);
    });

    test('48 at sign-in, with an account that is not linked, is refused', async ({ auth, provider }) => {
      await auth.haveAccount(ADA);
      await auth.openSignIn();
      await auth.press('Use another account');
      await auth.chooseProvider('Google');
      await provider.agreeAs('Ada Lovelace');
      await auth.expectScreen('Welcome back');
      await expect(auth.text(/An account with that email exists already/)).toBeVisible();
    });
  });
});

test.describe('A visit to a provider', () => {
  test.beforeEach(({ owner }) => owner.configure({ socialProviders: ['google'] }));

  test('that the person cancels is calm, keeps the form, and can be made again', async ({
    auth,
    provider,
  }) => {
    await auth.open();
    await auth.chooseProvider('Google');
    await provider.cancel();
    await auth.expectScreen('Create your account');
    await expect(auth.text('You came back before signing in there. Nothing has changed.')).toBeVisible();
    await auth.chooseProvider('Google');
    await provider.agreeAs('Ada Lovelace');
    await auth.expectScreen('Sign in faster next time');
  });

  test('that fails there is explained, and leaves every other way', async ({ auth, provider }) => {
    await auth.open();
    await auth.chooseProvider('Google');
    await provider.expectOpen('Google');
    await provider.fail();
    await auth.expectScreen('Create your account');
    await expect(auth.text(/Signing in with that provider didn’t work\./)).toBeVisible();
    await auth.signUp('maria@example.com');
  });

  test('ended by the back button leads to the form as it was', async ({ auth, page, provider }) => {
    await auth.open();
    await auth.field('Email').fill('maria@example.com');
    await auth.chooseProvider('Google');
    await provider.expectOpen('Google');
    await page.goBack();
    await auth.expectScreen('Create your account');
    await expect(auth.button('Continue with Google')).not.toHaveAttribute('aria-busy', 'true');
    await auth.chooseProvider('Google');
    await provider.agreeAs('Ada Lovelace');
    await auth.expectScreen('Sign in faster next time');
  });

  test('ended in another tab signs in there, and the first tab starts again', async ({
    anotherTab,
    auth,
    owner,
    page,
    provider,
    watch,
  }) => {
    watch.allowFailedRequests(404);
    await owner.configure({ passkeyAppendAfterLogin: 'off' });
    await auth.open();
    await auth.chooseProvider('Google');
    await provider.expectOpen('Google');
    await anotherTab.page.goto(page.url());
    await new ProviderPage(anotherTab.page).agreeAs('Ada Lovelace');
    await anotherTab.expectSignedInAs(ADA);
    await page.goBack();
    await auth.expectScreen('Create your account');
    await auth.chooseProvider('Google');
    await provider.agreeAs('Ada Lovelace');
    await auth.expectSignedInAs(ADA);
  });

  test('to a provider the kit has never heard of is offered by its name', async ({ auth, page, watch }) => {
    watch.allowFailedRequests(400);
    await page.route('**/v2/auth/process/init', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(
        '"providers":["google"',
        '"providers":["google","acme"',
      );
      await route.fulfill({ response, body });
    });
    await auth.open();
    await auth.chooseProvider('Acme');
    await expect(auth.text(/We couldn’t do that on Alder & Clay right now\./)).toBeVisible();
    await auth.signUp('maria@example.com');
  });

  test('that the server still waits for survives a reload, and can be given up', async ({ auth, page }) => {
    await auth.open();
    await auth.expectScreen('Create your account');
    const standing = /\/v2\/auth\/process(\?|$)/;
    await page.route(standing, async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { blockBody: object };
      const blockBody = { block: 'social-verify', authType: 'login', data: {}, alternatives: [] };
      await route.fulfill({ response, json: { ...answer, blockBody } });
    });
    await page.goto('/complete.html');
    await auth.expectScreen('Finish signing in');
    await page.reload();
    await auth.expectScreen('Finish signing in');
    await auth.press('Continue');
    await auth.expectScreen('Finish signing in');
    await auth.press('Sign in another way');
    await auth.expectScreen('Create your account');
  });
});
