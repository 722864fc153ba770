import { expect, test } from './support/fixtures.js';

const MARIA = 'maria@example.com';
const UNREACHABLE = /We couldn’t reach Alder & Clay\. Check your connection\./;

test.describe('Offline at each call', () => {
  test.beforeEach(({ watch }) => watch.allowFailedRequests('network'));

  test('the first screen offers another try, and comes once the server is back', async ({ auth }) => {
    await auth.serverGoesDown();
    await auth.open();
    await auth.expectScreen('Something went wrong');
    await auth.serverIsBack();
    await auth.press('Try again');
    await auth.expectScreen('Create your account');
  });

  test('a reload in the middle offers another try, and resumes once the server is back', async ({
    auth,
    page,
  }) => {
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await auth.serverGoesDown();
    await page.reload();
    await auth.expectScreen('Something went wrong');
    await auth.serverIsBack();
    await auth.press('Try again');
    await auth.expectScreen('Create your passkey');
  });

  test('the sign-up form keeps what was typed and sends it once the server is back', async ({
    auth,
    owner,
  }) => {
    await owner.configure({ fullName: 'required' });
    await auth.open();
    await auth.expectScreen('Create your account');
    await auth.serverGoesDown();
    await auth.submitSignup({ 'Full name': 'Maria Kowalska', Email: MARIA });
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await expect(auth.field('Full name')).toHaveValue('Maria Kowalska');
    await expect(auth.field('Email')).toHaveValue(MARIA);
    await auth.serverIsBack();
    await auth.press('Try again');
    await auth.expectScreen('Create your passkey');
    await expect(auth.text(MARIA)).toBeVisible();
  });

  test('the sign-in form keeps what was typed and sends it once the server is back', async ({ auth }) => {
    await auth.haveAccount(MARIA);
    await auth.forgetEverything();
    await auth.openSignIn();
    await auth.serverGoesDown();
    await auth.submitIdentifier(MARIA);
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await expect(auth.field('Email')).toHaveValue(MARIA);
    await auth.serverIsBack();
    await auth.agreeToPrompts();
    await auth.press('Try again');
    await auth.expectSignedInAs(MARIA);
  });

  test('the card of the last identifier stays and works once the server is back', async ({ auth }) => {
    await auth.haveAccount(MARIA);
    await auth.openSignIn();
    await auth.serverGoesDown();
    await auth.lastIdentifierCard.click();
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await auth.serverIsBack();
    await auth.agreeToPrompts();
    await auth.lastIdentifierCard.click();
    await auth.expectSignedInAs(MARIA);
  });

  test('a corrected address is kept and saved once the server is back', async ({ auth }) => {
    await auth.open();
    await auth.submitSignup({ Email: 'mria@example.com' });
    await auth.press('Change');
    await auth.field('Email').fill(MARIA);
    await auth.serverGoesDown();
    await auth.press('Save');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await expect(auth.field('Email')).toHaveValue(MARIA);
    await auth.serverIsBack();
    await auth.press('Try again');
    await auth.expectScreen('Create your passkey');
    await expect(auth.text(MARIA)).toBeVisible();
  });

  test('a created passkey is handed in once the server is back, without a second prompt', async ({
    auth,
    authenticator,
  }) => {
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await auth.serverGoesDown();
    await auth.press('Create passkey');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await auth.serverIsBack();
    await auth.press('Try again');
    await auth.expectSignedInAs(MARIA);
    expect(await authenticator.passkeys()).toBe(1);
    expect(auth.prompts.opened('create')).toBe(1);
  });

  test('a used passkey is handed in once the server is back, without a second prompt', async ({
    auth,
    page,
  }) => {
    await auth.haveAccount(MARIA);
    await auth.openSignIn();
    await auth.agreeToPrompts();
    await page.route('**/v2/auth/passkey/login/finish', (route) => route.abort('connectionrefused'), {
      times: 1,
    });
    await auth.lastIdentifierCard.click();
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await auth.press('Try again');
    await auth.expectSignedInAs(MARIA);
    expect(auth.prompts.opened('get')).toBe(1);
  });

  test('a passkey used by its button is handed in once the server is back', async ({ auth }) => {
    await auth.haveAccount(MARIA);
    await auth.forgetEverything();
    await auth.openSignIn();
    await auth.agreeToPrompts();
    await auth.serverGoesDown();
    await auth.press('Sign in with a passkey');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await auth.serverIsBack();
    await auth.press('Try again');
    await auth.expectSignedInAs(MARIA);
    expect(auth.prompts.opened('get')).toBe(1);
  });

  test('a fresh challenge for a new passkey is asked for once the server is back', async ({ auth, page }) => {
    await page.clock.install();
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await page.clock.fastForward('05:00');
    await auth.serverGoesDown();
    await auth.press('Create passkey');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    expect(auth.prompts.opened('create')).toBe(0);
    await auth.serverIsBack();
    await auth.press('Try again');
    await auth.expectSignedInAs(MARIA);
  });

  test('a fresh challenge for a sign-in is asked for once the server is back', async ({
    auth,
    authenticator,
    page,
  }) => {
    await page.clock.install();
    await auth.haveAccount(MARIA);
    await auth.openSignIn();
    await auth.lastIdentifierCard.click();
    await auth.closePrompt('get');
    await auth.expectScreen('Let’s try that again');
    await page.clock.fastForward('05:00');
    await auth.serverGoesDown();
    await auth.press('Try again');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    expect(auth.prompts.opened('get')).toBe(1);
    await auth.serverIsBack();
    await authenticator.ownerAgrees();
    await auth.press('Try again');
    await auth.expectSignedInAs(MARIA);
  });

  test('“Maybe later” works once the server is back', async ({ auth, owner }) => {
    await owner.configure({ passkeyAppendAtSignup: 'optional' });
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Sign in faster next time');
    await auth.serverGoesDown();
    await auth.press('Maybe later');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await auth.serverIsBack();
    await auth.press('Maybe later');
    await auth.expectSignedInAs(MARIA);
  });

  test('“Continue” after a created passkey works once the server is back', async ({ auth, owner }) => {
    await owner.configure({ passkeyAppendedScreen: true });
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.press('Create passkey');
    await auth.expectScreen('Passkey created');
    await auth.serverGoesDown();
    await auth.press('Continue');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await auth.serverIsBack();
    await auth.press('Try again');
    await auth.expectSignedInAs(MARIA);
  });

  test('“Not you?” works once the server is back', async ({ auth }) => {
    await auth.haveAccount(MARIA);
    await auth.openSignIn();
    await auth.lastIdentifierCard.click();
    await auth.closePrompt('get');
    await auth.expectScreen('Let’s try that again');
    await auth.serverGoesDown();
    await auth.press('Not you?');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await auth.serverIsBack();
    await auth.press('Not you?');
    await auth.expectScreen('Welcome back');
  });

  test('a sign-up can be left once the server is back', async ({ auth, page }) => {
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await page.goBack();
    await auth.expectScreen('Stop creating your account?');
    await auth.serverGoesDown();
    await auth.press('Stop and go back');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await auth.serverIsBack();
    await auth.press('Stop and go back');
    await auth.expectScreen('Create your account');
    await expect(auth.field('Email')).toHaveValue(MARIA);
  });
});

