import type { Page } from '@playwright/test';
import { CODE_FORMS, otherThan } from './support/codes.js';
import { expectAccessible } from './support/axe.js';
import { expect, test } from './support/fixtures.js';
import type { AuthProcessPage, Variant } from './support/auth-process-page.js';

const MARIA = 'maria@example.com';
const OTHER = 'maria.k@example.com';
const PHONE_ALONE = { email: { enabled: false }, phone: { enabled: true, required: true } };

/** A sign-up as far as the code that stands in for its passkey. */
async function openCodeScreen(auth: AuthProcessPage, variant: Variant = {}): Promise<void> {
  await auth.open(variant);
  await auth.submitSignup({ Email: MARIA });
  await auth.expectScreen('Create your passkey');
  await auth.press('Email me a code instead');
  await auth.expectSentTo(MARIA);
}

/** Stands in for WebOTP, which needs a phone: what the page waits for comes when `deliver` says so. */
async function readMessages(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { credentials } = navigator;
    const get = credentials.get.bind(credentials);
    Object.assign(globalThis, { OTPCredential: class {} });
    credentials.get = (options) =>
      options && 'otp' in options
        ? new Promise((resolve, reject) => {
            const { signal } = options;
            signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
            addEventListener('message', ({ data }) => resolve({ code: data } as never), {
              once: true,
              ...(signal ? { signal } : {}),
            });
            document.documentElement.dataset['waits'] = 'for a message';
          })
        : get(options);
  });
}

async function deliver(page: Page, code: string): Promise<void> {
  await page.locator('html[data-waits]').waitFor();
  await page.evaluate((received) => postMessage(received), code);
}

test.beforeEach(({ owner }) => owner.configure({ codeFallback: true }));

test.describe('A code', () => {
  for (const [form, write] of CODE_FORMS)
    test(`pasted ${form} submits itself`, async ({ auth, owner }) => {
      await openCodeScreen(auth);
      await auth.paste('Code', write(await owner.codeFor(MARIA)));
      await auth.expectSignedInAs(MARIA);
    });

  test('that autofill puts in submits itself', async ({ auth, owner }) => {
    await openCodeScreen(auth);
    await expect(auth.field('Code')).toHaveAttribute('autocomplete', 'one-time-code');
    await auth.autofill('Code', await owner.codeFor(MARIA));
    await auth.expectSignedInAs(MARIA);
  });

  test('of a text message that the browser reads is handed in by itself', async ({ auth, owner, page }) => {
    await owner.configure({ identifiers: PHONE_ALONE });
    await readMessages(page);
    await auth.open();
    await auth.submitSignup({ 'Phone number': '+49 1512 3456780' });
    await auth.expectScreen('Create your passkey');
    await auth.press('Text me a code instead');
    await auth.expectScreen('Check your messages');
    await deliver(page, await owner.codeFor('+4915123456780'));
    await auth.expectSignedInAs('+4915123456780');
  });

  test('that is typed waits until it is sent', async ({ auth, owner, page }) => {
    await openCodeScreen(auth);
    const code = await owner.codeFor(MARIA);
    const handedIn: unknown[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/identifier/verify/finish')) handedIn.push(request.postDataJSON());
    });
    await auth.field('Code').pressSequentially(otherThan(code));
    await auth.field('Code').fill('');
    await auth.field('Code').pressSequentially(code);
    await auth.field('Code').press('Enter');
    await auth.expectSignedInAs(MARIA);
    expect(handedIn).toMatchObject([{ code }]);
  });

  test('that is wrong is explained, keeps the focus, and is written over by the right one', async ({
    auth,
    owner,
  }) => {
    await openCodeScreen(auth);
    const code = await owner.codeFor(MARIA);
    await auth.enterCode(otherThan(code));
    await expect(auth.field('Code')).toHaveAccessibleDescription(/That code is not right\./);
    await expect(auth.field('Code')).toBeFocused();
    await auth.enterCode(code);
    await auth.expectSignedInAs(MARIA);
  });

  test('that is missing is asked for without a request', async ({ auth }) => {
    await openCodeScreen(auth);
    await auth.press('Verify');
    await expect(auth.field('Code')).toHaveAccessibleDescription(/Enter the 6 digits of the code\./);
    await expect(auth.field('Code')).toBeFocused();
  });

  test('that has expired is of no use, and a new one is', async ({ auth, owner }) => {
    await owner.configure({ codeLifetimeSeconds: 0, codePauseSeconds: 0 });
    await openCodeScreen(auth);
    await auth.enterCode(await owner.codeFor(MARIA));
    await expect(auth.field('Code')).toHaveAccessibleDescription(/That code is not right\./);
    await owner.configure({ codeLifetimeSeconds: 600 });
    await auth.press('Send a new code');
    await expect(auth.text(/^We sent a new code\./)).toBeVisible();
    await auth.enterCode(await owner.codeFor(MARIA));
    await auth.expectSignedInAs(MARIA);
  });

  test('goes to the number that was corrected', async ({ auth, owner }) => {
    await owner.configure({ identifiers: PHONE_ALONE });
    await auth.open();
    await auth.submitSignup({ 'Phone number': '+49 1512 3456780' });
    await auth.expectScreen('Create your passkey');
    await auth.press('Text me a code instead');
    await auth.expectScreen('Check your messages');
    await auth.press('Change');
    await auth.expectScreen('Change your phone number');
    await auth.field('Phone number').fill('+49 1512 3456789');
    await auth.press('Save and send');
    await auth.expectScreen('Check your messages');
    await auth.enterCode(await owner.codeFor('+4915123456789'));
    await auth.expectSignedInAs('+4915123456789');
  });
});

