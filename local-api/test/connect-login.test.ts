import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { connectPage, otherBrowser, type ConnectPage } from './support/connect-page.js';
import { signUp } from './support/test-page.js';

async function pageWithPasskey(settings: object = {}): Promise<ConnectPage> {
  const page = await connectPage(settings);
  await page.addPasskey();
  return page;
}

describe('init of a Connect login', () => {
  it('allows the login, names the device and gives a challenge for autofill', async () => {
    const page = await connectPage();
    const { body } = await page.loginInit();
    assert.deepEqual(
      [body.loginAllowed, body.frontendApiUrl, body.flags],
      [
        true,
        'http://localhost:4100',
        { 'conditional-ui-allowed': 'true', 'automatic-append': 'false', 'event-low': 'true' },
      ],
    );
    assert.match(body.newClientEnvHandle ?? '', /^env-\d+$/);
    assert.equal(body.expiresAt, Math.floor(page.api.clock.now() / 1000) + 1800);
    assert.ok(body.conditionalUIChallenge);
  });

  it('hands the name of the device on as client state', async () => {
    const page = await connectPage();
    const { body } = await page.loginInit();
    const state = JSON.parse(Buffer.from(body.newClientState ?? '', 'base64').toString()) as unknown;
    assert.deepEqual(state, {
      clientEnvHandle: { data: body.newClientEnvHandle, ts: page.api.clock.now(), source: 'ls' },
    });
  });

  it('keeps the name of a device that has one', async () => {
    const page = await connectPage();
    await page.loginInit();
    const { body } = await page.loginInit();
    assert.deepEqual([body.newClientEnvHandle, body.newClientState], [undefined, undefined]);
  });

  it('tells the last login again in the same process, also a name beyond ASCII', async () => {
    const page = await connectPage();
    page.backEnd.identifier = 'Zoë';
    await page.addPasskey();
    const { body } = await page.loginInit();
    const state = JSON.parse(atob(body.newClientState ?? '')) as {
      lastLogin: { data: { identifierValue: string; identifierType: string } };
    };
    const { identifierValue, identifierType } = state.lastLogin.data;
    assert.deepEqual([identifierValue, identifierType], ['zoë', 'username']);
  });

  it('goes on with the process of the other parts, and lengthens it', async () => {
    const page = await connectPage();
    const { body: login } = await page.loginInit();
    page.api.clock.advance(600);
    const { body: append } = await page.appendInit();
    const { body: manage } = await page.manageInit();
    assert.deepEqual([append.processID, manage.processID], [login.token, login.token]);
    assert.equal(append.expiresAt, login.expiresAt + 600);
  });

  it('opens another process for another device', async () => {
    const page = await connectPage();
    const { body: first } = await page.loginInit();
    const clientInformation = { clientEnvHandle: 'env-1' };
    const { body } = await page.loginInit({ clientInformation });
    assert.notEqual(body.token, first.token);
  });

  for (const [name, settings, clientInformation] of [
    ['where the project has none', { conditionalUi: false }, {}],
    ['where the browser has none', {}, { isConditionalMediationAvailable: false }],
    ['where the login is switched off', { connectLogin: false }, {}],
  ] as const) {
    it(`gives no challenge for autofill ${name}`, async () => {
      const page = await connectPage(settings);
      const { body } = await page.loginInit({ clientInformation });
      assert.equal(body.conditionalUIChallenge, undefined);
    });
  }

  it('answers the flags of the project', async () => {
    const page = await connectPage({ connectFlags: { 'event-low': 'false', mine: 'x' } });
    const { flags } = (await page.loginInit()).body;
    assert.deepEqual([flags['event-low'], flags['mine']], ['false', 'x']);
  });
});

