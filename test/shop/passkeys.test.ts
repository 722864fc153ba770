import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { serve } from '@hono/node-server';
import { connectPage, otherBrowser, type ConnectPage } from '../../local-api/test/support/connect-page.js';
import { dataOf, signUp, startApi, type TestApi } from '../../local-api/test/support/test-page.js';
import { ADA, GRACE, startShop, type TestShop, type Visitor } from './support/shop.js';

let api: TestApi;
let server: Server;
let shop: TestShop;
let visitor: Visitor;
let page: ConnectPage;

beforeEach(async () => {
  api = await startApi({ now: Date.now });
  server = serve({ fetch: api.app.fetch, port: 0, hostname: 'localhost' }) as Server;
  await once(server, 'listening');
  shop = await startShop(`http://localhost:${(server.address() as AddressInfo).port}`);
  visitor = shop.visitor();
  page = await connectPage({}, Promise.resolve(api));
});
afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await api.close();
});

async function connectToken(type: string, who = visitor): Promise<string> {
  const response = await who.postJson('/shop/connect-token', { type });
  assert.equal(response.status, 200);
  return (await response.json()).token;
}

/** Makes a passkey for the person who is signed in to the shop, as `<connect-append>` does. */
async function addPasskey(who = visitor, at = page): Promise<void> {
  await at.appendInit();
  const appendTokenValue = await connectToken('passkey-append', who);
  const { body } = await at.post<{ attestationOptions: string }>('/v2/connect/append/start', {
    appendTokenValue,
    loadedMs: 0,
  });
  assert.equal((await at.appendFinish(at.authenticator.create(body.attestationOptions))).status, 200);
}

/** Signs in with the passkey, as `<connect-login>` does; what the page hands to the shop. */
async function passkeyLogin(identifier: string, at = page) {
  await at.loginInit();
  const { body } = await at.loginStart({ identifier });
  return (await at.loginFinish(at.authenticator.get(body.assertionOptions))).body;
}

/** Uses the passkey of the person who is signed in once more, as `<connect-second-factor>` does. */
async function secondFactor(who = visitor, at = page) {
  await at.loginInit();
  const loginConnectToken = await connectToken('passkey-login', who);
  const { body } = await at.loginStart({ identifier: '', loginConnectToken });
  return (await at.loginFinish(at.authenticator.get(body.assertionOptions))).body;
}

describe('signing in with a passkey', () => {
  beforeEach(async () => {
    await visitor.submit('/shop/sign-up', ADA);
    await addPasskey();
    await visitor.submit('/shop/sign-out');
  });

  it('opens a session of the shop for the person whose passkey it was', async () => {
    const data = await passkeyLogin(ADA.email);
    assert.equal((await visitor.postJson('/shop/passkey-login', data)).status, 204);
    assert.equal((await (await visitor.get('/shop/account')).json()).email, ADA.email);
  });

  it('ends the session before it', async () => {
    const attacker = shop.visitor();
    await attacker.submit('/shop/sign-up', GRACE);
    visitor.cookies.set('shop_session', attacker.cookies.get('shop_session') ?? '');
    await visitor.postJson('/shop/passkey-login', await passkeyLogin(ADA.email));
    assert.equal(await attacker.isSignedIn(), false);
    assert.equal(await visitor.isSignedIn(), true);
  });

  it('works once with the same signed data', async () => {
    const data = await passkeyLogin(ADA.email);
    assert.equal((await visitor.postJson('/shop/passkey-login', data)).status, 204);
    const other = shop.visitor();
    assert.equal((await other.postJson('/shop/passkey-login', data)).status, 401);
    assert.equal(await other.isSignedIn(), false);
  });

  it('does not work without signed data, or with a session token of the same keys', async () => {
    const { sessionToken } = dataOf(await signUp(api.page(), ADA.email), 'generalBlockCompleted');
    for (const signedPasskeyData of [undefined, '', 'nonsense', sessionToken])
      assert.equal((await visitor.postJson('/shop/passkey-login', { signedPasskeyData })).status, 401);
    assert.equal((await visitor.postJson('/shop/passkey-login', '{')).status, 400);
    assert.equal(await visitor.isSignedIn(), false);
  });

  it('does not work for somebody the shop does not know any more', async () => {
    const data = await passkeyLogin(ADA.email);
    await shop.database.clear();
    assert.equal((await visitor.postJson('/shop/passkey-login', data)).status, 401);
  });
});

