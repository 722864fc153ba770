import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appendDecision, type AppendFacts } from '../src/connect/append-decision.js';
import { defaultSettings, type Settings } from '../src/settings/settings.js';
import { capable, connectPage, otherBrowser, type ConnectPage } from './support/connect-page.js';

const facts = (different: Partial<AppendFacts> = {}): AppendFacts => ({
  isForced: false,
  isIdentifierAllowed: true,
  isRestrictedBrowser: false,
  method: 'code',
  hasPasskey: false,
  noCredentials: false,
  client: { clientEnvHandle: 'env-1', platformAuthenticator: true, conditionalCreate: true },
  loginErrors: 0,
  optedOutAfterHybrid: false,
  optedOutAfterError: false,
  nowSeconds: 1_000_000,
  ...different,
});

const client = (different: Partial<AppendFacts['client']>) => ({
  client: { clientEnvHandle: 'env-1', ...different },
});

describe('the decision to offer a passkey beside a password', () => {
  const owned = { hasPasskey: true } as const;
  const table: [string, Partial<AppendFacts>, string | undefined][] = [
    ['offers the first one', {}, 'default'],
    ['offers one where those of the person are elsewhere', { ...owned, noCredentials: true }, 'default'],
    ['offers one after a phone', { ...owned, method: 'cda' }, 'after-hybrid'],
    ['offers one after a passkey that failed', { ...owned, loginErrors: 1 }, 'after-error'],
    ['offers none after the passkey of this device', { ...owned, method: 'local' }, undefined],
    ['offers none where there may be one', owned, undefined],
    ['offers none on a device without', client({ platformAuthenticator: false }), undefined],
    ['offers none on a device that says nothing', client({}), undefined],
    [
      'offers none so soon after it was declined',
      client({ platformAuthenticator: true, passkeyAppendShown: 999_000 }),
      undefined,
    ],
    ['offers none in a browser inside an app', { isRestrictedBrowser: true }, undefined],
    ['offers none to somebody who is not in', { isIdentifierAllowed: false }, undefined],
    ['offers one that was asked for', { ...owned, isForced: true }, 'default'],
    [
      'offers one that was asked for on a device that has a phone beside it',
      { isForced: true, ...client({ platformAuthenticator: false, hybridTransport: true }) },
      'default',
    ],
    [
      'offers none that was asked for on a device that can do nothing',
      { isForced: true, ...client({ platformAuthenticator: false }) },
      undefined,
    ],
    [
      'offers none that was asked for in a browser inside an app',
      { isForced: true, isRestrictedBrowser: true },
      undefined,
    ],
  ];
  for (const [name, different, variant] of table) {
    it(name, () => assert.equal(appendDecision(defaultSettings, facts(different))?.variant, variant));
  }

  const how = (settings: Partial<Settings>, different: Partial<AppendFacts> = {}) => {
    const decision = appendDecision({ ...defaultSettings, ...settings }, facts(different));
    return [decision?.autoAppend, decision?.conditionalAppend];
  };
  const conditional = { connectConditionalAppend: true };

  it('waits for a click unless told otherwise', () => assert.deepEqual(how({}), [false, false]));
  it('is automatic where the project wants it', () => {
    assert.deepEqual(how({ connectAutoAppend: true }), [true, false]);
  });
  it('is silent first where the project wants it', () => assert.deepEqual(how(conditional), [false, true]));
  it('is not silent where the browser cannot', () => {
    assert.deepEqual(how(conditional, client({ platformAuthenticator: true })), [false, false]);
  });
  it('is not silent after another passkey', () => {
    assert.deepEqual(how(conditional, { method: 'cda' }), [false, false]);
  });
  it('is neither where the person asked for it', () => {
    assert.deepEqual(how({ ...conditional, connectAutoAppend: true }, { isForced: true }), [false, false]);
  });
  it('can be to offer one each time', () => {
    const always = { ...defaultSettings, connectAppend: 'always' } as const;
    assert.equal(appendDecision(always, facts({ ...owned, method: 'local' }))?.variant, 'default');
  });
});

async function started(settings: object = {}, more: object = {}) {
  const page = await connectPage(settings);
  await page.appendInit();
  return { page, start: await page.appendStart(more) };
}

