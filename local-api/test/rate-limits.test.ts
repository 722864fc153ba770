import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TokenBuckets } from '../src/http/token-buckets.js';
import { startApi, type TestPage } from './support/test-page.js';

describe('a token bucket', () => {
  it('gives so many at once, then says how long to wait', () => {
    const buckets = new TokenBuckets();
    const take = (now: number) => buckets.take('key', 2, now);
    assert.deepEqual([take(0), take(0), take(0), take(15_000)], [undefined, undefined, 30, 15]);
    assert.equal(take(30_000), undefined);
    assert.equal(take(30_000), 30);
  });

  it('never holds more than a minute brings', () => {
    const buckets = new TokenBuckets();
    const take = (now: number) => buckets.take('key', 1, now);
    assert.deepEqual([take(0), take(3_600_000), take(3_600_000)], [undefined, undefined, 60]);
  });

  it('is one for each key', () => {
    const buckets = new TokenBuckets();
    assert.deepEqual([buckets.take('a', 1, 0), buckets.take('b', 1, 0)], [undefined, undefined]);
  });

  it('is not confused by a clock that goes back', () => {
    const buckets = new TokenBuckets();
    buckets.take('key', 1, 60_000);
    assert.equal(buckets.take('key', 1, 0), 60);
  });
});

async function refusal(page: TestPage, identifierValue: string) {
  const { status, headers, body } = await page.post<{ error?: { type: string } }>('/v2/auth/login/init', {
    identifierValue,
    isPhone: false,
  });
  return [status, headers.get('retry-after'), body.error?.type];
}

describe('too many requests', () => {
  it('about one identifier are refused for a while, whoever asks', async () => {
    const api = await startApi({ settings: { identifierRequestsPerMinute: 2 } });
    const pages = [api.page(), api.page(), api.page()];
    const answers = [];
    for (const page of pages) {
      await page.open();
      answers.push(await refusal(page, 'Ada@example.com '));
    }
    assert.deepEqual(answers, [
      [200, null, undefined],
      [200, null, undefined],
      [429, '30', 'too_many_requests'],
    ]);
    const [page] = pages;
    assert.ok(page);
    assert.deepEqual(await refusal(page, 'grace@example.com'), [200, null, undefined]);
    api.clock.advance(30);
    assert.deepEqual(await refusal(page, 'ada@example.com'), [200, null, undefined]);
  });

  it('from one address are refused for a while, whatever they ask', async () => {
    const api = await startApi({ settings: { requestsPerMinute: 3 } });
    const ask = (remoteAddress: string) =>
      api.app.request(
        'http://localhost:4100/v2/session-config',
        {},
        { incoming: { socket: { remoteAddress } } },
      );
    for (const expected of [200, 200, 200, 429]) assert.equal((await ask('192.0.2.1')).status, expected);
    assert.equal((await ask('192.0.2.2')).status, 200);
    api.clock.advance(20);
    assert.equal((await ask('192.0.2.1')).status, 200);
  });

  it('are forgotten by a reset', async () => {
    const api = await startApi({ settings: { requestsPerMinute: 1 } });
    const page = api.page();
    await page.get('/v2/session-config');
    assert.equal((await page.get('/v2/session-config')).status, 429);
    await page.post('/local-api/reset');
    assert.equal((await page.get('/v2/session-config')).status, 200);
  });
});

describe('a page of another origin', () => {
  it("may read the server's time and how long to wait", async () => {
    const api = await startApi({ allowedOrigins: ['http://localhost:4200'] });
    const { headers } = await api.page('http://localhost:4200').get('/v2/session-config');
    assert.equal(headers.get('access-control-expose-headers'), 'Date, Retry-After');
  });
});
