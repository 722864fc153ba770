import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  challengeOf,
  enterIdentifier,
  fillSignup,
  signUp,
  startApi,
  type ProcessResponse,
  type TestPage,
} from './support/test-page.js';

async function blockAt(page: TestPage, preferredBlock?: string) {
  const query = preferredBlock === undefined ? '' : `?preferredBlock=${encodeURIComponent(preferredBlock)}`;
  const { body } = await page.get<ProcessResponse>(`/v2/auth/process${query}`);
  return body.blockBody;
}

async function errorOf(answer: Promise<{ status: number; body: unknown }>) {
  const { status, body } = await answer;
  return [status, (body as { error?: { type: string } }).error?.type];
}

describe('process init', () => {
  it('opens with the preferred init block', async () => {
    const page = (await startApi()).page();
    const block = await page.open({ preferredBlock: 'login-init' });
    assert.equal(block.block, 'login-init');
    assert.equal(block.alternatives?.[0]?.block, 'signup-init');
  });

  for (const preferredBlock of ['passkey-append', 'nonsense', '']) {
    it(`takes "${preferredBlock}" for no preference`, async () => {
      const page = (await startApi()).page();
      const answer = await page.post<{ processResponse: ProcessResponse }>(
        '/v2/auth/process/init',
        { clientInformation: {}, preferredBlock },
        { broken: true },
      );
      assert.equal(answer.body.processResponse.blockBody.block, 'signup-init');
    });
  }

  it('names a device that has no name, and leaves one that has', async () => {
    const page = (await startApi()).page();
    const init = (clientEnvHandle?: string) =>
      page.post<{ newClientEnvHandle?: string }>('/v2/auth/process/init', {
        clientInformation: { clientEnvHandle },
      });
    const first = await init();
    assert.match(first.body.newClientEnvHandle ?? '', /^env-\d+$/);
    assert.equal((await init(first.body.newClientEnvHandle)).body.newClientEnvHandle, undefined);
  });

  it('tells unknown facts about the browser apart from wrong ones', async () => {
    const page = (await startApi()).page();
    const clientCapabilities = { conditionalCreate: true, somethingNew: true };
    const block = await page.open({ clientInformation: { clientCapabilities } });
    assert.equal(block.block, 'signup-init');
  });

  it('gives the project and its own address in every answer', async () => {
    const api = await startApi({ settings: { appName: 'Teapot', hideBadge: true, environment: 'live' } });
    const page = api.page();
    await page.open();
    const { body } = await page.get<ProcessResponse>('/v2/auth/process');
    assert.deepEqual(body.common, {
      appName: 'Teapot',
      frontendApiUrl: 'http://localhost:4100',
      hideBadge: true,
      environment: 'live',
    });
  });

  it('says in seconds when the process ends', async () => {
    const api = await startApi({ settings: { processLifetimeSeconds: 60 } });
    const answer = await api
      .page()
      .post<{ expiresAt: number }>('/v2/auth/process/init', { clientInformation: {} });
    assert.equal(answer.body.expiresAt, Math.floor(api.clock.now() / 1000) + 60);
  });
});

describe('process get', () => {
  it('puts the preferred init block first', async () => {
    const page = (await startApi()).page();
    await page.open();
    assert.equal((await blockAt(page, 'login-init')).block, 'login-init');
    assert.equal((await blockAt(page, 'signup-init')).block, 'signup-init');
    assert.equal((await blockAt(page, '#weird')).block, 'signup-init');
  });

  it('answers the current block further on, with a challenge that works', async () => {
    const page = (await startApi()).page();
    await fillSignup(page);
    const block = await blockAt(page, 'login-init');
    assert.equal(block.block, 'passkey-append');
    const signedChallenge = page.authenticator.create(challengeOf(block));
    assert.equal((await page.step('passkey/append/finish', { signedChallenge })).block, 'completed');
  });

  it('takes up a change of settings', async () => {
    const page = (await startApi()).page();
    await page.open();
    await page.settings({ publicSignup: false });
    assert.equal((await blockAt(page, 'signup-init')).block, 'login-init');
  });
});

