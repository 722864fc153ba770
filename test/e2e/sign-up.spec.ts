import { expect, test } from './support/fixtures.js';

const MARIA = 'maria@example.com';
const ALL_IDENTIFIERS = {
  identifiers: {
    email: { enabled: true, required: true },
    username: { enabled: true, required: true },
    phone: { enabled: true, required: true },
  },
};

test.describe('Sign-up', () => {
  test('creates an account with an email address and a passkey', async ({ auth, authenticator, owner }) => {
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await auth.press('Create passkey');
    await auth.expectSignedInAs(MARIA);
    expect(await authenticator.passkeys()).toBe(1);
    expect(await owner.users()).toMatchObject([{ identifiers: [{ value: MARIA }], passkeys: 1 }]);
  });

  test('asks for the name and every identifier of the project, in its order', async ({
    auth,
    owner,
    page,
  }) => {
    await owner.configure({
      ...ALL_IDENTIFIERS,
      identifierOrder: ['username', 'phone', 'email'],
      fullName: 'required',
    });
    await auth.open();
    await auth.expectScreen('Create your account');
    const names = await page
      .getByRole('textbox')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute('name')));
    expect(names).toEqual(['fullName', 'username', 'phone', 'email']);
    await auth.submitSignup({
      'Full name': 'Maria Kowalska',
      Username: 'maria',
      'Phone number': '+49 30 901820',
      Email: MARIA,
    });
    await auth.press('Create passkey');
    await auth.expectSignedInAs('Maria Kowalska');
  });

  test('says what is missing of name and email address in one go', async ({ auth, owner }) => {
    await owner.configure({ fullName: 'required' });
    await auth.open();
    await auth.submitSignup({});
    await expect(auth.field('Full name')).toHaveAccessibleDescription('Enter your full name.');
    await expect(auth.field('Email')).toHaveAccessibleDescription('Enter your email address.');
  });

  test('asks for the email address when it is the only field and empty', async ({ auth }) => {
    await auth.open();
    await auth.submitSignup({});
    await expect(auth.field('Email')).toHaveAccessibleDescription('Enter your email address.');
    await expect(auth.field('Email')).toBeFocused();
  });

  for (const wrong of ['maria', '@', 'maria@example'])
    test(`refuses ${wrong} as an email address, keeps it and takes the corrected one`, async ({ auth }) => {
      await auth.open();
      await auth.submitSignup({ Email: wrong });
      await expect(auth.field('Email')).toHaveAccessibleDescription(/Enter an email address like/);
      await expect(auth.field('Email')).toHaveValue(wrong);
      await expect(auth.field('Email')).toBeFocused();
      await auth.submitSignup({ Email: MARIA });
      await auth.expectScreen('Create your passkey');
    });

  test('says that an account with this email exists', async ({ auth }) => {
    await auth.haveAccount(MARIA);
    await auth.open({ initial: 'signup-init' });
    await auth.submitSignup({ Email: MARIA });
    await expect(auth.field('Email')).toHaveAccessibleDescription(
      'An account with this email exists. Sign in or use another email.',
    );
    await expect(auth.field('Email')).toHaveValue(MARIA);
  });

  test('keeps what was typed while the other form is looked at', async ({ auth }) => {
    await auth.open();
    await auth.field('Email').fill(MARIA);
    await auth.press('Sign in');
    await auth.expectScreen('Welcome back');
    await auth.press('Create an account');
    await auth.expectScreen('Create your account');
    await expect(auth.field('Email')).toHaveValue(MARIA);
  });

  test('lets the address be corrected before the passkey is made', async ({ auth, owner }) => {
    await auth.open();
    await auth.submitSignup({ Email: 'mria@example.com' });
    await auth.press('Change');
    await expect(auth.field('Email')).toBeFocused();
    await auth.field('Email').fill(MARIA);
    await auth.press('Save');
    await auth.expectScreen('Create your passkey');
    await expect(auth.text(MARIA)).toBeVisible();
    await auth.press('Create passkey');
    await auth.expectSignedInAs(MARIA);
    expect(await owner.users()).toMatchObject([{ identifiers: [{ value: MARIA }] }]);
  });

  test('goes on without a passkey where the project allows it', async ({ auth, authenticator, owner }) => {
    await owner.configure({ passkeyAppendAtSignup: 'optional' });
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.press('Maybe later');
    await auth.expectSignedInAs(MARIA);
    expect(await authenticator.passkeys()).toBe(0);
  });

  test('says that the passkey was created where the project wants it said', async ({ auth, owner }) => {
    await owner.configure({ passkeyAppendedScreen: true });
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.press('Create passkey');
    await auth.expectScreen('Passkey created');
    await auth.press('Continue');
    await auth.expectSignedInAs(MARIA);
  });

  test('opens the prompt by itself where the project wants it, and only once', async ({
    auth,
    authenticator,
    owner,
  }) => {
    await owner.configure({ autoSubmit: true });
    await authenticator.ownerIsAway();
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.closePrompt('create');
    await expect(auth.text('The passkey prompt was closed before it finished.')).toBeVisible();
    expect(auth.prompts.opened('create')).toBe(1);
  });
});