describe('a Connect append', () => {
  it('makes a passkey for the person of the token', async () => {
    const { page, start } = await started();
    const { publicKey } = JSON.parse(start.body.attestationOptions) as {
      publicKey: { user: { name: string; displayName: string } };
    };
    assert.deepEqual([publicKey.user.name, publicKey.user.displayName], ['ada@example.com', 'Ada']);
    assert.equal(start.body.expiresMs, page.api.clock.now() + 300_000);
    const { body } = await page.appendFinish(page.authenticator.create(start.body.attestationOptions));
    assert.deepEqual(body.passkeyOperation, {
      operationType: 'append',
      identifierValue: 'ada@example.com',
      identifierType: 'email',
      ceremonyType: 'local',
    });
    assert.equal((await page.signIn()).body.passkeyOperation?.operationType, 'verify');
  });

  it('gives the same answer again when it was lost, and makes one passkey', async () => {
    const { page, start } = await started();
    const credential = page.authenticator.create(start.body.attestationOptions);
    const first = await page.appendFinish(credential);
    assert.deepEqual((await page.appendFinish(credential)).body, first.body);
    assert.equal((await page.list()).body.passkeys.length, 1);
  });

  it('hands data of the site through to the end', async () => {
    const page = await connectPage();
    await page.appendInit();
    const customData = { campaign: 'spring' };
    const appendTokenValue = await page.backEnd.token('passkey-append', { customData });
    const { body } = await page.appendStart({ appendTokenValue });
    assert.deepEqual(body.customData, customData);
    const credential = page.authenticator.create(body.attestationOptions);
    const changed = await page.appendFinish(credential, { customData: { campaign: 'autumn' } });
    assert.deepEqual([changed.status, changed.body.error?.validation?.[0]?.field], [400, 'customData']);
    assert.equal((await page.appendFinish(credential, { customData })).status, 200);
  });

  it('excludes the passkeys the person has', async () => {
    const page = await connectPage({ connectAppend: 'always' });
    await page.addPasskey();
    const { attestationOptions } = (await page.appendStart()).body;
    assert.throws(() => page.authenticator.create(attestationOptions), { name: 'InvalidStateError' });
  });

  it('can be finished until it expires', async () => {
    const { page, start } = await started({ connectAppendLifetimeSeconds: 5 });
    page.api.clock.advance(5);
    const { status } = await page.appendFinish(page.authenticator.create(start.body.attestationOptions));
    assert.equal(status, 400);
    assert.equal((await page.list()).body.passkeys.length, 0);
  });

  it('refuses a passkey made for another site', async () => {
    const { page, start } = await started();
    const credential = page.authenticator.create(start.body.attestationOptions, { rpId: 'evil.example' });
    const { status, body } = await page.appendFinish(credential);
    assert.deepEqual([status, body.error?.validation?.[0]?.field], [400, 'attestationResponse']);
  });

  const silent = { completionType: 'conditional' };
  const unnoticed = { userPresent: false, userVerified: false };
  const conditionalCreate = { ...capable, clientCapabilities: { conditionalCreate: true } };

  for (const [name, connectConditionalAppend, more, status] of [
    ['takes a passkey made without a prompt where that was asked for', true, silent, 200],
    ['refuses it where the page says that there was a prompt', true, {}, 400],
    ['refuses it where it was not asked for', false, silent, 400],
  ] as const) {
    it(name, async () => {
      const page = await connectPage({ connectConditionalAppend });
      page.clientInformation = conditionalCreate;
      await page.appendInit();
      const { body } = await page.appendStart();
      assert.equal(body.conditionalAppend, connectConditionalAppend);
      const credential = page.authenticator.create(body.attestationOptions, unnoticed);
      assert.equal((await page.appendFinish(credential, more)).status, status);
    });
  }

  it('takes a token once, and of its own type only', async () => {
    const page = await connectPage();
    await page.appendInit();
    const appendTokenValue = await page.backEnd.token('passkey-append');
    assert.equal((await page.appendStart({ appendTokenValue })).status, 200);
    const again = await page.appendStart({ appendTokenValue });
    assert.deepEqual([again.status, again.body.error?.type], [401, 'login_error']);
    const other = { appendTokenValue: await page.backEnd.token('passkey-login') };
    assert.equal((await page.appendStart(other)).status, 401);
  });

  it('keeps its steps in order', async () => {
    const page = await connectPage();
    await page.loginInit();
    assert.equal((await page.appendStart()).status, 400);
    assert.equal((await page.appendFinish('{}')).status, 400);
  });

  it('is over when the person is deleted meanwhile', async () => {
    const { page, start } = await started();
    await page.call('DELETE', '/local-api/users');
    const { status } = await page.appendFinish(page.authenticator.create(start.body.attestationOptions));
    assert.equal(status, 404);
  });
});

