import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { challengeOf, fillSignup, ORIGIN, startApi, type TestPage } from './support/test-page.js';

function raw(page: TestPage, path: string, body?: unknown) {
  return page.api.app.request(ORIGIN + path, {
    method: 'POST',
    headers: {
      Origin: ORIGIN,
      'X-Corbado-ProjectID': 'pro-1',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      'x-corbado-process-id': page.processToken ?? '',
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

async function plan(fault: object) {
  const page = (await startApi()).page();
  assert.equal((await page.post('/local-api/faults', fault)).status, 200);
  return page;
}

const init = { clientInformation: {} };

describe('a planned fault', () => {
  it('makes an operation fail as often as planned', async () => {
    const page = await plan({ operation: 'ProcessInit', times: 2, status: 503, retryAfterSeconds: 1 });
    for (const status of [503, 503, 200]) {
      const answer = await page.post('/v2/auth/process/init', init);
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get('retry-after'), status === 503 ? '1' : null);
    }
  });

  it('can name a path, and leaves others alone', async () => {
    const page = await plan({ operation: '/v2/session-config', status: 500 });
    assert.equal((await page.post('/v2/auth/process/init', init)).status, 200);
    assert.equal((await page.get('/v2/session-config')).status, 500);
  });

  it('is lifted', async () => {
    const page = await plan({ operation: 'ProcessInit', times: 1000 });
    assert.equal((await page.call('DELETE', '/local-api/faults')).status, 204);
    assert.equal((await page.post('/v2/auth/process/init', init)).status, 200);
  });

  for (const [effect, expected] of [
    ['html', '<!doctype html><title>Error</title>'],
    ['empty', ''],
  ] as const) {
    it(`can answer with ${effect}`, async () => {
      const page = await plan({ operation: 'ProcessInit', effect });
      const response = await raw(page, '/v2/auth/process/init', init);
      assert.equal(await response.text(), expected);
    });
  }

  it('can break the JSON off', async () => {
    const page = await plan({ operation: 'ProcessInit', effect: 'truncated', lose: 'answer' });
    const text = await (await raw(page, '/v2/auth/process/init', init)).text();
    assert.throws(() => JSON.parse(text) as unknown, SyntaxError);
  });

  it('can break the connection off', async () => {
    const page = await plan({ operation: 'ProcessInit', effect: 'drop' });
    const response = await raw(page, '/v2/auth/process/init', init);
    await assert.rejects(response.text());
  });

  it('can wait', async () => {
    const page = await plan({ operation: 'ProcessInit', effect: 'none', delayMs: 30 });
    const start = performance.now();
    assert.equal((await page.post('/v2/auth/process/init', init)).status, 200);
    assert.ok(performance.now() - start >= 29);
  });

  it('can lose the answer of what was done, which the next try gets', async () => {
    const page = (await startApi()).page();
    const append = await fillSignup(page);
    await page.post('/local-api/faults', {
      operation: 'PasskeyAppendFinish',
      effect: 'drop',
      lose: 'answer',
    });
    const request = { signedChallenge: page.authenticator.create(challengeOf(append)) };
    await assert.rejects((await raw(page, '/v2/auth/passkey/append/finish', request)).text());
    assert.equal((await page.step('passkey/append/finish', request)).block, 'completed');
  });

  for (const [fault, field] of [
    [{}, 'operation'],
    [{ operation: 'ProcessInit', status: 200 }, 'status'],
    [{ operation: 'ProcessInit', effect: 'fire' }, 'effect'],
    [{ operation: 'ProcessInit', often: 3 }, 'often'],
    [{ operation: 'ProcessInit', times: 0 }, 'times'],
  ] as const) {
    it(`is refused when it cannot be understood: ${JSON.stringify(fault)}`, async () => {
      const page = (await startApi()).page();
      type Failure = { error: { validation: { field: string }[] } };
      const { status, body } = await page.post<Failure>('/local-api/faults', fault);
      assert.equal(status, 400);
      assert.equal(body.error.validation[0]?.field, field);
      assert.deepEqual((await page.get('/local-api/faults')).body, { faults: [] });
    });
  }
});
