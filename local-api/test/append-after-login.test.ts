import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appendOffer, type SignInFacts } from '../src/auth/append-offer.js';
import {
  challengeOf,
  dataOf,
  enterIdentifier,
  fillSignup,
  signUp,
  startApi,
  type TestPage,
} from './support/test-page.js';
import type { BlockBody } from '../src/contract.js';
import type { CeremonyQuirks } from './support/software-authenticator.js';

const facts = (different: Partial<SignInFacts> = {}): SignInFacts => ({
  method: 'cda',
  hasPasskey: true,
  noCredentials: false,
  client: { platformAuthenticator: true },
  loginErrors: 0,
  optedOutAfterHybrid: false,
  optedOutAfterError: false,
  nowSeconds: 1_000_000,
  ...different,
});

const whenUseful = { passkeyAppendAfterLogin: 'when-useful', passkeyAppendIntervalSeconds: 86_400 } as const;

describe('the decision to offer one more passkey', () => {
  const local = { method: 'local' } as const;
  const code = { method: 'code' } as const;
  const securityKey = { method: 'security-key' } as const;
  const withClient = (client: SignInFacts['client']) => ({
    client: { platformAuthenticator: true, ...client },
  });
  const table: [string, Partial<SignInFacts>, string | undefined][] = [
    ['after a sign-in with another device', {}, 'after-hybrid'],
    ['not after one with this device', local, undefined],
    ['not after one with this device that failed first', { ...local, loginErrors: 1 }, undefined],
    ['not after one with a security key', securityKey, undefined],
    ['after one with a security key that failed first', { ...securityKey, loginErrors: 1 }, 'after-error'],
    ['not on a device without passkeys', { client: { platformAuthenticator: false } }, undefined],
    ['not on a device that says nothing', { client: {} }, undefined],
    ['not when declined for good', { optedOutAfterHybrid: true }, undefined],
    ['not when declined on this device', withClient({ optOutAfterHybrid: true }), undefined],
    [
      'not after an error when declined',
      { ...securityKey, loginErrors: 1, optedOutAfterError: true },
      undefined,
    ],
    ['not when shown an hour ago', withClient({ passkeyAppendShown: 996_400 }), undefined],
    [
      'not when shown just now by a clock two hours ahead',
      withClient({ passkeyAppendShown: 1_007_200 }),
      undefined,
    ],
    ['after a code where the account has no passkey', { ...code, hasPasskey: false }, 'default'],
    ['not after a code where it has one', code, undefined],
    ['after a code for want of a passkey here', { ...code, noCredentials: true }, 'after-no-credential'],
    ['after a code where the passkey failed first', { ...code, loginErrors: 1 }, 'after-error'],
    [
      'not after a code when declined after an error',
      { ...code, loginErrors: 1, optedOutAfterError: true },
      undefined,
    ],
    ['after a social login without a passkey', { method: 'social', hasPasskey: false }, 'default'],
    ['not after a social login with one', { method: 'social' }, undefined],
    ['again when shown two days ago', withClient({ passkeyAppendShown: 827_200 }), 'after-hybrid'],
  ];
  for (const [name, different, variant] of table) {
    it(name, () => assert.equal(appendOffer(whenUseful, facts(different)), variant));
  }

  it('never where it is switched off', () => {
    assert.equal(appendOffer({ ...whenUseful, passkeyAppendAfterLogin: 'off' }, facts()), undefined);
  });

  it('always where the project wants so', () => {
    const always = { ...whenUseful, passkeyAppendAfterLogin: 'always' } as const;
    assert.equal(appendOffer(always, facts({ method: 'local' })), 'default');
  });
});

const withPlatform = { clientInformation: { isUserVerifyingPlatformAuthenticatorAvailable: true } };

const phone = { attachment: 'cross-platform' };

async function signIn(
  page: TestPage,
  quirks: CeremonyQuirks = {},
  opening: Parameters<TestPage['open']>[0] = {},
) {
  await page.open({ ...withPlatform, preferredBlock: 'login-init', ...opening });
  const verify = await page.step('login/init', { identifierValue: 'ada@example.com', isPhone: false });
  return page.step('passkey/login/finish', {
    signedChallenge: page.authenticator.get(challengeOf(verify), quirks),
  });
}

describe('a passkey made without a prompt', () => {
  const unnoticed = { userPresent: false, userVerified: false };
  const create = (page: TestPage, offer: BlockBody) =>
    page.step('passkey/append/finish', {
      signedChallenge: page.authenticator.create(challengeOf(offer), unnoticed),
    });

  /** An account without a passkey, whose owner has just entered a code. */
  async function afterCode() {
    const page = (await startApi({ settings: { codeFallback: true } })).page();
    await fillSignup(page);
    await page.step('identifier/verify/start', { identifierType: 'email', verificationType: 'email-otp' });
    await page.enterCode();
    await page.open(withPlatform);
    await page.step('login/init', { identifierValue: 'ada@example.com', isPhone: false });
    return { page, offer: await page.enterCode() };
  }

  it('is taken from somebody who has just entered a code', async () => {
    const { page, offer } = await afterCode();
    assert.equal(offer.block, 'passkey-append');
    const { passkeyOperation } = dataOf(await create(page, offer), 'generalBlockCompleted');
    assert.equal(passkeyOperation?.operationType, 'append');
  });

  it('signs in only with its owner there', async () => {
    const { page, offer } = await afterCode();
    await create(page, offer);
    assert.equal((await signIn(page, unnoticed)).error?.code, 'invalid_passkey');
    assert.equal((await signIn(page)).block, 'completed');
  });

  it('is refused at a sign-up', async () => {
    const page = (await startApi()).page();
    assert.equal((await create(page, await fillSignup(page))).error?.code, 'invalid_passkey');
  });

  it('is refused after a sign-in with another device', async () => {
    const page = (await startApi()).page();
    await signUp(page);
    const offer = await signIn(page, phone);
    page.authenticator.passkeys.length = 0;
    assert.equal((await create(page, offer)).error?.code, 'invalid_passkey');
  });
});

