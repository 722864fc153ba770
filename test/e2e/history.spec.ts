import { expect, test } from './support/fixtures.js';

const MARIA = 'maria@example.com';

test.describe('Reload', () => {
  test('resumes a sign-up at the passkey step', async ({ auth, page }) => {
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await page.reload();
    await auth.expectScreen('Create your passkey');
    await auth.press('Create passkey');
    await auth.expectSignedInAs(MARIA);
  });

  test('resumes a sign-up where an address is changed', async ({ auth, page }) => {
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.press('Change');
    await auth.expectScreen('Change your email');
    await page.reload();
    await auth.expectScreen('Change your email');
    await auth.press('Back');
    await auth.expectScreen('Create your passkey');
    await page.reload();
    await auth.expectScreen('Create your passkey');
  });

  test('resumes a sign-in without opening a prompt by itself', async ({ auth, authenticator }) => {
    await auth.haveAccount(MARIA);
    await auth.openSignIn();
    await auth.lastIdentifierCard.click();
    await auth.expectScreen('Confirm it’s you');
    auth.prompts.startCounting();
    await auth.reloadWithoutGesture();
    await auth.expectScreen('Confirm it’s you');
    expect(auth.prompts.opened('get')).toBe(0);
    await authenticator.ownerAgrees();
    await auth.press('Continue with your passkey');
    await auth.expectSignedInAs(MARIA);
  });

  test('resumes a sign-in where the address is the page’s own', async ({ auth, authenticator }) => {
    await auth.haveAccount(MARIA);
    await authenticator.ownerIsAway();
    await auth.open({ initial: 'login-init' }, '#products');
    await auth.lastIdentifierCard.click();
    await auth.expectScreen('Confirm it’s you');
    await auth.reloadWithoutGesture();
    await auth.expectScreen('Confirm it’s you');
    await authenticator.ownerAgrees();
    await auth.press('Continue with your passkey');
    await auth.expectSignedInAs(MARIA);
  });

  test('resumes a sign-up that asked whether it should be left', async ({ auth, page }) => {
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await page.goBack();
    await auth.expectScreen('Stop creating your account?');
    await page.reload();
    await auth.press('Create passkey');
    await auth.expectSignedInAs(MARIA);
  });

  test('keeps the address for the process after one that runs out later', async ({
    auth,
    owner,
    page,
    watch,
  }) => {
    watch.allowFailedRequests(404);
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await page.reload();
    await auth.expectScreen('Create your passkey');
    await owner.forgetEverybody();
    await auth.press('Create passkey');
    await auth.press('Start again');
    await auth.expectScreen('Create your account');
    await expect(auth.field('Email')).toHaveValue(MARIA);
  });

  test('stays at the form that was chosen', async ({ auth, page }) => {
    await auth.open();
    await auth.press('Sign in');
    await auth.expectScreen('Welcome back');
    await page.reload();
    await auth.expectScreen('Welcome back');
  });

  test('starts anew when the process has run out meanwhile', async ({ auth, owner, page, watch }) => {
    watch.allowFailedRequests(404);
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await owner.forgetEverybody();
    await page.reload();
    await auth.expectScreen('Create your account');
  });
});

test.describe('Back and forward', () => {
  test('move between the two forms', async ({ auth, page }) => {
    await auth.open();
    await auth.expectScreen('Create your account');
    await auth.press('Sign in');
    await auth.expectScreen('Welcome back');
    await page.goBack();
    await auth.expectScreen('Create your account');
    await page.goForward();
    await auth.expectScreen('Welcome back');
  });

  test('leave the page where the first screen is shown', async ({ auth, page }) => {
    await page.goto('/');
    await auth.open();
    await auth.expectScreen('Create your account');
    await page.goBack();
    await expect(page).toHaveURL(/:\d+\/$/);
  });

  test('ask in the card before a sign-up is left, and stay', async ({ auth, page }) => {
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await page.goBack();
    await auth.expectScreen('Stop creating your account?');
    await auth.press('Keep going');
    await auth.expectScreen('Create your passkey');
    await expect(page).toHaveURL(/#passkey-append$/);
    await auth.press('Create passkey');
    await auth.expectSignedInAs(MARIA);
  });

  test('say what becomes of the passkey of a sign-up that is left', async ({ auth, owner, page }) => {
    await owner.configure({ verification: 'at-signup' });
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.press('Create passkey');
    await auth.expectScreen('Check your email');
    await page.goBack();
    await page.goBack();
    await auth.expectScreen('Stop creating your account?');
    await expect(auth.text(/The passkey you created won’t work without an account/)).toBeVisible();
    await auth.press('Keep going');
    await auth.enterCode(await owner.codeFor(MARIA));
    await auth.expectSignedInAs(MARIA);
  });

  test('ask in the card before a sign-up is left, and leave', async ({ auth, page }) => {
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await page.goBack();
    await auth.press('Stop and go back');
    await auth.expectScreen('Create your account');
    await expect(auth.field('Email')).toHaveValue(MARIA);
    await expect(page).toHaveURL(/#signup-init$/);
  });

  test('leave a sign-in without a question', async ({ auth, page, watch }) => {
    // The page before is the account's, and nobody is signed in any more.
    watch.allowFailedRequests(401);
    await auth.haveAccount(MARIA);
    await auth.openSignIn();
    await auth.lastIdentifierCard.click();
    await auth.expectScreen('Confirm it’s you');
    await page.goBack();
    await auth.expectScreen('Welcome back');
    await expect(page).toHaveURL(/#login-init$/);
    await page.goBack();
    await expect(page).toHaveURL(/account\.html$/);
  });
});

test.describe('The address', () => {
  test('keeps a foreign hash', async ({ auth, page }) => {
    await auth.open({}, '#products');
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await expect(page).toHaveURL(/#products$/);
  });

  test('is not the element’s business when the page changes its own hash', async ({ auth, page }) => {
    await auth.open({}, '#products');
    await auth.submitSignup({ Email: MARIA });
    await page.evaluate(() => (location.hash = 'offers'));
    await auth.expectScreen('Create your passkey');
    await expect(page).toHaveURL(/#offers$/);
  });
});
