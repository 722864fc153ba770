import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { databaseContent, temporaryDatabase } from './support/database-file.js';
import {
  dataOf,
  fillSignup,
  linkParts,
  signIn,
  signUp,
  startApi,
  withPasskeys,
  withoutPasskeys,
  type BlockBody,
  type TestApi,
  type TestPage,
} from './support/test-page.js';

const ADA = 'ada@example.com';
const byLink = { identifierType: 'email', verificationType: 'email-link' };
const settings = { verificationMethods: { email: 'email-link' }, codeFallback: true } as const;

const linkOf = async (page: TestPage) => (await page.mail(ADA)).link ?? '';
const reasonOf = (block: BlockBody) => block.continueOnOtherDevice?.reason;
const errorOf = (block: BlockBody) => dataOf(block, 'generalBlockVerifyIdentifier').error?.code;

/** Signs up as far as the link. */
async function waiting(api: TestApi): Promise<TestPage> {
  const page = api.page();
  await fillSignup(page);
  await page.step('identifier/verify/start', byLink);
  return page;
}

/** A further tab of the same browser. */
function secondTab(api: TestApi, page: TestPage): TestPage {
  return Object.assign(api.page(), { cookies: page.cookies });
}

describe('the link in a mail', () => {
  it('leads to the page of the project, with all that page needs', async () => {
    const api = await startApi({ settings: { ...settings, emailLinkPath: '/signed-in.html' } });
    const page = await waiting(api);
    const link = await linkOf(page);
    assert.ok(link.startsWith('http://localhost:4100/signed-in.html?corbadoEmailLinkID='));
    const now = Math.ceil(api.clock.now() / 1000);
    const { content } = linkParts(link);
    assert.deepEqual(content, {
      blockData: {
        identifier: ADA,
        retryNotBefore: now + 30,
        verificationMethod: 'email-link',
        isPostLoginVerification: false,
      },
      authType: 1,
      process: {
        tempId: content.process.tempId,
        projectId: 'pro-1',
        expires: now + 600,
        frontendApiUrl: 'http://localhost:4100',
      },
    });
  });

  it('goes on at once in the same browser; the tab it was asked in is told so', async () => {
    const api = await startApi({ settings });
    const page = await waiting(api);
    assert.equal(reasonOf(await page.status()), undefined);
    const completed = await secondTab(api, page).openLink(await linkOf(page));
    assert.equal(completed.block, 'completed');
    assert.equal(reasonOf(await page.status()), 'process-already-completed');
  });

  it('goes on where it was opened, also when that is not the end', async () => {
    const api = await startApi({ settings: { ...settings, passkeyAppendAfterLogin: 'always' } });
    await (await waiting(api)).openLink(await linkOf(api.page()));
    const page = api.page();
    await page.open({ ...withoutPasskeys, preferredBlock: 'login-init' });
    await page.step('login/init', { identifierValue: ADA, isPhone: false });
    const tab = secondTab(api, page);
    assert.equal((await tab.openLink(await linkOf(page))).block, 'passkey-append');
    assert.equal(reasonOf(await page.status()), 'email-link-verified');
    tab.processToken = page.processToken;
    assert.equal((await tab.step('process/complete')).block, 'completed');
    assert.equal(reasonOf(await page.status()), 'process-already-completed');
  });

  it('opened in another browser lets the first one go on', async () => {
    const api = await startApi({ settings });
    const page = await waiting(api);
    const elsewhere = api.page();
    assert.equal(reasonOf(await elsewhere.openLink(await linkOf(page))), 'email-link-verified');
    assert.equal(elsewhere.refreshToken, undefined);
    assert.equal((await page.status()).block, 'completed');
    assert.equal((await page.status()).block, 'completed', 'a lost answer can be asked for again');
  });

  it('opened in another browser counts although the person asks for one more', async () => {
    const api = await startApi({ settings });
    const page = await waiting(api);
    await api.page().openLink(await linkOf(page));
    assert.equal((await page.step('identifier/verify/start', byLink)).block, 'completed');
  });

  it('opened again says that it is done', async () => {
    const api = await startApi({ settings });
    const page = await waiting(api);
    const link = await linkOf(page);
    const elsewhere = api.page();
    await elsewhere.openLink(link);
    assert.equal(reasonOf(await elsewhere.openLink(link)), 'process-already-completed');
    await page.status();
    for (const browser of [elsewhere, secondTab(api, page)]) {
      const again = await browser.openLink(link);
      assert.equal(reasonOf(again), 'process-already-completed');
      assert.equal(again.block, 'email-verify');
    }
  });

  it('is dead with its siblings once one is used', async () => {
    const api = await startApi({ settings });
    const page = await waiting(api);
    const first = await linkOf(page);
    api.clock.advance(30);
    await page.step('identifier/verify/start', byLink);
    const second = await linkOf(page);
    assert.notEqual(first, second);
    assert.equal((await page.openLink(first)).block, 'completed');
    assert.equal(reasonOf(await page.openLink(second)), 'process-already-completed');
  });

  for (const [name, change] of [
    ['after ten minutes', (api: TestApi) => api.clock.advance(600)],
    ['when the process is over', (api: TestApi) => api.clock.advance(3600)],
  ] as const) {
    it(`is dead ${name}`, async () => {
      const api = await startApi({ settings });
      const page = await waiting(api);
      const link = await linkOf(page);
      change(api);
      assert.equal(errorOf(await page.openLink(link)), 'invalid_challenge_solution_email-link');
    });
  }

  it('is dead after a reset', async () => {
    const api = await startApi({ settings });
    const page = await waiting(api);
    await page.step('process/reset');
    const block = await page.openLink(await linkOf(page));
    assert.equal(errorOf(block), 'invalid_challenge_solution_email-link');
  });

  it('is dead when the address was changed', async () => {
    const api = await startApi({ settings });
    const page = await waiting(api);
    const link = await linkOf(page);
    await page.step('identifier/update', { identifierType: 'email', value: 'grace@example.com' });
    assert.equal(errorOf(await page.openLink(link)), 'invalid_challenge_solution_email-link');
  });

  for (const part of ['tempId', 'token'] as const) {
    it(`is worth nothing with a wrong ${part}, and the right one still works`, async () => {
      const api = await startApi({ settings });
      const page = await waiting(api);
      const link = await linkOf(page);
      const guess = 'A'.repeat(43);
      const { content, token } = linkParts(link);
      const process = { ...content.process, tempId: part === 'tempId' ? guess : content.process.tempId };
      const forged = new URL(link);
      const id = Buffer.from(JSON.stringify({ ...content, process })).toString('base64');
      forged.searchParams.set('corbadoEmailLinkID', id);
      forged.searchParams.set('corbadoToken', part === 'token' ? guess : token);
      assert.equal(errorOf(await page.openLink(forged.href)), 'invalid_challenge_solution_email-link');
      assert.equal((await page.openLink(link)).block, 'completed');
    });
  }

  it('is worth nothing to a page of another origin', async () => {
    const api = await startApi({ settings, allowedOrigins: ['http://localhost:4200'] });
    const page = await waiting(api);
    const other = api.page('http://localhost:4200');
    const block = await other.openLink(await linkOf(page));
    assert.equal(errorOf(block), 'invalid_challenge_solution_email-link');
  });

  it('gives its id no power over the process', async () => {
    const api = await startApi({ settings });
    const page = await waiting(api);
    const { tempId } = linkParts(await linkOf(page));
    const headers = { 'x-corbado-process-id': tempId };
    assert.equal((await page.get('/v2/auth/process', { headers })).status, 404);
  });

  it('proves the mailbox after a sign-in, masked where the person named something else', async () => {
    const api = await startApi({
      settings: { ...settings, verification: 'at-login', identifiers: { username: { enabled: true } } },
    });
    const page = api.page();
    await page.open(withPasskeys);
    const append = await page.step('signup/init', {
      identifiers: [
        { type: 'email', identifier: ADA },
        { type: 'username', identifier: 'ada' },
      ],
    });
    assert.ok('challenge' in append.data);
    await page.step('passkey/append/finish', {
      signedChallenge: page.authenticator.create(append.data.challenge),
    });
    const verify = await signIn(page, 'ada');
    assert.equal(dataOf(verify, 'generalBlockVerifyIdentifier').identifier, 'a***@e*****.com');
    assert.equal((await page.openLink(await linkOf(page))).block, 'completed');
  });

  it('leaves nothing in the database that would open it', async () => {
    const { file, remove } = await temporaryDatabase();
    const api = await startApi({ settings, database: file });
    const page = await waiting(api);
    const { tempId, token } = linkParts(await linkOf(page));
    await page.call('DELETE', '/local-api/outbox');
    const content = await databaseContent(file);
    const device = page.cookies.get('cbo_local_device') ?? '';
    for (const secret of [tempId, token, device]) {
      assert.ok(secret);
      assert.ok(!content.includes(secret));
    }
    await api.close();
    await remove();
  });
});

describe('the mark of a browser', () => {
  it('is an httpOnly cookie, given once', async () => {
    const page = (await startApi()).page();
    const init = () => page.post('/v2/auth/process/init', { clientInformation: {} });
    const [cookie = ''] = (await init()).headers.getSetCookie();
    assert.match(cookie, /^cbo_local_device=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    assert.deepEqual((await init()).headers.getSetCookie(), []);
  });

  it('is Secure except on plain http of this machine', async () => {
    const api = await startApi({ publicUrl: 'https://api.shop.example' });
    const page = api.page('https://api.shop.example');
    const { headers } = await page.post('/v2/auth/process/init', { clientInformation: {} });
    assert.match(headers.getSetCookie()[0] ?? '', /; Secure$/);
  });
});

describe('a sign-up by link', () => {
  it('keeps the passkey until the link is opened', async () => {
    const api = await startApi({ settings: { ...settings, verification: 'at-signup' } });
    const page = api.page();
    assert.equal((await signUp(page)).block, 'email-verify');
    const completed = await page.openLink(await linkOf(page));
    const { passkeyOperation } = dataOf(completed, 'generalBlockCompleted');
    assert.equal(passkeyOperation?.operationType, 'append');
  });
});
