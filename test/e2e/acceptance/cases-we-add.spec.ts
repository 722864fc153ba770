import { expect, test } from '../support/fixtures.js';
import type { AuthProcessPage } from '../support/auth-process-page.js';

const MARIA = 'maria@example.com';
const UNREACHABLE = /We couldn’t reach Alder & Clay\./;
const AT_SIGNUP = { verification: 'at-signup', codeFallback: true } as const;

/** Up to the screen that waits for the code or the link of a sign-up. */
async function goWithoutPasskey(auth: AuthProcessPage, by: 'code' | 'link' = 'code'): Promise<void> {
  await auth.open();
  await auth.submitSignup({ Email: MARIA });
  await auth.press(`Email me a ${by} instead`);
  await auth.expectSentTo(MARIA);
}

test.describe('Offline at each call of a code, a link or a provider:', () => {
  test.beforeEach(({ watch }) => watch.allowFailedRequests('network'));

  test('a code is sent for once the server is back', async ({ auth, owner }) => {
    await owner.configure(AT_SIGNUP);
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await auth.serverGoesDown();
    await auth.press('Email me a code instead');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await auth.serverIsBack();
    await auth.press('Email me a code instead');
    await auth.expectSentTo(MARIA);
  });

  test('a typed code is kept, and handed in by itself once the device is online again', async ({
    auth,
    context,
    owner,
  }) => {
    await owner.configure(AT_SIGNUP);
    await goWithoutPasskey(auth);
    const code = await owner.codeFor(MARIA);
    await context.setOffline(true);
    await auth.enterCode(code);
    await expect(auth.text('You seem to be offline.')).toBeVisible();
    await expect(auth.field('Code')).toHaveValue(code);
    await context.setOffline(false);
    await auth.expectSignedInAs(MARIA);
  });

  test('a new code is sent for once the server is back', async ({ auth, owner }) => {
    await owner.configure({ ...AT_SIGNUP, codePauseSeconds: 0 });
    await goWithoutPasskey(auth);
    await auth.serverGoesDown();
    await auth.press('Send a new code');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await auth.serverIsBack();
    await auth.press('Send a new code');
    await expect(auth.text(/We sent a new code\./)).toBeVisible();
    await auth.enterCode(await owner.codeFor(MARIA));
    await auth.expectSignedInAs(MARIA);
  });

  test('a changed address is kept and saved once the server is back', async ({ auth, owner }) => {
    await owner.configure(AT_SIGNUP);
    await goWithoutPasskey(auth);
    await auth.press('Change');
    await auth.field('Email').fill('maria.k@example.com');
    await auth.serverGoesDown();
    await auth.press('Save and send');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await expect(auth.field('Email')).toHaveValue('maria.k@example.com');
    await auth.serverIsBack();
    await auth.press('Try again');
    await auth.expectSentTo('maria.k@example.com');
  });

  test('a link that was opened meanwhile is handed in once the server is back', async ({
    auth,
    owner,
    page,
  }) => {
    await owner.configure({ ...AT_SIGNUP, verificationMethods: { email: 'email-link' } });
    await goWithoutPasskey(auth, 'link');
    const link = await owner.linkFor(MARIA);
    await auth.serverGoesDown();
    await page.goto(link);
    await auth.expectScreen('Something went wrong');
    await auth.serverIsBack();
    await auth.press('Try again');
    await auth.expectSignedInAs(MARIA);
  });

  test('the wait for a link goes on', async ({ anotherBrowser, auth, owner, page }) => {
    await owner.configure({ ...AT_SIGNUP, verificationMethods: { email: 'email-link' } });
    await goWithoutPasskey(auth, 'link');
    const asked = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/verify/status'));
    await auth.serverGoesDown();
    await asked;
    await anotherBrowser.page.goto(await owner.linkFor(MARIA));
    await anotherBrowser.expectScreen('Email confirmed');
    await auth.serverIsBack();
    await auth.expectSignedInAs(MARIA);
  });

  test('a provider is gone to once the server is back', async ({ auth, owner, provider }) => {
    await owner.configure({ socialProviders: ['google'] });
    await auth.open();
    await auth.field('Email').fill(MARIA);
    await auth.serverGoesDown();
    await auth.chooseProvider('Google');
    await expect(auth.text(UNREACHABLE)).toBeVisible();
    await expect(auth.field('Email')).toHaveValue(MARIA);
    await auth.serverIsBack();
    await auth.chooseProvider('Google');
    await provider.expectOpen('Google');
  });

  test('who is back from a provider goes on once the server is back', async ({
    auth,
    owner,
    page,
    provider,
  }) => {
    await owner.configure({ socialProviders: ['google'], passkeyAppendAfterLogin: 'off' });
    await auth.open();
    await auth.chooseProvider('Google');
    await page.route('**/v2/auth/social/verify/finish', (route) => route.abort('connectionrefused'));
    await provider.agreeAs('Ada Lovelace');
    await auth.expectScreen('Something went wrong');
    await page.unroute('**/v2/auth/social/verify/finish');
    await auth.press('Try again');
    await auth.expectSignedInAs('ada@example.com');
  });

  test('what only reports is missed by nobody', async ({ auth, owner, page }) => {
    await owner.configure(AT_SIGNUP);
    await page.route('**/v2/auth/events', (route) => route.abort('connectionrefused'));
    await goWithoutPasskey(auth);
    await auth.enterCode(await owner.codeFor(MARIA));
    await auth.expectSignedInAs(MARIA);
  });
});

