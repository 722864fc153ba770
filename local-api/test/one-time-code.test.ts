import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Settings } from '../src/settings/settings.js';
import { byMail, dataOf, finishReq, signUp, startApi, type BlockBody } from './support/test-page.js';

const ADA = 'ada@example.com';

const verifyData = (block: BlockBody) => dataOf(block, 'generalBlockVerifyIdentifier');

describe('a code', () => {
  const settings = { verification: 'at-signup' } as const;
  const wrongOf = (code = '') => (code === '000000' ? '000001' : '000000');

  async function waiting(further: Partial<Settings> = {}) {
    const api = await startApi({ settings: { ...settings, ...further } });
    const page = api.page();
    const block = await signUp(page);
    const { code = '' } = await page.mail(ADA);
    const enter = (text: string) => page.step('identifier/verify/finish', finishReq('email', text));
    return { api, page, block, code, enter };
  }
  const errorOf = (block: BlockBody) => verifyData(block).error?.code;

  it('has six digits and says where it may be entered', async () => {
    const { page, code } = await waiting();
    assert.match(code, /^\d{6}$/);
    const { subject, text } = await page.mail(ADA);
    assert.equal(subject, 'Your code for Local project');
    assert.match(text, /localhost/);
  });

  for (const [name, typed] of [
    ['with a gap', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}\n`],
    ['with a dash', (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`],
    [
      'in full-width digits',
      (code: string) => code.replaceAll(/\d/g, (d) => '０１２３４５６７８９'.charAt(Number(d))),
    ],
  ] as const) {
    it(`is taken ${name}`, async () => {
      const { code, enter } = await waiting();
      assert.equal((await enter(typed(code))).block, 'completed');
    });
  }

  it('that is wrong is told at the field, and the right one still works', async () => {
    const { code, enter } = await waiting();
    const again = await enter(wrongOf(code));
    assert.deepEqual([again.block, errorOf(again)], ['email-verify', 'invalid_challenge_solution_email-otp']);
    assert.equal((await enter(code)).block, 'completed');
  });

  it('is dead after five wrong tries, and a new one works', async () => {
    const { api, page, code, enter } = await waiting();
    const errors = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) errors.push(errorOf(await enter(wrongOf(code))));
    assert.deepEqual(errors, [
      ...Array.from({ length: 4 }, () => 'invalid_challenge_solution_email-otp'),
      'too_many_attempts',
    ]);
    assert.equal(errorOf(await enter(code)), 'too_many_attempts');
    api.clock.advance(30);
    assert.equal(errorOf(await page.step('identifier/verify/start', byMail)), undefined);
    assert.equal((await page.enterCode()).block, 'completed');
  });

  it('is tried five times, however many tries come at once', async () => {
    const { code, enter } = await waiting();
    const guesses = await Promise.all(Array.from({ length: 20 }, () => enter(wrongOf(code))));
    const invalid = guesses.filter((block) => errorOf(block) !== 'too_many_attempts');
    assert.equal(invalid.length, 4);
    assert.equal(errorOf(await enter(code)), 'too_many_attempts');
  });

  it('lives ten minutes', async () => {
    const { api, code, enter } = await waiting();
    api.clock.advance(600);
    assert.equal(errorOf(await enter(code)), 'invalid_challenge_solution_email-otp');
  });

  it('can be asked for again after thirty seconds; both are good until one is used', async () => {
    const { api, page, block, code, enter } = await waiting();
    const seconds = Math.ceil(api.clock.now() / 1000);
    assert.equal(verifyData(block).retryNotBefore, seconds + 30);
    api.clock.advance(29);
    const early = await page.step('identifier/verify/start', byMail);
    assert.equal(verifyData(early).retryNotBefore, seconds + 30);
    assert.equal((await page.mail(ADA)).code, code);
    api.clock.advance(1);
    const later = await page.step('identifier/verify/start', byMail);
    assert.equal(verifyData(later).retryNotBefore, seconds + 60);
    const { body } = await page.get<{ messages: unknown[] }>('/local-api/outbox');
    assert.equal(body.messages.length, 2);
    assert.equal((await enter(code)).block, 'completed');
  });

  it('lives as long as the project wants', async () => {
    const { api, page, code, enter } = await waiting({ codeLifetimeSeconds: 60 });
    assert.match((await page.mail(ADA)).text, /60 seconds/);
    api.clock.advance(60);
    assert.equal(errorOf(await enter(code)), 'invalid_challenge_solution_email-otp');
  });

  it('can be asked for again as soon as the project wants', async () => {
    const { api, page, block, code } = await waiting({ codePauseSeconds: 5 });
    assert.equal(verifyData(block).retryNotBefore, Math.ceil(api.clock.now() / 1000) + 5);
    api.clock.advance(5);
    await page.step('identifier/verify/start', byMail);
    assert.notEqual((await page.mail(ADA)).code, code);
  });

  it('is sent five times an hour at most, then the block says from when on', async () => {
    const { api, page } = await waiting();
    const start = api.clock.now();
    for (let sent = 1; sent < 5; sent += 1) {
      api.clock.advance(60);
      await page.step('identifier/verify/start', byMail);
    }
    api.clock.advance(60);
    const refused = await page.step('identifier/verify/start', byMail);
    assert.equal(errorOf(refused), 'too_many_codes');
    assert.equal(verifyData(refused).retryNotBefore, Math.ceil(start / 1000) + 3600);
    const other = await signUp(api.page());
    assert.equal(errorOf(other), 'too_many_codes');
  });

  it('is of no use to another process', async () => {
    const { api, code } = await waiting();
    const other = api.page();
    await signUp(other);
    const answer = await other.step('identifier/verify/finish', finishReq('email', code));
    assert.equal((await other.mail(ADA)).code === code, false);
    assert.equal(errorOf(answer), 'invalid_challenge_solution_email-otp');
  });

  it('is of no use after a reset', async () => {
    const { page, code } = await waiting();
    await page.step('process/reset');
    assert.equal(
      (await page.post('/v2/auth/identifier/verify/finish', finishReq('email', code))).status,
      400,
    );
  });

  it('still works after the outbox was emptied', async () => {
    const { page, code, enter } = await waiting();
    await page.call('DELETE', '/local-api/outbox');
    assert.deepEqual((await page.get('/local-api/outbox')).body, { messages: [] });
    assert.equal((await enter(code)).block, 'completed');
  });
});
