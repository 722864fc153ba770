import { expect, test } from './support/fixtures.js';

const MARIA = 'maria@example.com';

test.describe('Screens in the light DOM', () => {
  test('sign up and sign in as those in the shadow DOM do', async ({ auth, authenticator, page }) => {
    await auth.open({ root: 'light' });
    await expect(page.locator('auth-process > .cbo-screen')).toBeVisible();
    await auth.signUp(MARIA);
    await authenticator.ownerIsAway();
    await auth.signOut();
    await auth.openSignIn({ root: 'light' });
    await auth.press('Use another account');
    await expect(auth.field('Email')).toBeVisible();
    await auth.agreeToPrompts();
    await auth.submitIdentifier(MARIA);
    await auth.expectSignedInAs(MARIA);
  });

  test('have their fields where password managers look', async ({ auth, page }) => {
    await auth.openSignIn({ root: 'light' });
    const field = page.locator('auth-process input[autocomplete="email webauthn"]');
    expect(await field.evaluate((input) => input.getRootNode() === document)).toBe(true);
    expect(await field.evaluate((input: HTMLInputElement) => input.form !== null)).toBe(true);
  });
});

test.describe('Two elements on one page', () => {
  test('keep what is typed apart, and one of them signs up', async ({ auth }) => {
    await auth.open({ elements: 2 });
    const [first, second] = [auth.element(0), auth.element(1)];
    await second.field('Email').fill('second@example.com');
    await first.submitSignup({ Email: MARIA });
    await first.expectScreen('Create your passkey');
    await second.expectScreen('Create your account');
    await expect(second.field('Email')).toHaveValue('second@example.com');
    await first.press('Create passkey');
    await auth.expectSignedInAs(MARIA);
  });

  test('let the other one sign up as well', async ({ auth }) => {
    await auth.open({ elements: 2 });
    const [first, second] = [auth.element(0), auth.element(1)];
    await first.submitSignup({ Email: 'first@example.com' });
    await first.expectScreen('Create your passkey');
    await second.submitSignup({ Email: MARIA });
    await second.expectScreen('Create your passkey');
    await second.press('Create passkey');
    await auth.expectSignedInAs(MARIA);
  });

  test('share the one autofill of the page, and each can open its prompt', async ({ auth }) => {
    await auth.haveAccount(MARIA);
    await auth.forgetEverything();
    await auth.openSignIn({ elements: 2 });
    await auth.element(1).expectScreen('Welcome back');
    await auth.agreeToPrompts();
    expect(auth.prompts.opened('autofill')).toBe(1);
    await auth.element(1).press('Sign in with a passkey');
    await auth.expectSignedInAs(MARIA);
    expect(auth.prompts.opened('get')).toBe(1);
  });

  test('have no id in common in the light DOM', async ({ auth, page }) => {
    await auth.open({ elements: 2, root: 'light' });
    await auth.element(1).expectScreen('Create your account');
    const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test.describe('German UI', () => {
  test('a sign-up and a sign-in speak German throughout', async ({ auth, authenticator, page }) => {
    await auth.open({ locale: 'de' });
    await auth.expectScreen('Erstelle dein Konto');
    await auth.press('Weiter');
    await expect(auth.field('E-Mail')).toHaveAccessibleDescription('Gib deine E-Mail-Adresse ein.');
    await auth.field('E-Mail').fill(MARIA);
    await auth.press('Weiter');
    await auth.expectScreen('Erstelle deinen Passkey');
    await expect(auth.text('Dein Passkey funktioniert nur bei Alder & Clay.')).toBeVisible();
    await auth.press('Passkey erstellen');
    await auth.expectSignedInAs(MARIA);
    await page.context().clearCookies();
    await authenticator.ownerIsAway();
    await auth.open({ locale: 'de' });
    await auth.expectScreen('Willkommen zurück');
    await auth.press('Anderes Konto verwenden');
    await expect(auth.field('E-Mail')).toBeVisible();
    await auth.agreeToPrompts();
    await auth.press('Mit Passkey anmelden');
    await auth.expectSignedInAs(MARIA);
  });
});

test.describe('The page', () => {
  test('is told of every screen, and never of a token', async ({ auth, page }) => {
    // An answer without content leaves the browser where it is.
    await page.route('**/account.html', (route) => route.fulfill({ status: 204 }));
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.press('Create passkey');
    await auth.expectScreen('You’re signed in');
    await page.getByText('Events of the element').click();
    const events = page.locator('#events li');
    await expect(events).toHaveText([
      /cbo-complete append, usr-/,
      /cbo-step passkey-append → completed/,
      /cbo-step signup-init → passkey-append/,
      /cbo-step client:loading → signup-init/,
    ]);
    expect(await page.content()).not.toMatch(/eyJ[\w-]+\.eyJ/);
  });
});

test('The page keeps its document, its names and its storage to itself', async ({ auth, page }) => {
  await page.addInitScript(() => {
    const before = new Set(Object.getOwnPropertyNames(globalThis));
    const attributes = (element: Element) =>
      [...element.attributes].map(({ name, value }) => `${name}=${value}`);
    const document_ = () => ({
      html: attributes(document.documentElement),
      body: attributes(document.body),
      head: [...document.head.children].map(({ outerHTML }) => outerHTML),
    });
    addEventListener('DOMContentLoaded', () => {
      // Module scripts have run by now, but no element was upgraded before the parser reached it.
      Object.assign(globalThis, { [Symbol.for('written')]: document_() });
    });
    Object.assign(globalThis, {
      [Symbol.for('changes')]: () => ({
        document: document_(),
        names: Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name)),
        storage: Object.keys(localStorage).filter((key) => !key.startsWith('cbo_')),
        cookies: document.cookie,
      }),
    });
  });
  await page.goto('/cdn.html');
  await auth.submitSignup({ Email: 'maria@example.com' });
  await auth.expectScreen('Create your passkey');
  const written = await page.evaluate(() => Reflect.get(globalThis, Symbol.for('written')) as unknown);
  const changes = await page.evaluate(() =>
    (Reflect.get(globalThis, Symbol.for('changes')) as () => unknown)(),
  );
  const lit = ['litPropertyMetadata', 'reactiveElementVersions', 'litHtmlVersions', 'litElementVersions'];
  expect(changes).toEqual({ document: written, names: lit, storage: [], cookies: '' });
});