describe('a process', () => {
  it('is over when its time is up', async () => {
    const api = await startApi({ settings: { processLifetimeSeconds: 60 } });
    const page = api.page();
    await page.open();
    api.clock.advance(61);
    assert.deepEqual(await errorOf(page.get('/v2/auth/process')), [404, 'process_not_available']);
  });

  it('is over for its token after a reset, and goes on with the new one', async () => {
    const page = (await startApi()).page();
    await fillSignup(page);
    const old = page.processToken;
    const block = await page.step('process/reset');
    assert.equal(block.block, 'signup-init');
    assert.notEqual(page.processToken, old);
    assert.equal((await blockAt(page)).block, 'signup-init');
    page.processToken = old;
    assert.deepEqual(await errorOf(page.get('/v2/auth/process')), [404, 'process_not_available']);
  });

  it('resets a sign-in to the sign-in form', async () => {
    const page = (await startApi()).page();
    await signUp(page);
    await enterIdentifier(page);
    assert.equal((await page.step('process/reset')).block, 'login-init');
  });

  it('belongs to pages of the origin that opened it', async () => {
    const api = await startApi({ allowedOrigins: ['http://localhost:4200'] });
    const page = api.page();
    await page.open();
    const other = api.page('http://localhost:4200');
    other.processToken = page.processToken;
    assert.deepEqual(await errorOf(other.get('/v2/auth/process')), [404, 'process_not_available']);
    const login = { identifierValue: 'ada@example.com', isPhone: false };
    assert.deepEqual(await errorOf(other.post('/v2/auth/login/init', login)), [404, 'process_not_available']);
  });

  it('hands its session out once: reading it again does not', async () => {
    const page = (await startApi()).page();
    await signUp(page);
    assert.deepEqual(await errorOf(page.get('/v2/auth/process')), [404, 'process_not_available']);
    assert.deepEqual(await errorOf(page.post('/v2/auth/process/reset')), [404, 'process_not_available']);
  });

  it('takes an event that comes late', async () => {
    const page = (await startApi()).page();
    await signUp(page);
    assert.equal((await page.post('/v2/auth/events', { eventType: 'append-error' })).status, 204);
  });

  it('goes on when a form is sent twice', async () => {
    const page = (await startApi()).page();
    await fillSignup(page);
    const again = await page.step('signup/init', {
      identifiers: [{ type: 'email', identifier: 'ada@example.com' }],
    });
    assert.equal(again.block, 'passkey-append');
  });
});

describe('the answer that completed a process', () => {
  async function finished(page: TestPage) {
    const append = await fillSignup(page);
    const request = { signedChallenge: page.authenticator.create(challengeOf(append)) };
    const first = await page.post('/v2/auth/passkey/append/finish', request);
    return { request, first };
  }

  it('is given again to the very same request, for two minutes', async () => {
    const api = await startApi();
    const page = api.page();
    const { request, first } = await finished(page);
    api.clock.advance(119);
    const second = await page.post('/v2/auth/passkey/append/finish', request);
    assert.deepEqual(second.body, first.body);
    assert.deepEqual(second.headers.getSetCookie(), first.headers.getSetCookie());
    api.clock.advance(2);
    assert.deepEqual(await errorOf(page.post('/v2/auth/passkey/append/finish', request)), [
      404,
      'process_not_available',
    ]);
  });

  it('is given to no other request', async () => {
    const page = (await startApi()).page();
    const { request } = await finished(page);
    const other = { signedChallenge: `${request.signedChallenge} ` };
    for (const answer of [
      page.post('/v2/auth/passkey/append/finish', other),
      page.post('/v2/auth/passkey/login/finish', request),
      page.post('/v2/auth/process/complete'),
    ]) {
      assert.deepEqual(await errorOf(answer), [404, 'process_not_available']);
    }
  });
});

describe('an operation at the wrong step', () => {
  const signedChallenge = '{}';
  const calls: [string, unknown][] = [
    ['passkey/append/start', {}],
    ['passkey/append/finish', { signedChallenge }],
    ['passkey/login/start', {}],
    ['passkey/login/finish', { signedChallenge }],
    ['process/complete', undefined],
    ['block/skip', undefined],
    ['identifier/update', { identifierType: 'email', value: 'ada@example.com' }],
  ];
  for (const [path, body] of calls) {
    it(`is an error and changes nothing: ${path}`, async () => {
      const page = (await startApi()).page();
      await page.open();
      assert.deepEqual(await errorOf(page.post(`/v2/auth/${path}`, body)), [400, 'validation_error']);
      assert.equal((await blockAt(page)).block, 'signup-init');
    });
  }
});
