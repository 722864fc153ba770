import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  byMail,
  byPhone,
  challengeOf,
  dataOf,
  enterIdentifier,
  fillSignup,
  finishReq,
  signIn,
  signUp,
  startApi,
  withPasskeys,
  withoutPasskeys,
  type BlockBody,
  type TestPage,
} from './support/test-page.js';

const ADA = 'ada@example.com';
const PHONE = '+4915123456712';

const codes = { codeFallback: true };
const phoneOnly = {
  identifiers: { email: { enabled: false }, phone: { enabled: true, required: true } },
} as const;
const usernameToo = { identifiers: { username: { enabled: true } } } as const;

async function fill(page: TestPage, values: Record<string, string>, device = withPasskeys) {
  await page.open(device);
  return page.step('signup/init', {
    identifiers: Object.entries(values).map(([type, identifier]) => ({ type, identifier })),
  });
}

async function addPasskey(page: TestPage, append: BlockBody) {
  return page.step('passkey/append/finish', {
    signedChallenge: page.authenticator.create(challengeOf(append)),
  });
}

async function login(page: TestPage, identifierValue: string, device = withPasskeys) {
  await page.open({ ...device, preferredBlock: 'login-init' });
  return page.step('login/init', { identifierValue, isPhone: identifierValue.startsWith('+') });
}

const verifyData = (block: BlockBody) => dataOf(block, 'generalBlockVerifyIdentifier');
const alternatives = (block: BlockBody) => block.alternatives?.map((alternative) => alternative.block);

describe('verification at sign-up', () => {
  const settings = { verification: 'at-signup', ...codes } as const;

  it('comes after the passkey and before the session', async () => {
    const page = (await startApi({ settings })).page();
    const verify = await signUp(page);
    assert.equal(verify.block, 'email-verify');
    assert.equal(verifyData(verify).isPostLoginVerification, false);
    const { passkeyOperation } = dataOf(await page.enterCode(), 'generalBlockCompleted');
    assert.equal(passkeyOperation?.operationType, 'append');
    assert.equal((await signIn(page)).block, 'completed');
  });

  it('takes no identifier until the mailbox is proved', async () => {
    const api = await startApi({ settings });
    await signUp(api.page());
    const page = api.page();
    assert.equal((await signUp(page)).block, 'email-verify');
    assert.equal((await page.enterCode()).block, 'completed');
  });

  it('marks the identifier verified', async () => {
    const page = (await startApi({ settings: { ...settings, ...usernameToo } })).page();
    await addPasskey(page, await fill(page, { email: ADA, username: 'ada' }));
    await page.enterCode();
    const { body } = await page.get<{ identifiers: object[] }>('/v2/me', page.bearer());
    assert.deepEqual(
      body.identifiers.map((identifier) => ({ ...identifier, id: '' })),
      [
        { id: '', type: 'email', value: ADA, status: 'verified' },
        { id: '', type: 'username', value: 'ada', status: 'pending' },
      ],
    );
    for (const name of [ADA, 'ada']) assert.equal((await signIn(page, name)).block, 'completed');
  });

  it('asks for mailbox and phone, one after the other', async () => {
    const identifiers = { phone: { enabled: true, required: true } };
    const page = (await startApi({ settings: { ...settings, identifiers } })).page();
    const mail = await addPasskey(page, await fill(page, { email: ADA, phone: PHONE }));
    assert.deepEqual(verifyData(mail).alternativeVerificationMethods, []);
    const phone = await page.enterCode();
    assert.equal(phone.block, 'phone-verify');
    assert.equal((await page.enterCode(PHONE)).block, 'completed');
  });

  it('proves a phone by text message', async () => {
    const page = (await startApi({ settings: { ...settings, ...phoneOnly } })).page();
    const verify = await addPasskey(page, await fill(page, { phone: PHONE }));
    assert.equal(verifyData(verify).verificationMethod, 'phone-otp');
    const { text, code } = await page.mail(PHONE);
    assert.ok(text.endsWith(`\n@localhost #${code ?? ''}`), text);
    assert.equal((await page.enterCode(PHONE)).block, 'completed');
  });

  it('comes too when the person goes on without a passkey', async () => {
    const page = (await startApi({ settings: { ...settings, passkeyAppendAtSignup: 'optional' } })).page();
    const append = await fillSignup(page);
    assert.deepEqual(alternatives(append), ['email-verify', 'completed']);
    assert.equal((await page.step('process/complete')).block, 'email-verify');
    assert.equal((await page.enterCode()).block, 'completed');
  });
});