describe('an append that is not offered', () => {
  async function options(page: ConnectPage, more: object = {}): Promise<string> {
    await page.appendInit();
    return (await page.appendStart(more)).body.attestationOptions;
  }

  it('is refused at init on a device without passkeys', async () => {
    const page = await connectPage();
    page.clientInformation = { isUserVerifyingPlatformAuthenticatorAvailable: false };
    assert.equal((await page.appendInit()).body.appendAllowed, false);
    assert.equal(await options(page), '');
  });

  it('is refused at init where the project has switched it off', async () => {
    const page = await connectPage({ connectAppend: 'off' });
    assert.equal((await page.appendInit()).body.appendAllowed, false);
    assert.equal(await options(page), '');
  });

  it('says so of a browser inside an app', async () => {
    const page = await connectPage();
    page.userAgent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) [FBAN/FBIOS;FBAV/480.0]';
    await page.appendInit();
    const { body } = await page.appendStart();
    assert.deepEqual([body.attestationOptions, body.isRestrictedBrowser], ['', true]);
  });

  it('is one for a person who has a passkey here', async () => {
    const page = await connectPage();
    await page.addPasskey();
    assert.equal(await options(page), '');
  });

  it('is offered all the same when the person asks for it in the list', async () => {
    const page = await connectPage();
    await page.addPasskey();
    await page.manageInit();
    assert.notEqual(await options(page, { forcePasskeyAppend: true }), '');
  });

  it('was declined; it comes again after the interval', async () => {
    const page = await connectPage({ passkeyAppendIntervalSeconds: 3600 });
    assert.notEqual(await options(page), '');
    await page.post('/v2/connect/events', { eventType: 'append-explicit-abort' });
    assert.equal(await options(page), '');
    page.api.clock.advance(3600);
    assert.notEqual(await options(page), '');
  });

  it('was declined for good after a phone', async () => {
    const { page, variant } = await afterHybrid();
    assert.equal(await variant(), 'after-hybrid');
    await page.post('/v2/connect/events', { eventType: 'user-append-after-cross-platform-blacklisted' });
    assert.equal(await variant(), undefined);
  });
});

/** A person on a second device, who signs in with the phone. */
async function afterHybrid() {
  const first = await connectPage();
  await first.addPasskey();
  const page = otherBrowser(first, { synced: true });
  const variant = async () => {
    await page.loginInit();
    const { assertionOptions } = (await page.loginStart()).body;
    await page.loginFinish(page.authenticator.get(assertionOptions, { attachment: 'cross-platform' }));
    await page.appendInit();
    const { body } = await page.appendStart();
    return body.attestationOptions === '' ? undefined : body.variant;
  };
  return { page, variant };
}

describe('the words of an append', () => {
  it('are others after a try that failed', async () => {
    const first = await connectPage();
    await first.addPasskey();
    const page = otherBrowser(first);
    await page.loginInit();
    await page.loginStart();
    await page.post('/v2/connect/events', { eventType: 'login-error' });
    await page.appendInit();
    assert.equal((await page.appendStart()).body.variant, 'after-error');
  });

  it('forget the failures of an earlier login', async () => {
    const first = await connectPage();
    await first.addPasskey();
    const page = otherBrowser(first);
    await page.loginInit();
    await page.loginStart({ source: 'error-soft' });
    await page.loginStart();
    await page.appendInit();
    assert.equal((await page.appendStart()).body.attestationOptions, '');
  });
});
