import { expect, test } from './support/fixtures.js';
import { expectAccessible } from './support/axe.js';
import type { Variant } from './support/auth-process-page.js';

const MARIA = 'maria@example.com';
const LONG = 'maximiliane.sonnenschein-von-und-zu-hohenstein.the-third@subdomain.of-a-long.example.com';

const VARIANTS: readonly (readonly [string, Variant])[] = [
  ['in the shadow DOM', {}],
  ['in the light DOM', { root: 'light' }],
  ['from right to left', { dir: 'rtl' }],
];

for (const [name, variant] of VARIANTS)
  test.describe(`Every screen ${name} passes axe in light and dark`, () => {
    test('of a sign-up', async ({ auth, authenticator, owner, page }) => {
      await owner.configure({
        fullName: 'required',
        passkeyAppendAtSignup: 'optional',
        passkeyAppendedScreen: true,
      });
      await auth.open(variant);
      await auth.expectScreen('Create your account');
      await expectAccessible(page);
      await auth.submitSignup({});
      await expect(auth.field('Email')).toHaveAccessibleDescription('Enter your email address.');
      await expectAccessible(page);
      await auth.submitSignup({ 'Full name': 'Maria Kowalska', Email: LONG });
      await auth.expectScreen('Sign in faster next time');
      await expectAccessible(page);
      await auth.press('Change');
      await auth.expectScreen('Change your email');
      await expectAccessible(page);
      await auth.press('Back');
      await authenticator.ownerIsRefused();
      await auth.press('Create passkey');
      await expect(auth.button('Try again')).toBeVisible();
      await expectAccessible(page);
      await page.goBack();
      await auth.expectScreen('Stop creating your account?');
      await expectAccessible(page);
      await auth.press('Keep going');
      await authenticator.ownerAgrees();
      await auth.press(/^(Create passkey|Try again)$/);
      await auth.expectScreen('Passkey created');
      await expectAccessible(page);
    });

    test('of a sign-in', async ({ auth, authenticator, page }) => {
      await auth.haveAccount(MARIA);
      await auth.openSignIn(variant);
      await expectAccessible(page);
      await auth.lastIdentifierCard.click();
      await auth.expectScreen('Confirm it’s you');
      await expectAccessible(page);
      await auth.closePrompt('get');
      await auth.expectScreen('Let’s try that again');
      await expectAccessible(page);
      await authenticator.ownerIsRefused();
      await auth.press('Try again');
      await auth.expectScreen('Your passkey didn’t work');
      await expectAccessible(page);
      await authenticator.ownerIsAway();
      await auth.press('Use another account');
      await auth.expectScreen('Welcome back');
      await auth.press('Use another account');
      await auth.submitIdentifier('nobody@example.com');
      await expect(auth.field('Email')).toHaveAccessibleDescription(/couldn’t find an account/);
      await expectAccessible(page);
    });

    test('of a failure', async ({ auth, owner, page, watch }) => {
      watch.allowFailedRequests('network', 404);
      await auth.serverGoesDown();
      await auth.open(variant);
      await auth.expectScreen('Something went wrong');
      await expectAccessible(page);
      await auth.serverIsBack();
      await auth.press('Try again');
      await auth.expectScreen('Create your account');
      await auth.serverGoesDown();
      await auth.submitSignup({ Email: MARIA });
      await expect(auth.button('Try again')).toBeVisible();
      await expectAccessible(page);
      await auth.serverIsBack();
      await owner.forgetEverybody();
      await auth.press('Try again');
      await auth.expectScreen('That took a while');
      await expectAccessible(page);
    });
  });