test.describe('A further code', () => {
  for (const [name, hours] of [
    ['an hour ahead', 1],
    ['an hour behind', -1],
  ] as const)
    test(`is counted down to by the server’s clock on a device that is ${name}`, async ({
      auth,
      owner,
      page,
    }) => {
      await page.clock.install({ time: Date.now() + hours * 3_600_000 });
      await openCodeScreen(auth);
      await expect(auth.text(/or send a new one in 0:[0-3]\d\./)).toBeVisible();
      await expect(auth.button('Send a new code')).toBeHidden();
      await owner.configure({ codePauseSeconds: 0 });
      await page.clock.fastForward('00:31');
      await auth.press('Send a new code');
      await expect(auth.text(/^We sent a new code\./)).toBeVisible();
      expect(await owner.messages(MARIA)).toHaveLength(2);
    });

  test('is refused in plain words when there were too many', async ({ auth, owner }) => {
    await owner.configure({ codePauseSeconds: 0 });
    await openCodeScreen(auth);
    await auth.press('Send a new code');
    await expect(auth.text(/^We sent a new code\./)).toBeVisible();
    await owner.configure({ codesPerHour: 1 });
    await auth.press('Send a new code');
    await expect(auth.text(/We have sent many codes already\./)).toBeVisible();
    await expect(auth.text(/^We sent a new code\./)).toBeHidden();
    await auth.enterCode(await owner.codeFor(MARIA));
    await auth.expectSignedInAs(MARIA);
  });
});

test.describe('The code screen', () => {
  test('explains that the server is busy, keeps the code and sends it again', async ({
    auth,
    owner,
    watch,
  }) => {
    watch.allowFailedRequests(429);
    await openCodeScreen(auth);
    await owner.configure({ identifierRequestsPerMinute: 1 });
    const code = await owner.codeFor(MARIA);
    await auth.enterCode(otherThan(code));
    await expect(auth.field('Code')).toHaveAccessibleDescription(/That code is not right\./);
    await auth.enterCode(code);
    await expect(
      auth.text(/a lot going on at Alder & Clay\. You can try again in \d+ seconds\./),
    ).toBeVisible();
    await expect(auth.field('Code')).toHaveValue(code);
    await owner.configure({ identifierRequestsPerMinute: 300 });
    await auth.press('Try again');
    await auth.expectSignedInAs(MARIA);
  });

  test('says that a new code could not be asked for, and asks again', async ({ auth, owner, watch }) => {
    watch.allowFailedRequests(429);
    await owner.configure({ codePauseSeconds: 0 });
    await openCodeScreen(auth);
    await owner.plan({ operation: 'IdentifierVerifyStart', status: 429, retryAfterSeconds: 2 });
    await auth.press('Send a new code');
    await expect(auth.text(/You can try again now\./)).toBeVisible();
    await auth.press('Send a new code');
    await expect(auth.text(/^We sent a new code\./)).toBeVisible();
    await expect(auth.text(/a lot going on/)).toBeHidden();
  });

  test('comes back after a reload, without another code', async ({ auth, owner, page }) => {
    await openCodeScreen(auth);
    const code = await owner.codeFor(MARIA);
    await page.reload();
    await auth.expectSentTo(MARIA);
    await expect(auth.text(/or send a new one in 0:\d\d\./)).toBeVisible();
    expect(await owner.messages(MARIA)).toHaveLength(1);
    await auth.enterCode(code);
    await auth.expectSignedInAs(MARIA);
  });

  test('is reached, changed and left with the keyboard alone', async ({ auth, owner, page }) => {
    const { keyboard } = page;
    await owner.configure({ codePauseSeconds: 0 });
    await auth.open();
    await auth.field('Email').focus();
    await keyboard.type(MARIA);
    await keyboard.press('Enter');
    await expect(auth.screen('Create your passkey')).toBeFocused();
    for (const name of ['Change', 'Create passkey', 'Email me a code instead']) {
      await keyboard.press('Tab');
      await expect(auth.button(name)).toBeFocused();
    }
    await keyboard.press('Enter');

    await auth.expectSentTo(MARIA);
    await expect(auth.field('Code')).toBeFocused();
    await expect(auth.button('Send a new code')).toBeVisible();
    for (const name of ['Verify', 'Send a new code']) {
      await keyboard.press('Tab');
      await expect(auth.button(name)).toBeFocused();
    }
    await keyboard.press('Enter');
    await expect(auth.text(/^We sent a new code\./)).toBeVisible();
    await expect(auth.field('Code')).toBeFocused();
    await keyboard.press('Shift+Tab');
    await expect(auth.button('Change')).toBeFocused();
    await keyboard.press('Enter');

    await auth.expectScreen('Change your email');
    await expect(auth.field('Email')).toBeFocused();
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type(OTHER);
    await keyboard.press('Enter');
    await auth.expectSentTo(OTHER);
    await expect(auth.field('Code')).toBeFocused();
    await keyboard.type(await owner.codeFor(OTHER));
    await keyboard.press('Enter');
    await auth.expectSignedInAs(OTHER);
  });
});

const VARIANTS: readonly (readonly [string, Variant])[] = [
  ['in the shadow DOM', {}],
  ['in the light DOM', { root: 'light' }],
  ['from right to left', { dir: 'rtl' }],
];

for (const [name, variant] of VARIANTS)
  test(`The code screen ${name} passes axe in light and dark`, async ({ auth, owner, page }) => {
    await openCodeScreen(auth, variant);
    await expectAccessible(page);
    await auth.enterCode(otherThan(await owner.codeFor(MARIA)));
    await expect(auth.field('Code')).toHaveAccessibleDescription(/That code is not right\./);
    await expectAccessible(page);
    await auth.press('Change');
    await auth.expectScreen('Change your email');
    await expectAccessible(page);
  });