describe('a Connect login', () => {
  it('by name succeeds with the passkey', async () => {
    const page = await pageWithPasskey();
    await page.loginInit();
    const { body: start } = await page.loginStart();
    assert.deepEqual([start.isCDA, start.fallbackOperationError], [false, { initFallback: false }]);
    const { body } = await page.loginFinish(page.authenticator.get(start.assertionOptions));
    assert.equal(body.session, '');
    assert.deepEqual(body.passkeyOperation, {
      operationType: 'verify',
      identifierValue: 'ada@example.com',
      identifierType: 'email',
      ceremonyType: 'local',
    });
  });

  it('by autofill succeeds as long as init is good for', async () => {
    const page = await pageWithPasskey();
    const { conditionalUIChallenge = '' } = (await page.loginInit()).body;
    page.api.clock.advance(1790);
    const { body } = await page.loginFinish(page.authenticator.get(conditionalUIChallenge), true);
    assert.equal(body.passkeyOperation?.identifierValue, 'ada@example.com');
  });

  it('is told to the server of the site by a token it can verify', async () => {
    const page = await pageWithPasskey();
    const { signedPasskeyData } = (await page.signIn()).body;
    const jwks = (await page.get<JSONWebKeySet>('/.well-known/jwks')).body;
    const { payload } = await jwtVerify(signedPasskeyData, createLocalJWKSet(jwks), {
      issuer: 'pro-1',
      algorithms: ['RS256'],
      currentDate: new Date(page.api.clock.now()),
    });
    const { sub, jti, processId, credential, challengeId, webauthnId, iat = 0, ...rest } = payload;
    const { body: list } = await page.list();
    assert.match(sub ?? '', /^usr-\d+$/);
    assert.match(String(processId), /^prc-\d+$/);
    assert.match(String(challengeId), /^was-\d{18}$/);
    assert.ok(jti);
    assert.deepEqual([credential, webauthnId], [list.passkeys[0]?.id, list.userID]);
    assert.deepEqual(rest, {
      iss: 'pro-1',
      nbf: iat,
      exp: iat + 300,
      username: 'ada@example.com',
      isCUI: false,
    });
  });

  it('gives no session of this API', async () => {
    const page = await pageWithPasskey();
    const { signedPasskeyData } = (await page.signIn()).body;
    assert.equal((await page.get('/v2/me', page.bearer(signedPasskeyData))).status, 401);
  });

  it('says that the passkey is on this device once it was used here', async () => {
    const page = await pageWithPasskey();
    await page.loginInit();
    assert.equal((await page.loginStart()).body.preferImmediatelyAvailable, true);
    const other = otherBrowser(page);
    await other.loginInit();
    assert.equal((await other.loginStart()).body.preferImmediatelyAvailable, false);
  });

  it('says that another device is needed where the passkey cannot be here', async () => {
    const page = await connectPage();
    await page.appendInit();
    const { attestationOptions } = (await page.appendStart()).body;
    await page.appendFinish(page.authenticator.create(attestationOptions, { backupState: false }));
    const other = otherBrowser(page);
    await other.loginInit();
    const { body } = await other.loginStart();
    assert.equal(body.isCDA, true);
    assert.notEqual(body.assertionOptions, '');
  });

  it('takes an identifier however it is written', async () => {
    const page = await pageWithPasskey();
    await page.loginInit();
    const { body } = await page.loginStart({ identifier: ' ADA@example.com ' });
    assert.notEqual(body.assertionOptions, '');
  });

  it('gets the same answer again when it was lost', async () => {
    const page = await pageWithPasskey();
    await page.loginInit();
    const { assertionOptions } = (await page.loginStart()).body;
    const assertion = page.authenticator.get(assertionOptions);
    const first = await page.loginFinish(assertion);
    assert.deepEqual((await page.loginFinish(assertion)).body, first.body);
    page.api.clock.advance(121);
    assert.equal((await page.loginFinish(assertion)).status, 400);
  });
});