test.describe('While the server is down, a screen of the client’s own', () => {
  test('says that a new start failed, and starts once the server is back', async ({ auth, owner, watch }) => {
    watch.allowFailedRequests('network', 404);
    await auth.open();
    await auth.expectScreen('Create your account');
    await owner.forgetEverybody();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('That took a while');
    await auth.serverGoesDown();
    await auth.press('Start again');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await auth.serverIsBack();
    await auth.press('Start again');
    await auth.expectScreen('Create your account');
    await expect(auth.field('Email')).toHaveValue(MARIA);
  });

  test('says that its other way failed, and goes it once the server is back', async ({
    auth,
    owner,
    page,
    watch,
  }) => {
    watch.allowFailedRequests('network');
    await owner.configure({ passkeyAppendAtSignup: 'optional' });
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Passkeys don’t work here');
    await auth.serverGoesDown();
    await auth.press('Maybe later');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await auth.serverIsBack();
    await auth.press('Maybe later');
    await auth.expectSignedInAs(MARIA);
  });
});

test.describe('When only the answer is lost', () => {
  test.beforeEach(({ watch }) => watch.allowFailedRequests('network'));

  test('a created passkey is not asked for again, and there is one account', async ({
    auth,
    authenticator,
    owner,
  }) => {
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await auth.loseAnswer('passkey/append/finish');
    await auth.press('Create passkey');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await auth.press('Try again');
    await auth.expectSignedInAs(MARIA);
    expect(await authenticator.passkeys()).toBe(1);
    expect(await owner.users()).toHaveLength(1);
    expect(auth.prompts.opened('create')).toBe(1);
  });

  test('a used passkey is not asked for again', async ({ auth }) => {
    await auth.haveAccount(MARIA);
    await auth.openSignIn();
    await auth.agreeToPrompts();
    await auth.loseAnswer('passkey/login/finish');
    await auth.lastIdentifierCard.click();
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await auth.press('Try again');
    await auth.expectSignedInAs(MARIA);
    expect(auth.prompts.opened('get')).toBe(1);
  });
});

