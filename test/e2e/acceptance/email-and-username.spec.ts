import { expect, test } from '../support/fixtures.js';
import { EMAIL, proveByCode } from './flows.js';

test('1 Sign-up with email, username, passkey and code; then the passkey signs in by email and by username', async ({
  auth,
  authenticator,
  owner,
}) => {
  await owner.configure({
    identifiers: { username: { enabled: true, required: true } },
    verification: 'at-signup',
    codeFallback: true,
  });
  await auth.open();
  await auth.submitSignup({ Email: EMAIL.typed, Username: 'maria' });
  await auth.expectScreen('Create your passkey');
  await auth.press('Create passkey');
  await proveByCode({ auth, authenticator, owner });
  await auth.expectSignedInAs(EMAIL.address);

  for (const identifier of [EMAIL.typed, 'maria']) {
    await authenticator.ownerIsAway();
    await auth.signOut();
    await auth.switchAccount();
    await auth.submitIdentifier(identifier, 'Email or username');
    await auth.expectSignedInAs(EMAIL.address);
  }
  expect(auth.prompts.opened('get')).toBe(2);
});