describe('nobody of this name', () => {
  const table: [string, unknown][] = [
    ['no_cbo_user', { initFallback: true, identifier: 'eve@example.com', error: { code: 'no_cbo_user' } }],
    [
      'user_not_found',
      { initFallback: false, identifier: 'eve@example.com', error: { code: 'user_not_found' } },
    ],
  ];
  for (const [connectUnknownUser, expected] of table) {
    it(`is answered ${connectUnknownUser} with status 200`, async () => {
      const page = await connectPage({ connectUnknownUser });
      await page.loginInit();
      const { status, body } = await page.loginStart({ identifier: 'eve@example.com' });
      const { error, ...rest } = body.fallbackOperationError;
      assert.deepEqual([status, body.assertionOptions], [200, '']);
      assert.deepEqual({ ...rest, error: { code: error?.code } }, expected);
    });
  }

  it('is answered with status 404 where the project wants it so', async () => {
    const page = await connectPage({ connectUnknownUser: 'http-404' });
    await page.loginInit();
    const { status, body } = await page.loginStart({ identifier: 'eve@example.com' });
    assert.deepEqual([status, body.error?.type], [404, 'not_found']);
  });

  it('is somebody without a passkey: the site’s own login takes over without a word', async () => {
    const page = await connectPage();
    await page.appendInit();
    await page.appendStart();
    await page.loginInit();
    const { body } = await page.loginStart();
    assert.deepEqual(body.fallbackOperationError, { initFallback: true, identifier: 'ada@example.com' });
  });
});

describe('a passkey that does not sign in', () => {
  it('is one that was deleted here, by autofill', async () => {
    const page = await pageWithPasskey();
    await page.delete((await page.list()).body.passkeys[0]?.id ?? '');
    const { conditionalUIChallenge = '' } = (await page.loginInit()).body;
    const { status, body } = await page.loginFinish(page.authenticator.get(conditionalUIChallenge), true);
    assert.deepEqual(
      [status, body.fallbackOperationError?.error?.code, body.fallbackOperationError?.initFallback],
      [200, 'cui_credential_deleted', true],
    );
    assert.deepEqual([body.passkeyOperation, body.signedPasskeyData], [undefined, '']);
  });

  it('is one that was deleted here, with status 404 where the project wants it so', async () => {
    const page = await pageWithPasskey({ connectUnknownUser: 'http-404' });
    await page.delete((await page.list()).body.passkeys[0]?.id ?? '');
    const { conditionalUIChallenge = '' } = (await page.loginInit()).body;
    const { status } = await page.loginFinish(page.authenticator.get(conditionalUIChallenge), true);
    assert.equal(status, 404);
  });

  it('is one that was not verified', async () => {
    const page = await pageWithPasskey();
    await page.loginInit();
    const { assertionOptions } = (await page.loginStart()).body;
    const { body } = await page.loginFinish(
      page.authenticator.get(assertionOptions, { userVerified: false }),
    );
    assert.equal(body.fallbackOperationError?.error?.code, 'unexpected_error');
  });

  it('is one of the auth process', async () => {
    const page = await connectPage();
    await signUp(page);
    page.processToken = undefined;
    const { conditionalUIChallenge = '' } = (await page.loginInit()).body;
    const { body } = await page.loginFinish(page.authenticator.get(conditionalUIChallenge), true);
    const { error } = body.fallbackOperationError ?? {};
    assert.equal(error?.code, 'cui_alternative_project_id');
    assert.match(
      error.message,
      /^This passkey is linked to a .+ account\. Try again with your .+ passkeys\.$/,
    );
  });

  it('is one of Connect in the auth process, which does not take it for unknown', async () => {
    const page = await pageWithPasskey();
    const init = await page.open({ preferredBlock: 'login-init' });
    assert.ok('conditionalUIChallenge' in init.data);
    const signedChallenge = page.authenticator.get(init.data.conditionalUIChallenge ?? '');
    const again = await page.step('passkey/mediation/finish', { signedChallenge });
    assert.equal(again.error?.code, 'invalid_passkey');
  });

  it('is one for another process', async () => {
    const page = await pageWithPasskey();
    const other = otherBrowser(page, { synced: true });
    const { conditionalUIChallenge = '' } = (await other.loginInit()).body;
    await page.loginInit();
    const { body } = await page.loginFinish(page.authenticator.get(conditionalUIChallenge), true);
    assert.equal(body.fallbackOperationError?.error?.code, 'unexpected_error');
  });
});

