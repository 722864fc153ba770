import { expect, test } from '../support/fixtures.js';

const PHONE = '+4915123456789';
const TYPED = '+49 1512 3456789';

test('35 a code for a username goes to a masked number, a code for a number to that number', async ({
  auth,
  authenticator,
  owner,
}) => {
  await owner.configure({
    identifiers: {
      email: { enabled: false },
      username: { enabled: true, required: true },
      phone: { enabled: true, required: true },
    },
    codeFallback: true,
  });
  await authenticator.becomesOldSecurityKey();
  await auth.openOnKnownDevice();
  await auth.submitSignup({ Username: 'maria', 'Phone number': TYPED });
  await auth.expectSentTo(PHONE, 'Check your messages');
  await auth.enterCode(await owner.codeFor(PHONE));
  await auth.expectSignedInAs('maria');

  await auth.signOutToSignIn();
  await auth.submitIdentifier('maria', 'Username');
  await auth.expectSentTo('+49 *** **89', 'Check your messages');
  await expect(auth.text(/5123|345678/)).toHaveCount(0);

  await auth.press('Not you?');
  await auth.expectScreen('Welcome back');
  await auth.press('Use your phone number instead');
  await auth.submitIdentifier(TYPED, 'Phone number');
  await auth.expectSentTo(PHONE, 'Check your messages');
  await auth.enterCode(await owner.codeFor(PHONE));
  await auth.expectSignedInAs('maria');
});
