import { expect, test } from '../support/fixtures.js';
import type { AuthProcessPage } from '../support/auth-process-page.js';

const EXISTING = { Email: 'maria@example.com', 'Phone number': '+49 1512 3456789', Username: 'maria' };

async function expectErrors(auth: AuthProcessPage, errors: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, error] of Object.entries(errors)) {
    await expect(auth.field(field)).toHaveAccessibleDescription(new RegExp(`^${error}`));
    await expect(auth.field(field)).toHaveAttribute('aria-invalid', 'true');
  }
}

test.describe('A sign-up form with email, phone and username', () => {
  test.beforeEach(async ({ auth, owner }) => {
    const asked = { enabled: true, required: true };
    await owner.configure({ identifiers: { email: asked, phone: asked, username: asked } });
    await auth.open();
  });

  test('39 says at every field what is missing, and goes to the first', async ({ auth }) => {
    await auth.submitSignup({});
    await expectErrors(auth, {
      Email: 'Enter your email address',
      'Phone number': 'Enter your phone number',
      Username: 'Choose a username',
    });
    await expect(auth.field('Email')).toBeFocused();
  });

  test('40 says of every field in one go that its format is wrong', async ({ auth }) => {
    await auth.submitSignup({ Email: 'asdf@asdf', 'Phone number': '1234', Username: '@' });
    await expectErrors(auth, {
      Email: 'Enter an email address like',
      'Phone number': 'That doesn’t look like a phone number',
      Username: 'Use letters, digits',
    });
  });

  test('41 says of every field that another account has it', async ({ auth }) => {
    await auth.submitSignup(EXISTING);
    await auth.press('Create passkey');
    await auth.expectSignedInAs(EXISTING.Email);
    await auth.open({ initial: 'signup-init' });
    await auth.submitSignup(EXISTING);
    await expectErrors(auth, {
      Email: 'An account with this email exists',
      'Phone number': 'An account with this phone number exists',
      Username: 'This username is taken',
    });
  });
});