describe('one more passkey after a sign-in', () => {
  it('is offered after the phone, excludes what is there, and can be declined', async () => {
    const api = await startApi();
    const page = api.page();
    await signUp(page);
    const append = await signIn(page, { attachment: 'cross-platform' });
    const data = dataOf(append, 'generalBlockPasskeyAppend');
    assert.equal(data.variant, 'after-hybrid');
    assert.equal(append.authType, 'login');
    assert.equal(append.alternatives?.[0]?.block, 'completed');
    assert.throws(() => page.authenticator.create(data.challenge), { name: 'InvalidStateError' });
    assert.equal((await page.post('/v2/auth/events', { eventType: 'append-credential-exists' })).status, 204);
    const { body } = await page.get<{ events: { type: string }[] }>('/local-api/events');
    assert.deepEqual(
      body.events.map((event) => event.type),
      ['append-credential-exists'],
    );
    const { passkeyOperation } = dataOf(await page.step('process/complete'), 'generalBlockCompleted');
    assert.equal(passkeyOperation?.operationType, 'verify');
    assert.equal(passkeyOperation?.ceremonyType, 'cda');
  });

  it('is stored beside the first', async () => {
    const api = await startApi();
    const phone = api.page();
    await signUp(phone);
    const append = await signIn(phone, { attachment: 'cross-platform' });
    const laptop = api.page().authenticator;
    const completed = await phone.step('passkey/append/finish', {
      signedChallenge: laptop.create(challengeOf(append)),
    });
    const { passkeyOperation } = dataOf(completed, 'generalBlockCompleted');
    assert.equal(passkeyOperation?.operationType, 'append');
    const { body } = await phone.get<{ passkeys: unknown[] }>('/v2/me/passkeys', phone.bearer());
    assert.equal(body.passkeys.length, 2);
  });

  it('is not offered again once declined for good', async () => {
    const api = await startApi();
    const page = api.page();
    await signUp(page);
    await signIn(page, { attachment: 'cross-platform' });
    await page.post('/v2/auth/events', { eventType: 'user-append-after-cross-platform-blacklisted' });
    await page.step('process/complete');
    assert.equal((await signIn(page, { attachment: 'cross-platform' })).block, 'completed');
  });

  it('is not offered again when that wish came after the session', async () => {
    const page = (await startApi()).page();
    await signUp(page);
    await signIn(page, phone);
    await page.step('process/complete');
    await page.post('/v2/auth/events', { eventType: 'user-append-after-cross-platform-blacklisted' });
    assert.equal((await signIn(page, phone)).block, 'completed');
  });

  it('is not offered where the browser says that it was declined for good', async () => {
    const page = (await startApi()).page();
    await signUp(page);
    const declined = await signIn(page, phone, { optOutOfPasskeyAppendAfterHybrid: true });
    assert.equal(declined.block, 'completed');
    assert.equal((await signIn(page, phone)).block, 'passkey-append');
  });

  it('is not offered where the browser says that it was a minute ago', async () => {
    const api = await startApi();
    const page = api.page();
    await signUp(page);
    const passkeyAppendShown = Math.floor(api.clock.now() / 1000) - 60;
    assert.equal((await signIn(page, phone, { passkeyAppendShown })).block, 'completed');
  });

  it('is offered after a security key that failed first', async () => {
    const api = await startApi();
    const page = api.page();
    const signup = await fillSignup(page);
    await page.step('passkey/append/finish', {
      signedChallenge: page.authenticator.create(challengeOf(signup), { transports: ['usb'] }),
    });
    await page.open(withPlatform);
    const verify = await page.step('login/init', { identifierValue: 'ada@example.com', isPhone: false });
    await page.post('/v2/auth/events', { eventType: 'login-error', challenge: challengeOf(verify) });
    const append = await page.step('passkey/login/finish', {
      signedChallenge: page.authenticator.get(challengeOf(verify), { attachment: 'cross-platform' }),
    });
    assert.equal(dataOf(append, 'generalBlockPasskeyAppend').variant, 'after-error');
  });

  it('starts by itself where the project wants so, with pictures for the device', async () => {
    const api = await startApi({ settings: { autoSubmit: true } });
    const page = api.page();
    await page.open({
      clientInformation: {
        javaScriptHighEntropy: { platform: 'macOS', platformVersion: '15', mobile: false },
      },
    });
    const append = await page.step('signup/init', {
      identifiers: [{ type: 'email', identifier: 'ada@example.com' }],
    });
    const data = dataOf(append, 'generalBlockPasskeyAppend');
    assert.deepEqual([data.autoSubmit, data.passkeyIconSet], [true, 'apple']);
  });

  it('is a security key when it is one', async () => {
    const api = await startApi();
    const page = api.page();
    const append = await fillSignup(page);
    const completed = await page.step('passkey/append/finish', {
      signedChallenge: page.authenticator.create(challengeOf(append), {
        attachment: 'cross-platform',
        transports: ['usb', 'nfc'],
        backupEligible: false,
        backupState: false,
      }),
    });
    const { passkeyOperation } = dataOf(completed, 'generalBlockCompleted');
    assert.equal(passkeyOperation?.ceremonyType, 'security-key');
    assert.equal((await enterIdentifier(page)).block, 'passkey-verify');
  });
});
