import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { beforeEach, describe, it, mock } from 'node:test';
import { ADA, GRACE, SHOP_ORIGIN, startShop, type TestShop, type Visitor } from './support/shop.js';

let shop: TestShop;
let visitor: Visitor;
let now: number;

beforeEach(async () => {
  now = Date.now();
  shop = await startShop('http://localhost:9', { now: () => now });
  visitor = shop.visitor();
});

const goesTo = (response: Response, path: string) => {
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('location'), path);
};

describe('signing up', () => {
  it('opens a session and keeps no password', async () => {
    goesTo(await visitor.submit('/shop/sign-up', ADA), '/shop/welcome');
    const account = await visitor.get('/shop/account');
    const { page, name, email } = await account.json();
    assert.deepEqual([page, name, email], ['account', ADA.name, ADA.email]);
    assert.equal(await shop.database.accountByEmail('ADA@example.com ').then((found) => found?.name), 'Ada');
    assert.ok(!JSON.stringify(await shop.database.accountByEmail(ADA.email)).includes(ADA.password));
  });

  for (const [what, change, problem] of [
    ['no name', { name: ' ' }, /name/],
    ['something that is no address', { email: 'ada' }, /not an email address/],
    ['a short password', { password: '1234567' }, /at least 8/],
    ['an endless password', { password: 'x'.repeat(201) }, /200/],
  ] as const)
    it(`with ${what} keeps what was typed, but not the password`, async () => {
      const response = await visitor.submit('/shop/sign-up', { ...ADA, ...change });
      assert.equal(response.status, 422);
      const texts = await response.json();
      assert.match(texts.problem, problem);
      assert.equal(texts.email, { ...ADA, ...change }.email);
      assert.equal(texts.password, undefined);
      assert.equal(await visitor.isSignedIn(), false);
    });

  it('leaves an account alone that has the address in another spelling', async () => {
    await visitor.submit('/shop/sign-up', ADA);
    const other = shop.visitor();
    const response = await other.submit('/shop/sign-up', { ...GRACE, email: 'Ada@Example.com' });
    assert.equal(response.status, 422);
    assert.equal(await other.isSignedIn(), false);
    goesTo(await other.submit('/shop/login', ADA), '/shop/welcome');
  });
});

describe('signing in with a password', () => {
  beforeEach(() => shop.visitor().submit('/shop/sign-up', ADA));

  it('opens a session in a cookie no script reads and no other site sends', async () => {
    const response = await visitor.submit('/shop/login', ADA);
    goesTo(response, '/shop/welcome');
    const [cookie = ''] = response.headers.getSetCookie();
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/shop'])
      assert.ok(cookie.includes(part), part);
    assert.equal(await visitor.isSignedIn(), true);
  });

  it('takes a password however the keyboard composed it', async () => {
    await visitor.submit('/shop/sign-up', { ...GRACE, password: 'crème brûlée'.normalize('NFC') });
    const password = 'crème brûlée'.normalize('NFD');
    goesTo(await shop.visitor().submit('/shop/login', { ...GRACE, password }), '/shop/welcome');
  });

  it('says the same of a wrong password and of somebody unknown, and keeps the address', async () => {
    const wrong = await visitor.submit('/shop/login', { ...ADA, password: 'correct house' });
    const unknown = await visitor.submit('/shop/login', GRACE);
    for (const response of [wrong, unknown]) assert.equal(response.status, 422);
    const [first, second] = [await wrong.json(), await unknown.json()];
    assert.equal(first.problem, second.problem);
    assert.deepEqual([first.email, second.email], [ADA.email, GRACE.email]);
    assert.deepEqual([first.password, second.password], [undefined, undefined]);
    assert.equal(await visitor.isSignedIn(), false);
  });

  it('hashes as much for somebody unknown as for a wrong password', async () => {
    const scrypt = mock.method(crypto, 'scrypt');
    syncBuiltinESMExports();
    const costs = async (fields: Record<string, string>) => {
      scrypt.mock.resetCalls();
      await visitor.submit('/shop/login', fields);
      return scrypt.mock.calls.map(({ arguments: [, salt, length, options] }) => [
        (salt as Buffer).length,
        length,
        options,
      ]);
    };
    try {
      const wrong = await costs({ ...ADA, password: 'correct house' });
      assert.equal(wrong.length, 1);
      assert.deepEqual(await costs(GRACE), wrong);
    } finally {
      scrypt.mock.restore();
      syncBuiltinESMExports();
    }
  });

  it('takes not even the right password after ten wrong ones, for a quarter of an hour', async () => {
    const wrong = { ...ADA, password: 'correct house' };
    await Promise.all(Array.from({ length: 12 }, () => visitor.submit('/shop/login', wrong)));
    assert.equal((await visitor.submit('/shop/login', ADA)).status, 422);
    now += 15 * 60_000;
    goesTo(await visitor.submit('/shop/login', ADA), '/shop/welcome');
  });

  it('begins to count anew with the right password', async () => {
    const wrong = { ...ADA, password: 'correct house' };
    const nineTimes = () =>
      Promise.all(Array.from({ length: 9 }, () => visitor.submit('/shop/login', wrong)));
    await nineTimes();
    goesTo(await visitor.submit('/shop/login', ADA), '/shop/welcome');
    await nineTimes();
    goesTo(await visitor.submit('/shop/login', ADA), '/shop/welcome');
  });

  it('lets nobody in without a password, or with fields that are none', async () => {
    for (const fields of [{ email: ADA.email }, { email: ADA.email, password: '' }, {}])
      assert.equal((await visitor.submit('/shop/login', fields)).status, 422);
    assert.equal((await visitor.postJson('/shop/login', { email: ADA.email, password: [''] })).status, 422);
  });
});

