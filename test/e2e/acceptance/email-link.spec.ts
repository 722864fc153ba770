import { expect, test } from '../support/fixtures.js';
import { EMAIL } from './flows.js';

const MASKED = 'm***@e*****.com';

test('21 Sign-up by a link; the link of a sign-in by username goes to a masked address, by email to one in clear', async ({
  auth,
  owner,
  page,
}) => {
  test.slow();
  await owner.configure({
    identifiers: { username: { enabled: true, required: true } },
    verification: 'at-signup',
    verificationMethods: { email: 'email-link' },
    codeFallback: true,
    passkeyAppendAfterLogin: 'off',
    codePauseSeconds: 0,
  });
  await auth.open();
  await auth.submitSignup({ Email: EMAIL.typed, Username: 'maria' });
  await auth.expectScreen('Create your passkey');
  await auth.press('Email me a link instead');
  await auth.expectSentTo(EMAIL.address);
  await page.goto(await owner.linkFor(EMAIL.address));
  await auth.expectSignedInAs(EMAIL.address);

  await auth.signOutToSignIn();
  await auth.submitIdentifier('maria', 'Email or username');
  await auth.expectSentTo(MASKED);
  await expect(auth.text(EMAIL.address)).toBeHidden();
  await page.goto(await owner.linkFor(EMAIL.address));
  await auth.expectSignedInAs(EMAIL.address);

  await auth.signOutToSignIn();
  await auth.submitIdentifier(EMAIL.typed, 'Email or username');
  await auth.expectSentTo(EMAIL.address);
  await page.goto(await owner.linkFor(EMAIL.address));
  await auth.expectSignedInAs(EMAIL.address);
});
