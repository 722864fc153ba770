import { expect, test } from '../support/fixtures.js';
import { otherThan } from '../support/codes.js';
import { EMAIL, proveByCode, signUpToPasskey } from './flows.js';

const OTHER = 'maria.k@example.com';
const UNKNOWN = 'We couldn’t find an account with this email. Check it for typos.';

test.describe('The code of an email address', () => {
  test.beforeEach(async ({ auth, authenticator, owner }) => {
    await owner.configure({ verification: 'at-signup', codeFallback: true });
    await signUpToPasskey({ auth, authenticator, owner });
    await auth.press('Email me a code instead');
    await auth.expectSentTo(EMAIL.address);
  });

  test('22 A wrong one is explained, then the right one is taken', async ({ auth, owner }) => {
    const code = await owner.codeFor(EMAIL.address);
    await auth.enterCode(otherThan(code));
    await expect(auth.field('Code')).toHaveAccessibleDescription(/That code is not right\./);
    await auth.enterCode(code);
    await auth.expectSignedInAs(EMAIL.address);
  });

  test('23 The address can be changed: a new code goes to the new one, the old one has no account', async ({
    auth,
    authenticator,
    owner,
  }) => {
    await auth.press('Change');
    await auth.expectScreen('Change your email');
    await auth.field('Email').fill(OTHER);
    await auth.press('Save and send');
    await auth.expectSentTo(OTHER);
    await auth.enterCode(await owner.codeFor(OTHER));
    await auth.expectSignedInAs(OTHER);

    await auth.signOutToSignIn();
    await auth.submitIdentifier(EMAIL.typed);
    await expect(auth.field('Email')).toHaveAccessibleDescription(UNKNOWN);
    await auth.submitIdentifier(OTHER);
    await proveByCode({ auth, authenticator, owner }, { ...EMAIL, typed: OTHER, address: OTHER });
    await auth.expectScreen('Sign in faster next time');
  });

  test('24 A change that is taken back leaves the old address and its code valid, and the other unknown', async ({
    auth,
    owner,
  }) => {
    await auth.press('Change');
    await auth.field('Email').fill(OTHER);
    await auth.press('Back');
    await auth.expectSentTo(EMAIL.address);
    await auth.enterCode(await owner.codeFor(EMAIL.address));
    await auth.expectSignedInAs(EMAIL.address);

    await auth.signOutToSignIn();
    await auth.submitIdentifier(OTHER);
    await expect(auth.field('Email')).toHaveAccessibleDescription(UNKNOWN);
  });

  test('26 Five wrong ones are too many; a new one works', async ({ auth, owner }) => {
    await owner.configure({ codePauseSeconds: 0 });
    const code = await owner.codeFor(EMAIL.address);
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await auth.enterCode(otherThan(code));
      await expect(auth.field('Code')).toHaveAccessibleDescription(/That code is not right\./);
      await expect(auth.button('Verify')).not.toHaveAttribute('aria-disabled', 'true');
    }
    for (const dead of [otherThan(code), code]) {
      await auth.enterCode(dead);
      await expect(auth.field('Code')).toHaveAccessibleDescription(/Too many tries\./);
    }
    await auth.press('Send a new code');
    await expect(auth.text(/^We sent a new code\./)).toBeVisible();
    await auth.enterCode(await owner.codeFor(EMAIL.address));
    await auth.expectSignedInAs(EMAIL.address);
  });
});

test('25 The address cannot be changed to one that has an account', async ({
  auth,
  authenticator,
  owner,
}) => {
  await owner.configure({ codeFallback: true });
  await auth.haveAccount(OTHER);
  await auth.forgetEverything();
  await signUpToPasskey({ auth, authenticator, owner });
  await auth.press('Email me a code instead');
  await auth.expectSentTo(EMAIL.address);
  await auth.press('Change');
  await auth.field('Email').fill(OTHER);
  await auth.press('Save and send');
  await expect(auth.field('Email')).toHaveAccessibleDescription(
    'An account with this email exists. Sign in or use another email.',
  );
  await expect(auth.field('Email')).toHaveValue(OTHER);
  await auth.press('Back');
  await auth.expectSentTo(EMAIL.address);
  await auth.enterCode(await owner.codeFor(EMAIL.address));
  await auth.expectSignedInAs(EMAIL.address);
});