describe('a session', () => {
  beforeEach(() => shop.visitor().submit('/shop/sign-up', ADA));

  it('gets a new name at every sign-in, and the one before ends', async () => {
    const attacker = shop.visitor();
    await attacker.submit('/shop/sign-up', GRACE);
    const planted = attacker.cookies.get('shop_session') ?? '';
    visitor.cookies.set('shop_session', planted);
    await visitor.submit('/shop/login', ADA);
    assert.notEqual(visitor.cookies.get('shop_session'), planted);
    assert.equal(await attacker.isSignedIn(), false);
  });

  it('is not opened under a name that a visitor brings', async () => {
    visitor.cookies.set('shop_session', 'chosen-by-somebody');
    await visitor.submit('/shop/login', ADA);
    const attacker = shop.visitor();
    attacker.cookies.set('shop_session', 'chosen-by-somebody');
    assert.equal(await attacker.isSignedIn(), false);
  });

  it('ends on the server when the person signs out', async () => {
    await visitor.submit('/shop/login', ADA);
    const copy = shop.visitor();
    copy.cookies.set('shop_session', visitor.cookies.get('shop_session') ?? '');
    goesTo(await visitor.submit('/shop/sign-out'), '/shop/login');
    assert.equal(visitor.cookies.size, 0);
    assert.equal(await copy.isSignedIn(), false);
  });

  it('ends after half a day', async () => {
    await visitor.submit('/shop/login', ADA);
    now += 12 * 60 * 60_000 - 1;
    assert.equal(await visitor.isSignedIn(), true);
    now += 1;
    assert.equal(await visitor.isSignedIn(), false);
  });

  it('is needed for the pages of a person, and leads others to the login', async () => {
    for (const page of ['welcome', 'account', 'checkout', 'receipt'])
      goesTo(await visitor.get(`/shop/${page}`), '/shop/login');
    await visitor.submit('/shop/login', ADA);
    for (const page of ['welcome', 'account', 'checkout'])
      assert.equal((await visitor.get(`/shop/${page}`)).status, 200);
  });
});

describe('what another site sends', () => {
  it('is refused before it is read, and so is what names no origin', async () => {
    await visitor.submit('/shop/sign-up', ADA);
    for (const origin of [
      'https://evil.example',
      'http://shop.example',
      `${SHOP_ORIGIN}.evil.example`,
      'null',
      undefined,
    ]) {
      visitor.origin = origin;
      for (const path of ['login', 'sign-up', 'sign-out', 'pay'])
        assert.equal((await visitor.submit(`/shop/${path}`, ADA)).status, 403, `${path} ${origin}`);
      for (const path of ['connect-token', 'passkey-login', 'passkey-payment'])
        assert.equal((await visitor.postJson(`/shop/${path}`, {})).status, 403, `${path} ${origin}`);
    }
    assert.equal(await visitor.isSignedIn(), true);
  });

  it('is not read when it is larger than any form', async () => {
    const response = await visitor.submit('/shop/login', { email: 'x'.repeat(70_000) });
    assert.equal(response.status, 413);
  });
});

describe('a payment with the password', () => {
  beforeEach(() => visitor.submit('/shop/sign-up', ADA));

  it('is made with the right one and shown on the receipt', async () => {
    goesTo(await visitor.submit('/shop/pay', { password: ADA.password }), '/shop/receipt');
    assert.match((await (await visitor.get('/shop/receipt')).json()).payment, /confirmed with your password/);
  });

  it('is not made with a wrong one, nor with that of somebody else the form names', async () => {
    await shop.visitor().submit('/shop/sign-up', GRACE);
    for (const fields of [{ password: 'correct house' }, { email: GRACE.email, password: GRACE.password }]) {
      const response = await visitor.submit('/shop/pay', fields);
      assert.equal(response.status, 422);
      const { page, email } = await response.json();
      assert.deepEqual([page, email], ['password-payment', ADA.email]);
    }
    const account = (await shop.database.accountByEmail(ADA.email))!;
    assert.equal(await shop.database.lastPayment(account), undefined);
  });

  it('has no receipt before it is made', async () => {
    goesTo(await visitor.get('/shop/receipt'), '/shop/checkout');
  });

  it('is for people who are signed in', async () => {
    assert.equal((await shop.visitor().submit('/shop/pay', { password: ADA.password })).status, 401);
  });
});