test.describe('A server in trouble', () => {
  test('is asked again by the element itself where that does no harm', async ({ auth, owner, watch }) => {
    watch.allowFailedRequests(503);
    await owner.plan({ operation: 'ProcessInit', times: 2 });
    await auth.open();
    await auth.expectScreen('Create your account');
  });

  test('that is busy for long is waited for by the person, who loses nothing', async ({
    auth,
    owner,
    watch,
  }) => {
    watch.allowFailedRequests(429);
    await auth.open();
    await owner.plan({ operation: 'SignupInit', status: 429, retryAfterSeconds: 60 });
    await auth.submitSignup({ Email: MARIA });
    await expect(
      auth.text(/a lot going on at Alder & Clay\. You can try again in \d+ seconds\./),
    ).toBeVisible();
    await expect(auth.field('Email')).toHaveValue(MARIA);
    await auth.press('Try again');
    await auth.expectScreen('Create your passkey');
  });

  for (const effect of ['html', 'empty', 'truncated'] as const)
    test(`that answers with a body that is ${effect} leaves the form as it was`, async ({ auth, owner }) => {
      await auth.open();
      await owner.plan({ operation: 'SignupInit', effect });
      await auth.submitSignup({ Email: MARIA });
      await expect(auth.text(/We couldn’t do that on Alder & Clay right now\./)).toBeVisible();
      await expect(auth.field('Email')).toHaveValue(MARIA);
      await auth.press('Try again');
      await auth.expectScreen('Create your passkey');
    });
});

test.describe('A process that has run out', () => {
  test.beforeEach(({ watch }) => watch.allowFailedRequests(404));

  test('says so and starts again with the address that was typed', async ({ auth, owner }) => {
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await owner.forgetEverybody();
    await auth.press('Create passkey');
    await auth.expectScreen('That took a while');
    await auth.press('Start again');
    await auth.expectScreen('Create your account');
    await expect(auth.field('Email')).toHaveValue(MARIA);
  });

  test('says so at sign-in and starts again with the address that was typed', async ({ auth, owner }) => {
    await auth.openSignIn();
    await auth.expectScreen('Welcome back');
    await owner.forgetEverybody();
    await auth.submitIdentifier(MARIA);
    await auth.expectScreen('That took a while');
    await auth.press('Start again');
    await auth.expectScreen('Welcome back');
    await expect(auth.field('Email')).toHaveValue(MARIA);
  });
});

test.describe('Unknown block', () => {
  test('is told to the page and leaves a way on', async ({ auth, page }) => {
    await page.route(
      '**/v2/auth/signup/init',
      async (route) => {
        const response = await route.fetch();
        const answer = (await response.json()) as { blockBody: { block: string } };
        answer.blockBody.block = 'retina-verify';
        await route.fulfill({ response, json: answer });
      },
      { times: 1 },
    );
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('This step needs an update');
    await page.getByText('Events of the element').click();
    await expect(page.getByRole('listitem').filter({ hasText: 'cbo-unknown-block' })).toContainText(
      'retina-verify',
    );
    await auth.press('Start again');
    await auth.expectScreen('Create your account');
  });
});