describe('a code instead of the passkey', () => {
  for (const verification of ['none', 'at-signup', 'at-login'] as const) {
    it(`signs up and in, and offers the passkey again (verification ${verification})`, async () => {
      const page = (await startApi({ settings: { verification, ...codes } })).page();
      const append = await fill(page, { email: ADA });
      assert.deepEqual(alternatives(append), ['email-verify']);
      assert.equal((await page.step('identifier/verify/start', byMail)).block, 'email-verify');
      const signedUp = dataOf(await page.enterCode(), 'generalBlockCompleted');
      assert.equal(signedUp.passkeyOperation, undefined);
      const verify = await login(page, ADA);
      assert.equal(verify.block, 'email-verify');
      assert.equal(verifyData(verify).isPostLoginVerification, false);
      const offer = await page.enterCode();
      assert.deepEqual([offer.block, alternatives(offer)], ['passkey-append', ['completed']]);
      assert.equal(dataOf(offer, 'generalBlockPasskeyAppend').variant, 'default');
      assert.equal((await page.step('process/complete')).block, 'completed');
    });

    it(`is asked for at once on a device without passkeys (verification ${verification})`, async () => {
      const page = (await startApi({ settings: { verification, ...codes } })).page();
      assert.equal((await fill(page, { email: ADA }, withoutPasskeys)).block, 'email-verify');
      assert.equal((await page.enterCode()).block, 'completed');
      assert.equal((await login(page, ADA, withoutPasskeys)).block, 'email-verify');
      assert.equal((await page.enterCode()).block, 'completed');
    });
  }

  it('can go to the phone', async () => {
    const page = (await startApi({ settings: { ...phoneOnly, ...codes } })).page();
    assert.deepEqual(alternatives(await fill(page, { phone: PHONE })), ['phone-verify']);
    await page.step('identifier/verify/start', byPhone);
    assert.equal((await page.enterCode(PHONE)).block, 'completed');
    assert.equal((await login(page, PHONE)).block, 'phone-verify');
    assert.equal((await page.enterCode(PHONE)).block, 'passkey-append');
  });

  it('signs in who has a passkey but not here', async () => {
    const page = (await startApi({ settings: codes })).page();
    await signUp(page);
    const verify = await login(page, ADA);
    assert.deepEqual(alternatives(verify), ['email-verify']);
    await page.post('/v2/auth/events', { eventType: 'login-no-credentials' });
    await page.step('identifier/verify/start', byMail);
    const offer = await page.enterCode();
    assert.equal(dataOf(offer, 'generalBlockPasskeyAppend').variant, 'after-no-credential');
  });

  it('can be had from mailbox or phone where there are both', async () => {
    const identifiers = { phone: { enabled: true, required: true } };
    const page = (await startApi({ settings: { ...codes, identifiers } })).page();
    assert.deepEqual(alternatives(await fill(page, { email: ADA, phone: PHONE })), [
      'email-verify',
      'phone-verify',
    ]);
    const mail = await page.step('identifier/verify/start', byMail);
    assert.deepEqual(verifyData(mail).alternativeVerificationMethods, [
      { verificationMethod: 'phone-otp', identifier: PHONE },
    ]);
    const phone = await page.step('identifier/verify/start', byPhone);
    assert.equal(phone.block, 'phone-verify');
    assert.equal((await page.enterCode(PHONE)).block, 'completed');
  });

  it('is none where the project does not want it', async () => {
    const page = (await startApi()).page();
    assert.deepEqual((await fillSignup(page)).alternatives, []);
    const { status } = await page.post('/v2/auth/identifier/verify/start', byMail);
    assert.equal(status, 400);
  });

  it('is none for a username', async () => {
    const identifiers = { email: { enabled: false }, username: { enabled: true, required: true } };
    const page = (await startApi({ settings: { ...codes, identifiers } })).page();
    const append = await fill(page, { username: 'ada' }, withoutPasskeys);
    assert.deepEqual([append.block, append.alternatives], ['passkey-append', []]);
  });
});

describe('verification at the first sign-in', () => {
  const settings = { verification: 'at-login', ...codes } as const;

  it('comes after the passkey, once', async () => {
    const page = (await startApi({ settings })).page();
    assert.equal((await signUp(page)).block, 'completed');
    const verify = await signIn(page);
    assert.equal(verify.block, 'email-verify');
    assert.equal(verifyData(verify).isPostLoginVerification, true);
    const { passkeyOperation } = dataOf(await page.enterCode(), 'generalBlockCompleted');
    assert.equal(passkeyOperation?.operationType, 'verify');
    assert.equal((await signIn(page)).block, 'completed');
  });

  it('cannot be skipped', async () => {
    const page = (await startApi({ settings })).page();
    await signUp(page);
    await signIn(page);
    for (const path of ['process/complete', 'block/skip']) {
      assert.equal((await page.post(`/v2/auth/${path}`)).status, 400);
    }
  });

  it('lets a mistyped address be corrected', async () => {
    const page = (await startApi({ settings })).page();
    await signUp(page, 'adda@example.com');
    await signIn(page, 'adda@example.com');
    const changed = await page.step('identifier/update', { identifierType: 'email', value: ADA });
    assert.equal(verifyData(changed).identifier, ADA);
    assert.equal((await page.enterCode()).block, 'completed');
    assert.equal((await signIn(page)).block, 'completed');
  });
});