describe('a connect token', () => {
  it('is for people who are signed in', async () => {
    for (const type of ['passkey-append', 'passkey-list', 'passkey-delete', 'passkey-login'])
      assert.equal((await visitor.postJson('/shop/connect-token', { type })).status, 401);
  });

  it('speaks for the one who is signed in, whomever the page names', async () => {
    await shop.visitor().submit('/shop/sign-up', GRACE);
    await visitor.submit('/shop/sign-up', ADA);
    const response = await visitor.postJson('/shop/connect-token', {
      type: 'passkey-append',
      identifier: GRACE.email,
      data: { identifier: GRACE.email },
    });
    await page.appendInit();
    const { body } = await page.post<{ attestationOptions: string }>('/v2/connect/append/start', {
      appendTokenValue: (await response.json()).token,
      loadedMs: 0,
    });
    const { user } = JSON.parse(body.attestationOptions).publicKey;
    assert.deepEqual([user.name, user.displayName], [ADA.email, ADA.name]);
  });

  it('is of a kind that the elements need', async () => {
    await visitor.submit('/shop/sign-up', ADA);
    for (const type of ['everything', '', 1, undefined])
      assert.equal((await visitor.postJson('/shop/connect-token', { type })).status, 400);
  });

  it('comes to nothing while Corbado is away, and nothing of that reaches the page', async (test) => {
    test.mock.method(console, 'error', () => undefined);
    await visitor.submit('/shop/sign-up', ADA);
    await page.post('/local-api/faults', { operation: 'ConnectTokenCreate' });
    const response = await visitor.postJson('/shop/connect-token', { type: 'passkey-list' });
    assert.equal(response.status, 500);
    assert.equal(await response.text(), 'Internal Server Error');
  });
});

describe('the list of passkeys', () => {
  it('is read, and a passkey deleted, with the tokens of the shop', async () => {
    await visitor.submit('/shop/sign-up', ADA);
    await addPasskey();
    const list = async () => {
      const token = await connectToken('passkey-list');
      const { body } = await page.post<{ passkeys: { id: string }[] }>('/v2/connect/manage/list', {
        connectToken: token,
      });
      return body.passkeys;
    };
    const [passkey] = await list();
    const answer = await page.post('/v2/connect/manage/delete', {
      connectToken: await connectToken('passkey-delete'),
      credentialID: passkey?.id,
    });
    assert.equal(answer.status, 200);
    assert.deepEqual(await list(), []);
  });
});

describe('a payment with a passkey', () => {
  beforeEach(async () => {
    await visitor.submit('/shop/sign-up', ADA);
    await addPasskey();
  });

  const payments = async () =>
    (await shop.database.lastPayment((await shop.database.accountByEmail(ADA.email))!))?.confirmedBy;

  it('is made with one of the person who is signed in', async () => {
    assert.equal((await visitor.postJson('/shop/passkey-payment', await secondFactor())).status, 204);
    assert.equal(await payments(), 'passkey');
    assert.match((await (await visitor.get('/shop/receipt')).json()).payment, /confirmed with your passkey/);
  });

  it('is not made with one of another person', async () => {
    const grace = shop.visitor();
    const herPage = otherBrowser(page);
    await grace.submit('/shop/sign-up', GRACE);
    await addPasskey(grace, herPage);
    const data = await secondFactor(grace, herPage);
    assert.equal((await visitor.postJson('/shop/passkey-payment', data)).status, 403);
    assert.equal(await payments(), undefined);
  });

  it('needs the passkey once more for each payment', async () => {
    const data = await secondFactor();
    assert.equal((await visitor.postJson('/shop/passkey-payment', data)).status, 204);
    assert.equal((await visitor.postJson('/shop/passkey-payment', data)).status, 403);
  });

  it('is not made with the proof that opened the session', async () => {
    await visitor.submit('/shop/sign-out');
    const data = await passkeyLogin(ADA.email);
    await visitor.postJson('/shop/passkey-login', data);
    assert.equal((await visitor.postJson('/shop/passkey-payment', data)).status, 403);
    assert.equal(await payments(), undefined);
  });

  it('is for people who are signed in', async () => {
    const data = await secondFactor();
    assert.equal((await shop.visitor().postJson('/shop/passkey-payment', data)).status, 401);
  });
});
