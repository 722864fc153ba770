import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLocalApiPath } from '../src/index.js';
import { operations } from './support/contract-check.js';
import { ORIGIN, startApi } from './support/test-page.js';

const OTHER = 'http://localhost:4200';

const implemented = new Set([
  ...['GetSessionConfig', 'GetProcessConfig', 'GetUserDetailsConfig'],
  ...['ProcessInit', 'ProcessGet', 'ProcessReset', 'ProcessComplete', 'BlockSkip', 'EventCreate'],
  ...['SignupInit', 'IdentifierUpdate', 'LoginInit', 'PasskeyAppendStart', 'PasskeyAppendFinish'],
  ...['IdentifierVerifyStart', 'IdentifierVerifyFinish', 'IdentifierVerifyStatus'],
  ...['SocialVerifyStart', 'SocialVerifyCallback', 'SocialVerifyFinish'],
  ...['PasskeyLoginStart', 'PasskeyLoginFinish', 'PasskeyMediationFinish'],
  ...['CurrentUserGet', 'CurrentUserSessionRefresh', 'CurrentUserSessionLogout', 'CurrentUserPasskeyGet'],
  ...['CurrentUserPasskeyAppendStart', 'CurrentUserPasskeyAppendFinish', 'CurrentUserPasskeyDelete'],
  ...['ConnectLoginInit', 'ConnectLoginStart', 'ConnectLoginFinish'],
  ...['ConnectAppendInit', 'ConnectAppendStart', 'ConnectAppendFinish'],
  ...['ConnectManageInit', 'ConnectManageList', 'ConnectManageDelete'],
  ...['ConnectEventCreate', 'ConnectEventLowCreate', 'ConnectProcessClear'],
  'WellKnownJWKSList',
]);

describe('every operation of the contract', () => {
  for (const { operationId, method, path } of operations) {
    const isImplemented = implemented.has(operationId);
    it(`${isImplemented ? 'is implemented' : 'says that it is not implemented yet'}: ${operationId}`, async () => {
      const page = (await startApi()).page();
      const body = method === 'GET' ? undefined : {};
      type Failure = { error?: { type: string; details: string } };
      const answer = await page.call<Failure | undefined>(method, path.replaceAll(/[{}]/g, ''), body, {
        broken: true,
      });
      assert.equal(answer.status === 501, !isImplemented);
      if (isImplemented) return;
      assert.equal(answer.body?.error?.type, 'not_found');
      assert.match(answer.body.error.details, new RegExp(`^${operationId} is not implemented`));
    });
  }
});

describe('configs', () => {
  it('name the address of the API and the fields of a user', async () => {
    const api = await startApi({ settings: { fullName: 'required' } });
    const page = api.page();
    assert.deepEqual((await page.get('/v2/process-config')).body, {
      useServerSideProcessId: false,
      frontendApiUrl: ORIGIN,
    });
    assert.deepEqual((await page.get('/v2/user-details-config')).body, {
      fullNameRequired: true,
      identifiers: [{ type: 'email' }],
    });
  });

  it('give the public address where one is set', async () => {
    const api = await startApi({ publicUrl: 'https://api.shop.example/' });
    const { body } = await api
      .page('https://api.shop.example')
      .get<{ frontendApiUrl: string }>('/v2/process-config');
    assert.equal(body.frontendApiUrl, 'https://api.shop.example');
  });
});

describe('answers', () => {
  it('are not kept, not sniffed, not framed', async () => {
    const page = (await startApi()).page();
    for (const answer of [await page.get('/v2/session-config'), await page.get('/v2/me')]) {
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(
        answer.headers.get('content-security-policy'),
        "default-src 'none'; frame-ancestors 'none'",
      );
      assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
    }
  });

  it('name the methods that are possible', async () => {
    const answer = await (await startApi()).page().call('DELETE', '/v2/session-config');
    assert.equal(answer.headers.get('allow'), 'GET');
  });
});

describe('a page of another, allowed origin', () => {
  const preflight = (origin: string) => ({
    method: 'OPTIONS',
    headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
  });

  it('may send every header of the contract, with credentials', async () => {
    const api = await startApi({ allowedOrigins: [OTHER] });
    const { status, headers } = await api.app.request(`${ORIGIN}/v2/auth/process/init`, preflight(OTHER));
    assert.equal(status, 204);
    assert.equal(headers.get('access-control-allow-origin'), OTHER);
    assert.equal(headers.get('access-control-allow-credentials'), 'true');
    const allowed = headers.get('access-control-allow-headers')?.toLowerCase().split(', ') ?? [];
    for (const header of [
      'content-type',
      'authorization',
      'x-corbado-projectid',
      'x-corbado-process-id',
      'x-corbado-temp-process-id',
      'x-corbado-sdk',
      'x-corbado-client-timezone',
      'x-corbado-flags',
      'cache-control',
      'pragma',
      'expires',
    ]) {
      assert.ok(allowed.includes(header), header);
    }
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
      assert.ok(headers.get('access-control-allow-methods')?.includes(method), method);
    }
  });

  it('reads answers and errors alike', async () => {
    const api = await startApi({ allowedOrigins: [OTHER] });
    for (const path of ['/v2/session-config', '/v2/me', '/v2/nothing']) {
      const { headers } = await api.page(OTHER).get(path);
      assert.equal(headers.get('access-control-allow-origin'), OTHER);
      assert.equal(headers.get('vary'), 'Origin');
    }
  });

  it('is one that was named', async () => {
    const api = await startApi({ allowedOrigins: [OTHER] });
    for (const origin of ['https://evil.example', `${OTHER}0`, 'null']) {
      const { headers } = await api.app.request(`${ORIGIN}/v2/auth/process/init`, preflight(origin));
      assert.equal(headers.get('access-control-allow-origin'), null);
    }
  });
});

describe('isLocalApiPath', () => {
  for (const [path, expected] of [
    ['/v2/me', true],
    ['/.well-known/jwks', true],
    ['/local-api/settings', true],
    ['/', false],
    ['/v2x', false],
    ['/local-api-docs', false],
    ['/src/index.ts', false],
  ] as const) {
    it(`is ${expected} for ${path}`, () => assert.equal(isLocalApiPath(path), expected));
  }
});