describe('a Connect login as second factor', () => {
  it('names the person by a token of the site’s server', async () => {
    const page = await pageWithPasskey();
    await page.loginInit();
    const loginConnectToken = await page.backEnd.token('passkey-login');
    const { body } = await page.loginStart({ identifier: '', loginConnectToken });
    const finish = await page.loginFinish(page.authenticator.get(body.assertionOptions));
    assert.equal(finish.body.passkeyOperation?.identifierValue, 'ada@example.com');
  });

  it('never says that somebody the server vouches for does not exist', async () => {
    const page = await connectPage({ connectUnknownUser: 'http-404' });
    await page.loginInit();
    const loginConnectToken = await page.backEnd.token('passkey-login');
    const { body } = await page.loginStart({ identifier: '', loginConnectToken });
    assert.equal(body.fallbackOperationError.error?.code, 'no_cbo_user');
  });

  it('takes a token once, and of its own type only', async () => {
    const page = await pageWithPasskey();
    await page.loginInit();
    const start = async (loginConnectToken: string) =>
      (await page.loginStart({ identifier: '', loginConnectToken })).status;
    const token = await page.backEnd.token('passkey-login');
    assert.deepEqual([await start(token), await start(token)], [200, 401]);
    assert.equal(await start(await page.backEnd.token('passkey-list')), 401);
  });

  it('does not take a token that has expired', async () => {
    const page = await pageWithPasskey();
    await page.loginInit();
    const loginConnectToken = await page.backEnd.token('passkey-login');
    page.api.clock.advance(301);
    assert.equal((await page.loginStart({ identifier: '', loginConnectToken })).status, 401);
  });
});

describe('a Connect process', () => {
  it('is needed by every operation but init and clear', async () => {
    const page = await connectPage();
    page.processToken = 'unknown';
    const { status, body } = await page.loginStart();
    assert.deepEqual([status, body.error?.type], [404, 'process_not_available']);
  });

  it('is no process of the auth process, nor the other way round', async () => {
    const page = await connectPage();
    await page.open();
    assert.equal((await page.loginStart()).status, 404);
    await page.loginInit();
    assert.equal((await page.get('/v2/auth/process')).status, 404);
  });

  it('does not go on at another origin', async () => {
    const page = await connectPage({ allowedOrigins: ['http://localhost:4200'] });
    await page.loginInit();
    const headers = { Origin: 'http://localhost:4200' };
    const request = { identifier: 'ada@example.com', source: 'text-field', loadedMs: 0 };
    assert.equal((await page.post('/v2/connect/login/start', request, { headers })).status, 404);
  });

  it('is gone when it is cleared, which can be done twice', async () => {
    const page = await connectPage();
    const { token: processId } = (await page.loginInit()).body;
    for (let times = 0; times < 2; times += 1) {
      const { body } = await page.post('/v2/connect/process/clear', { processId });
      assert.deepEqual(body, { processId });
    }
    assert.equal((await page.loginStart()).status, 404);
  });

  it('keeps its steps in order', async () => {
    const page = await connectPage();
    await page.appendInit();
    assert.equal((await page.loginStart()).status, 400);
    assert.equal((await page.loginFinish('{}')).status, 400);
  });

  for (const identifier of ['', ' ', 'a'.repeat(255)]) {
    it(`does not sign in "${identifier.slice(0, 3)}" of ${identifier.length} characters`, async () => {
      const page = await connectPage();
      await page.loginInit();
      const { status, body } = await page.loginStart({ identifier });
      assert.deepEqual([status, body.error?.validation?.[0]?.field], [400, 'identifier']);
    });
  }

  it('limits how often one identifier is asked about', async () => {
    const page = await connectPage({ identifierRequestsPerMinute: 1 });
    await page.loginInit();
    await page.loginStart();
    assert.equal((await page.loginStart()).status, 429);
  });
});