describe('changing the address while a code is waited for', () => {
  const settings = { verification: 'at-signup', ...codes } as const;
  const update = (page: TestPage, value: string) =>
    page.step('identifier/update', { identifierType: 'email', value });

  it('sends a code to the new one, which the account then has', async () => {
    const page = (await startApi({ settings })).page();
    await signUp(page, 'adda@example.com');
    const old = await page.mail('adda@example.com');
    const changed = await update(page, 'Ada@example.com');
    assert.equal(verifyData(changed).identifier, ADA);
    await page.step('identifier/verify/start', byMail);
    const refused = await page.step('identifier/verify/finish', finishReq('email', old.code ?? ''));
    assert.equal(verifyData(refused).error?.code, 'invalid_challenge_solution_email-otp');
    assert.equal((await page.enterCode()).block, 'completed');
    const unknown = await login(page, 'adda@example.com');
    assert.equal(dataOf(unknown, 'generalBlockLoginInit').fieldError?.code, 'login_identifier_unknown_user');
    assert.equal((await signIn(page)).block, 'completed');
  });

  it('to the same one changes nothing', async () => {
    const page = (await startApi({ settings })).page();
    await signUp(page);
    const { code } = await page.mail(ADA);
    await update(page, ADA);
    assert.equal((await page.mail(ADA)).code, code);
    assert.equal((await page.enterCode()).block, 'completed');
  });

  for (const [value, code] of [
    ['taken@example.com', 'identifier_already_in_use'],
    ['nothing', 'identifier_invalid_format'],
  ] as const) {
    it(`answers ${code} and keeps the old one`, async () => {
      const api = await startApi({ settings });
      const first = api.page();
      await signUp(first, 'taken@example.com');
      await first.enterCode('taken@example.com');
      const page = api.page();
      await signUp(page);
      const block = await update(page, value);
      assert.equal(block.error?.code, code);
      assert.equal(verifyData(block).identifier, ADA);
      assert.equal((await page.enterCode()).block, 'completed');
    });
  }

  it('is not possible for somebody who still has to sign in', async () => {
    const page = (await startApi({ settings: codes })).page();
    await fill(page, { email: ADA }, withoutPasskeys);
    await page.enterCode();
    await login(page, ADA);
    const body = { identifierType: 'email', value: 'eve@example.com' };
    assert.equal((await page.post('/v2/auth/identifier/update', body)).status, 400);
  });
});

describe('an identifier the person did not name', () => {
  const identifiers = {
    username: { enabled: true, required: true },
    phone: { enabled: true, required: true },
  };
  const values = { email: ADA, username: 'ada', phone: PHONE };

  async function account(settings = {}) {
    const page = (await startApi({ settings: { identifiers, ...codes, ...settings } })).page();
    await fill(page, values, withoutPasskeys);
    await page.enterCode();
    return page;
  }

  it('is masked', async () => {
    const page = await account();
    const data = verifyData(await login(page, 'ada'));
    assert.equal(data.identifier, 'a***@e*****.com');
    assert.deepEqual(data.alternativeVerificationMethods, [
      { verificationMethod: 'phone-otp', identifier: '+49 *** **12' },
    ]);
  });

  it('is masked beside the one they named', async () => {
    const page = await account();
    const data = verifyData(await login(page, PHONE));
    assert.deepEqual([data.verificationMethod, data.identifier], ['phone-otp', PHONE]);
    assert.equal(data.alternativeVerificationMethods[0]?.identifier, 'a***@e*****.com');
  });

  it('is masked beside the passkey as well', async () => {
    const page = (await startApi({ settings: { identifiers, ...codes } })).page();
    await addPasskey(page, await fill(page, values));
    const verify = await enterIdentifier(page, 'ada');
    const shown = verify.alternatives?.map((block) => verifyData(block).identifier);
    assert.deepEqual(shown, ['a***@e*****.com', '+49 *** **12']);
  });

  it('is shown in full where the project does not mind', async () => {
    const page = await account({ obfuscate: false });
    assert.equal(verifyData(await login(page, 'ada')).identifier, ADA);
  });
});
