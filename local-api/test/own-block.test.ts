import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProcessResponse } from '../src/contract.js';
import {
  challengeOf,
  fillSignup,
  signIn,
  signUp,
  startApi,
  TestPage,
  type BlockBody,
} from './support/test-page.js';

const ACCEPT = '/local-api/terms-of-service/accept';

async function pageWithTerms(settings: object = {}): Promise<TestPage> {
  const page = (await startApi()).page();
  await page.settings({ ownBlock: 'terms-of-service', ...settings });
  return page;
}

async function accept(page: TestPage, version = '2026-11'): Promise<BlockBody> {
  const { status, body } = await page.post<ProcessResponse>(ACCEPT, { version });
  assert.equal(status, 200, JSON.stringify(body));
  return body.blockBody;
}

const versionOf = (block: BlockBody) => (block.data as unknown as { version: string }).version;
const nameOf = ({ block }: BlockBody): string => block;
const accountsOf = async (page: TestPage) =>
  (await page.get<{ users: unknown[] }>('/local-api/users')).body.users.length;

describe('the block of the project’s own', () => {
  it('stands between passkey and session of a sign-up, and no account is made before', async () => {
    const page = await pageWithTerms();
    const terms = await signUp(page);
    assert.deepEqual(
      [nameOf(terms), terms.authType, versionOf(terms)],
      ['terms-of-service', 'signup', '2026-11'],
    );
    assert.equal(await accountsOf(page), 0);
    assert.equal(nameOf(await accept(page)), 'completed');
    assert.equal(await accountsOf(page), 1);
  });

  it('comes after everything that must be proved', async () => {
    const page = await pageWithTerms({ verification: 'at-signup' });
    assert.equal(nameOf(await signUp(page)), 'email-verify');
    assert.equal(nameOf(await page.enterCode()), 'terms-of-service');
    assert.equal(nameOf(await accept(page)), 'completed');
  });

  it('is asked for without a passkey, too', async () => {
    const page = await pageWithTerms({ passkeyAppendAtSignup: 'optional' });
    await fillSignup(page);
    assert.equal(nameOf(await page.step('process/complete')), 'terms-of-service');
    assert.equal(nameOf(await accept(page)), 'completed');
  });

  it('leads on to whatever follows a passkey', async () => {
    const page = await pageWithTerms({ passkeyAppendedScreen: true });
    await signUp(page);
    assert.equal(nameOf(await accept(page)), 'passkey-appended');
  });

  it('is not asked for at sign-in', async () => {
    const page = await pageWithTerms();
    await signUp(page);
    await accept(page);
    assert.equal(nameOf(await signIn(page)), 'completed');
  });

  it('is not asked for where the project has none', async () => {
    const page = (await startApi()).page();
    assert.equal(nameOf(await signUp(page)), 'completed');
  });

  it('cannot be skipped, completed or answered by what came before it', async () => {
    const page = await pageWithTerms();
    const append = await fillSignup(page);
    const signedChallenge = page.authenticator.create(challengeOf(append));
    await page.step('passkey/append/finish', { signedChallenge });
    for (const [path, body] of [
      ['block/skip', undefined],
      ['process/complete', undefined],
      ['passkey/append/finish', { signedChallenge }],
    ] as const) {
      const { status } = await page.post(`/v2/auth/${path}`, body);
      assert.equal(status, 400, path);
    }
    assert.equal(await accountsOf(page), 0);
  });

  it('comes again, with the reason, when another version was accepted', async () => {
    const page = await pageWithTerms();
    await signUp(page);
    const again = await accept(page, '2020-01');
    assert.deepEqual([nameOf(again), again.error?.code], ['terms-of-service', 'terms_outdated']);
    assert.equal(nameOf(await accept(page)), 'completed');
  });

  it('is still there after a reload, and gone with a reset', async () => {
    const page = await pageWithTerms();
    await signUp(page);
    const { body } = await page.get<ProcessResponse>('/v2/auth/process');
    assert.equal(nameOf(body.blockBody), 'terms-of-service');
    assert.equal(nameOf(await page.step('process/reset')), 'signup-init');
  });

  it('gives the session again when the answer was lost', async () => {
    const page = await pageWithTerms();
    await signUp(page);
    const [first, second] = [await accept(page), await accept(page)];
    assert.deepEqual(second, first);
  });

  for (const [what, body] of [
    ['no version', {}],
    ['a version that is no text', { version: 7 }],
    ['a list', []],
  ] as const)
    it(`is not accepted by ${what}`, async () => {
      const page = await pageWithTerms();
      await signUp(page);
      assert.equal((await page.post(ACCEPT, body)).status, 400);
    });

  it('is not accepted at another step', async () => {
    const page = await pageWithTerms();
    await fillSignup(page);
    assert.equal((await page.post(ACCEPT, { version: '2026-11' })).status, 400);
  });

  it('can be accepted by pages of an allowed origin, and by no others', async () => {
    const page = await pageWithTerms({ allowedOrigins: ['https://shop.example'] });
    const call = (origin: string) =>
      page.api.app.request(`${page.apiUrl}${ACCEPT}`, { method: 'OPTIONS', headers: { Origin: origin } });
    const allowed = async (origin: string) => (await call(origin)).headers.get('Access-Control-Allow-Origin');
    assert.equal(await allowed('https://shop.example'), 'https://shop.example');
    assert.notEqual(await allowed('https://evil.example'), 'https://evil.example');
    const foreign = new TestPage(page.api, 'https://evil.example');
    assert.equal((await foreign.post(ACCEPT, { version: '2026-11' })).status, 403);
  });
});
