import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose';
import {
  challengeOf,
  dataOf,
  enterIdentifier,
  ORIGIN,
  signUp,
  startApi,
  type TestApi,
  type TestPage,
} from './support/test-page.js';

async function signedUp(api: TestApi) {
  const page = api.page();
  const completed = dataOf(await signUp(page), 'generalBlockCompleted');
  return { page, completed };
}

async function me(page: TestPage, token?: string): Promise<number> {
  return (await page.get('/v2/me', token === undefined ? {} : page.bearer(token))).status;
}

describe('the session token', () => {
  it('verifies against the served keys and says who is signed in', async () => {
    const api = await startApi();
    const { page, completed } = await signedUp(api);
    const { body: keys } = await page.get<JSONWebKeySet>('/.well-known/jwks');
    const { payload, protectedHeader } = await jwtVerify(completed.sessionToken, createLocalJWKSet(keys), {
      currentDate: new Date(api.clock.now()),
      issuer: ORIGIN,
    });
    const now = Math.floor(api.clock.now() / 1000);
    const user = await page.get<{ id: string }>('/v2/me', page.bearer());
    assert.equal(protectedHeader.alg, 'RS256');
    const { jti, ...claims } = payload;
    assert.match(jti ?? '', /^ses-\d+\..{40,}$/);
    assert.deepEqual(claims, {
      sub: user.body.id,
      name: '',
      email: 'ada@example.com',
      phone_number: '',
      orig: 'ada@example.com',
      version: 2,
      iss: ORIGIN,
      iat: now,
      nbf: now,
      exp: now + 300,
    });
  });

  it('keeps private keys to itself', async () => {
    const page = (await startApi()).page();
    const { body } = await page.get<{ keys: object[] }>('/.well-known/jwks');
    assert.deepEqual(Object.keys(body.keys[0] ?? {}).sort(), ['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });
});

describe('the environment dev', () => {
  it('hands the refresh token out in the body and in a cookie', async () => {
    const { page, completed } = await signedUp(await startApi());
    assert.ok(completed.refreshToken);
    assert.equal(page.cookies.get('cbo_refresh_token'), completed.refreshToken);
  });
});

describe('the environment live', () => {
  it('hands the refresh token out in an httpOnly cookie only', async () => {
    const api = await startApi({ settings: { environment: 'live' } });
    const page = api.page();
    await signUp(page);
    const verify = await enterIdentifier(page);
    const answer = await page.post('/v2/auth/passkey/login/finish', {
      signedChallenge: page.authenticator.get(challengeOf(verify)),
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    assert.match(cookie, /^cbo_refresh_token=[\w-]{43}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax$/);
    assert.ok(!JSON.stringify(answer.body).includes(page.cookies.get('cbo_refresh_token') ?? '-'));
    assert.equal(await me(page), 200);
  });

  it('marks the cookie Secure anywhere but on a local address', async () => {
    const origin = 'https://api.shop.example';
    const api = await startApi({ publicUrl: origin });
    const page = api.page(origin);
    await signUp(page);
    assert.equal(await me(page), 200);
    const logout = await page.post('/v2/me/logout');
    assert.match(logout.headers.getSetCookie()[0] ?? '', /Max-Age=0; HttpOnly; SameSite=Lax; Secure$/);
  });
});

describe('who may read /v2/me', () => {
  it('the holder of the refresh token, of the session token, or of the cookie', async () => {
    const { page, completed } = await signedUp(await startApi());
    const cookies = page.cookies;
    page.cookies = new Map();
    assert.equal(await me(page, completed.refreshToken), 200);
    assert.equal(await me(page, completed.sessionToken), 200);
    assert.equal(await me(page), 401);
    page.cookies = cookies;
    assert.equal(await me(page), 200);
    assert.equal(await me(page, ''), 200);
  });

  it('nobody with a token that is wrong, altered, expired or unsigned', async () => {
    const api = await startApi();
    const { page, completed } = await signedUp(api);
    const [header, , signature] = completed.sessionToken.split('.');
    const claims = Buffer.from(JSON.stringify({ ...decodeJwt(completed.sessionToken), exp: 9e9 }));
    const altered = `${header}.${claims.toString('base64url')}.${signature}`;
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims.toString('base64url')}.`;
    for (const token of ['wrong', altered, none]) assert.equal(await me(page, token), 401, token);
    api.clock.advance(301);
    assert.equal(await me(page, completed.sessionToken), 401);
    assert.equal(await me(page, completed.refreshToken), 200);
    api.clock.advance(86_400);
    assert.equal(await me(page, completed.refreshToken), 401);
  });

  it('is told no more than that', async () => {
    const page = (await startApi()).page();
    const { body } = await page.get<{ error: { type: string } }>('/v2/me', page.bearer('wrong'));
    assert.equal(body.error.type, 'login_error');
  });
});

describe('refresh', () => {
  it('trades the refresh token for a new session token', async () => {
    const api = await startApi();
    const { page, completed } = await signedUp(api);
    api.clock.advance(250);
    const { body } = await page.post<{ sessionToken: string; shortSession: string }>(
      '/v2/me/refresh',
      undefined,
      page.bearer(),
    );
    assert.equal(body.shortSession, body.sessionToken);
    assert.notEqual(body.sessionToken, completed.sessionToken);
    assert.equal(decodeJwt(body.sessionToken).exp, Math.floor(api.clock.now() / 1000) + 300);
  });

  it('takes the cookie, and a bearer with nothing behind it', async () => {
    const { page } = await signedUp(await startApi());
    assert.equal((await page.post('/v2/me/refresh', undefined, page.bearer(''))).status, 200);
  });

  it('does not lengthen a session on the word of a session token', async () => {
    const { page, completed } = await signedUp(await startApi());
    const answer = await page.post('/v2/me/refresh', undefined, page.bearer(completed.sessionToken));
    assert.equal(answer.status, 401);
  });
});

describe('logout', () => {
  it('ends the session for every token of it, and takes the cookie back', async () => {
    const { page, completed } = await signedUp(await startApi());
    assert.equal((await page.post('/v2/me/logout', undefined, page.bearer())).status, 204);
    assert.equal(page.cookies.has('cbo_refresh_token'), false);
    assert.equal(await me(page, completed.refreshToken), 401);
    assert.equal(await me(page, completed.sessionToken), 401);
  });

  it('leaves other sessions of the person alone', async () => {
    const { page, completed } = await signedUp(await startApi());
    const verify = await enterIdentifier(page);
    await page.step('passkey/login/finish', {
      signedChallenge: page.authenticator.get(challengeOf(verify)),
    });
    assert.notEqual(page.refreshToken, completed.refreshToken);
    await page.post('/v2/me/logout', undefined, page.bearer());
    assert.equal(await me(page, completed.refreshToken), 200);
  });

  it('without a session is an error that keeps good cookies', async () => {
    const { page } = await signedUp(await startApi());
    assert.equal((await page.post('/v2/me/logout', undefined, page.bearer('wrong'))).status, 401);
    assert.equal(await me(page), 200);
  });

  it('takes back a cookie that is of no use', async () => {
    const page = (await startApi()).page();
    page.cookies.set('cbo_refresh_token', 'outdated');
    assert.equal((await page.post('/v2/me/logout')).status, 401);
    assert.equal(page.cookies.size, 0);
  });
});

describe('session-config', () => {
  it('fits the page that asks', async () => {
    const api = await startApi({ allowedOrigins: ['https://shop.example'] });
    const { body } = await api
      .page('https://shop.example')
      .get<{ sessionTokenCookieConfig: object; frontendApiUrl: string }>('/v2/session-config');
    assert.deepEqual(body.sessionTokenCookieConfig, {
      domain: 'shop.example',
      secure: true,
      sameSite: 'lax',
      path: '/',
      lifetimeSeconds: 86_400,
    });
    assert.equal(body.frontendApiUrl, ORIGIN);
    const local = await api
      .page()
      .get<{ sessionTokenCookieConfig: { domain: string; secure: boolean } }>('/v2/session-config');
    assert.equal(local.body.sessionTokenCookieConfig.domain, 'localhost');
    assert.equal(local.body.sessionTokenCookieConfig.secure, false);
  });
});