test.describe('Two tabs:', () => {
  test('the second resumes what the first began, and starts again after the first has finished it', async ({
    anotherTab,
    auth,
    watch,
  }) => {
    watch.allowFailedRequests(404);
    await auth.open();
    await auth.submitSignup({ Email: MARIA });
    await auth.expectScreen('Create your passkey');
    await anotherTab.open();
    await anotherTab.press('Change');
    await anotherTab.field('Email').fill('maria.k@example.com');
    await auth.press('Create passkey');
    await auth.expectSignedInAs(MARIA);
    await anotherTab.press('Save');
    await anotherTab.expectScreen('That took a while');
    await anotherTab.press('Start again');
    await anotherTab.expectScreen('Create your account');
  });

  test('the second asks for the code of the first, and either may hand it in', async ({
    anotherTab,
    auth,
    owner,
  }) => {
    await owner.configure(AT_SIGNUP);
    await goWithoutPasskey(auth);
    await anotherTab.open();
    await anotherTab.expectSentTo(MARIA);
    expect(await owner.messages(MARIA)).toHaveLength(1);
    await anotherTab.enterCode(await owner.codeFor(MARIA));
    await anotherTab.expectSignedInAs(MARIA);
  });
});

test.describe('Deep-link tampering:', () => {
  interface Content {
    process: Record<string, unknown>;
  }

  /** A link with something else in what it says of its process. */
  function tampered(link: string, change: (process: Content['process']) => void): string {
    const url = new URL(link);
    const id = url.searchParams.get('corbadoEmailLinkID') ?? '';
    const content = JSON.parse(Buffer.from(id, 'base64').toString()) as Content;
    change(content.process);
    url.searchParams.set('corbadoEmailLinkID', Buffer.from(JSON.stringify(content)).toString('base64'));
    return url.href;
  }

  test.beforeEach(async ({ auth, owner }) => {
    await owner.configure({ ...AT_SIGNUP, verificationMethods: { email: 'email-link' } });
    await goWithoutPasskey(auth, 'link');
  });

  test('an API that a link names is never asked', async ({ auth, owner, page, server }) => {
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    const link = tampered(await owner.linkFor(MARIA), (process) => {
      process['frontendApiUrl'] = 'https://evil.example';
    });
    await page.goto(link);
    await auth.expectSignedInAs(MARIA);
    expect([...asked]).toEqual([server.origin]);
  });

  test('a link of another project is none', async ({ auth, owner, page }) => {
    const link = tampered(await owner.linkFor(MARIA), (process) => {
      process['projectId'] = 'pro-2';
    });
    await page.goto(link);
    await auth.expectSentTo(MARIA);
    await expect(page).not.toHaveURL(/corbado/);
  });

  test('a link with a token of somebody’s own opens nothing, and the right one still does', async ({
    anotherBrowser,
    owner,
  }) => {
    const link = await owner.linkFor(MARIA);
    const forged = new URL(link);
    forged.searchParams.set('corbadoToken', 'A'.repeat(43));
    await anotherBrowser.page.goto(forged.href);
    await anotherBrowser.expectScreen('This link no longer works');
    await anotherBrowser.page.goto(link);
    await anotherBrowser.expectScreen('Email confirmed');
  });

  for (const id of ['not base64', 'bm8ganNvbg==', 'eyJwcm9jZXNzIjpudWxsfQ=='])
    test(`a link that cannot be read is none: ${id}`, async ({ auth, page }) => {
      const query = new URLSearchParams({ corbadoEmailLinkID: id, corbadoToken: 'x' });
      await page.goto(`/complete.html?${query.toString()}`);
      await auth.expectSentTo(MARIA);
      await expect(page).not.toHaveURL(/corbado/);
    });

  for (const hash of ['passkey-append', 'completed', 'client:expired', 'constructor'])
    test(`a screen that an address names without a process is not shown: #${hash}`, async ({
      anotherBrowser,
    }) => {
      await anotherBrowser.open({}, `#${hash}`);
      await anotherBrowser.expectScreen('Create your account');
    });
});

test.describe('Resend countdown:', () => {
  const COUNTDOWN = /No code\? Check spam, or send a new one in 0:(\d\d)\./;

  /** Seconds that the screen says are left. */
  async function secondsLeft(auth: AuthProcessPage): Promise<number> {
    const text = await auth.text(COUNTDOWN).textContent();
    return Number(COUNTDOWN.exec(text ?? '')?.[1]);
  }

  test('counts in seconds, also after a new code was sent', async ({ auth, owner, page }) => {
    await owner.configure(AT_SIGNUP);
    await page.clock.install();
    await goWithoutPasskey(auth);
    await owner.configure({ codePauseSeconds: 0 });
    await page.route('**/v2/auth/identifier/verify/start', async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { blockBody: { data: { retryNotBefore: number } } };
      answer.blockBody.data.retryNotBefore = Date.parse(response.headers()['date'] ?? '') / 1000 + 30;
      await route.fulfill({ response, json: answer });
    });
    for (const round of ['first', 'second']) {
      await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
      const left = await secondsLeft(auth);
      await page.clock.runFor(10_000);
      expect(await secondsLeft(auth), round).toBe(left - 10);
      await page.clock.runFor(left * 1_000);
      await page.clock.resume();
      const sent = page.waitForResponse('**/v2/auth/identifier/verify/start');
      await auth.press('Send a new code');
      await sent;
      await expect(auth.text(/We sent a new code\./)).toBeVisible();
    }
    await auth.enterCode(await owner.codeFor(MARIA));
    await auth.expectSignedInAs(MARIA);
  });
});

test.describe('German UI:', () => {
  test('is spoken as soon as the page says that it is German', async ({ auth, page }) => {
    await auth.open();
    await auth.expectScreen('Create your account');
    await page.evaluate(() => (document.documentElement.lang = 'de'));
    await auth.expectScreen('Erstelle dein Konto');
  });

  test('codes, phone numbers and providers speak German', async ({ auth, owner }) => {
    await owner.configure({
      ...AT_SIGNUP,
      identifiers: { phone: { enabled: true, required: true } },
      socialProviders: ['google'],
    });
    await auth.open({ locale: 'de' });
    await auth.expectScreen('Erstelle dein Konto');
    await expect(auth.button('Weiter mit Google')).toBeVisible();
    await expect(auth.country('Land: Deutschland, DE +49')).toBeVisible();
    await expect(auth.field('Telefonnummer')).toHaveAccessibleDescription(/^Zum Beispiel /);
    await auth.field('E-Mail').fill(MARIA);
    await auth.field('Telefonnummer').fill('01512 3456789');
    await auth.press('Weiter');
    await auth.press('Passkey erstellen');
    await auth.expectScreen('Sieh in deine E-Mails');
    await auth.autofill('Code', await owner.codeFor(MARIA));
    await auth.expectScreen('Sieh in deine Nachrichten');
    await auth.press('Bestätigen');
    await expect(auth.field('Code')).toHaveAccessibleDescription(/^Gib die 6 Ziffern/);
    await auth.autofill('Code', await owner.codeFor('+4915123456789'));
    await auth.expectSignedInAs(MARIA);
  });
});

test.describe('Strict CSP:', () => {
  test('codes, phone numbers and providers break no rule of it', async ({ auth, owner, page, watch }) => {
    await owner.configure({
      ...AT_SIGNUP,
      identifiers: { phone: { enabled: true, required: true } },
      socialProviders: ['google', 'microsoft', 'github'],
    });
    const opened = page.waitForResponse('**/complete.html');
    await auth.open();
    const policy = (await opened).headers()['content-security-policy'];
    for (const rule of ["default-src 'none'", "style-src 'self'", "require-trusted-types-for 'script'"])
      expect(policy).toContain(rule);
    await auth.country().click();
    await auth.combobox('Search for a country').fill('ger');
    await page.keyboard.press('Enter');
    await auth.submitSignup({ Email: MARIA, 'Phone number': '01512 3456789' });
    await auth.press('Create passkey');
    await auth.expectSentTo(MARIA);
    await auth.autofill('Code', await owner.codeFor(MARIA));
    await auth.expectSentTo('+4915123456789', 'Check your messages');
    await auth.autofill('Code', await owner.codeFor('+4915123456789'));
    await auth.expectSignedInAs(MARIA);
    watch.expectSilence();
  });
});
