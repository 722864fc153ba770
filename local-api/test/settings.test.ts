import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLocalApi } from '../src/index.js';
import { defaultSettings } from '../src/settings/settings.js';
import { dataOf, signUp, startApi } from './support/test-page.js';

interface Failure {
  error: { type: string; validation: { field: string; message: string }[] };
}

describe('settings', () => {
  it('are read and changed in part', async () => {
    const page = (await startApi()).page();
    assert.deepEqual((await page.get('/local-api/settings')).body, defaultSettings);
    const { status, body } = await page.call('PATCH', '/local-api/settings', {
      appName: 'Teapot',
      identifiers: { phone: { enabled: true } },
    });
    const expected = {
      ...defaultSettings,
      appName: 'Teapot',
      identifiers: { ...defaultSettings.identifiers, phone: { enabled: true, required: false } },
    };
    assert.equal(status, 200);
    assert.deepEqual(body, expected);
    assert.deepEqual((await page.get('/local-api/settings')).body, expected);
  });

  it('take effect on the next block', async () => {
    const page = (await startApi()).page();
    await page.settings({
      identifiers: { username: { enabled: true } },
      identifierOrder: ['username', 'email', 'phone'],
      fullName: 'optional',
    });
    const data = dataOf(await page.open(), 'generalBlockSignupInit');
    assert.deepEqual(
      data.identifiers.map(({ type }) => type),
      ['username', 'email'],
    );
    assert.deepEqual(data.fullName, { fullName: '' });
  });

  const wrong: [string, unknown, string][] = [
    ['an unknown setting', { colour: 'red' }, 'colour'],
    ['a setting named like a method', { constructor: 1 }, 'constructor'],
    ['an empty name', { appName: ' ' }, 'appName'],
    ['an unknown environment', { environment: 'staging' }, 'environment'],
    ['a text for a switch', { publicSignup: 'yes' }, 'publicSignup'],
    ['a lifetime of zero', { processLifetimeSeconds: 0 }, 'processLifetimeSeconds'],
    ['a code that lives for ever', { codeLifetimeSeconds: 86_401 }, 'codeLifetimeSeconds'],
    ['a pause below zero', { codePauseSeconds: -1 }, 'codePauseSeconds'],
    ['half a second', { sessionTokenLifetimeSeconds: 10.5 }, 'sessionTokenLifetimeSeconds'],
    ['an unknown identifier', { identifiers: { fax: { enabled: true } } }, 'identifiers.fax'],
    ['an unknown flag', { identifiers: { email: { shown: true } } }, 'identifiers.email.shown'],
    ['a text for a flag', { identifiers: { email: { enabled: 1 } } }, 'identifiers.email.enabled'],
    ['no identifier at all', { identifiers: { email: { enabled: false } } }, 'identifiers'],
    ['an order that leaves one out', { identifierOrder: ['email', 'phone'] }, 'identifierOrder'],
    ['an order with one twice', { identifierOrder: ['email', 'phone', 'email'] }, 'identifierOrder'],
    ['an origin with a path', { allowedOrigins: ['https://a.example/x'] }, 'allowedOrigins'],
    ['an origin that is a wildcard', { allowedOrigins: ['*'] }, 'allowedOrigins'],
    ['a relying party with a scheme', { rpId: 'https://a.example' }, 'rpId'],
    ['a code for a username', { verificationMethods: { username: 'email-otp' } }, 'verificationMethods'],
    ['a mail to a phone', { verificationMethods: { phone: 'email-otp' } }, 'verificationMethods'],
    ['a method named like a method', { verificationMethods: { valueOf: 1 } }, 'verificationMethods'],
    ['a link to another host', { emailLinkPath: '//evil.example/' }, 'emailLinkPath'],
    ['a link with a query', { emailLinkPath: '/a?b' }, 'emailLinkPath'],
    ['an unknown provider', { socialProviders: ['myspace'] }, 'socialProviders'],
    ['a provider given twice', { socialProviders: ['google', 'google'] }, 'socialProviders'],
    ['a block the project does not have', { ownBlock: 'cookies' }, 'ownBlock'],
    ['a rollout of more than all', { connectRolloutPercentage: 101 }, 'connectRolloutPercentage'],
    ['an empty invitation', { connectInvitationTokens: [''] }, 'connectInvitationTokens'],
    ['a rule that decides nothing', { connectIdentifierRules: [{ pattern: '*' }] }, 'connectIdentifierRules'],
    ['an unknown answer', { connectUnknownUser: 'maybe' }, 'connectUnknownUser'],
    ['a flag that is no text', { connectFlags: { 'event-low': true } }, 'connectFlags'],
    ['a list', [], 'body'],
  ];
  for (const [name, patch, field] of wrong) {
    it(`are not changed by ${name}`, async () => {
      const page = (await startApi()).page();
      const before = await page.get('/local-api/settings');
      const combined = Array.isArray(patch) ? patch : { appName: 'Changed', ...(patch as object) };
      const { status, body } = await page.call<Failure>('PATCH', '/local-api/settings', combined);
      assert.deepEqual([status, body.error.type], [400, 'validation_error']);
      assert.deepEqual(
        body.error.validation.map((error) => error.field),
        [field],
      );
      assert.deepEqual((await page.get('/local-api/settings')).body, before.body);
    });
  }

  it('change one verification method and leave the other', async () => {
    const page = (await startApi()).page();
    await page.settings({ verificationMethods: { email: 'email-link' } });
    const { body } = await page.get<typeof defaultSettings>('/local-api/settings');
    assert.deepEqual(body.verificationMethods, { email: 'email-link', phone: 'phone-otp' });
  });

  it('can be given at the start, and are refused there as well', async () => {
    const api = await startApi({ settings: { appName: 'Teapot' } });
    const { body } = await api.page().get<{ appName: string }>('/local-api/settings');
    assert.equal(body.appName, 'Teapot');
    const database = ':memory:';
    await assert.rejects(
      createLocalApi({ database, settings: { emailLinkPath: 'https://evil.example' } }),
      /emailLinkPath must be a path/,
    );
    await assert.rejects(createLocalApi({ database, projectId: 'shop' }), /"shop" is not a project id/);
  });

  it('survive a reset unless it is asked to take them along', async () => {
    const api = await startApi({ settings: { hideBadge: true } });
    const page = api.page();
    await page.settings({ appName: 'Teapot', hideBadge: false });
    await signUp(page);
    assert.equal((await page.post('/local-api/reset')).status, 204);
    assert.deepEqual((await page.get('/local-api/users')).body, { users: [] });
    const read = async () => (await page.get<typeof defaultSettings>('/local-api/settings')).body;
    assert.equal((await read()).appName, 'Teapot');
    await page.post('/local-api/reset', { settings: true });
    assert.deepEqual(await read(), { ...defaultSettings, hideBadge: true });
  });

  it('decide the relying party and the origins', async () => {
    const origin = 'https://login.shop.example';
    const api = await startApi({ publicUrl: 'https://api.shop.example' });
    await api.page('https://api.shop.example').settings({ rpId: 'shop.example', allowedOrigins: [origin] });
    const page = api.page(origin);
    assert.equal((await signUp(page)).block, 'completed');
    assert.equal(page.authenticator.passkeys[0]?.rpId, 'shop.example');
  });
});

describe('users', () => {
  it('are listed with their identifiers and deleted one by one', async () => {
    const api = await startApi();
    const page = api.page();
    await signUp(page, 'ada@example.com');
    await signUp(api.page(), 'grace@example.com');
    type Users = { users: { id: string; passkeys: number; identifiers: { value: string }[] }[] };
    const { users } = (await page.get<Users>('/local-api/users')).body;
    assert.deepEqual(
      users.map(({ passkeys, identifiers }) => [passkeys, identifiers[0]?.value]),
      [
        [1, 'ada@example.com'],
        [1, 'grace@example.com'],
      ],
    );
    const path = `/local-api/users/${users[0]?.id ?? ''}`;
    assert.equal((await page.call('DELETE', path)).status, 204);
    assert.equal((await page.call('DELETE', path)).status, 404);
    assert.equal((await page.get<Users>('/local-api/users')).body.users.length, 1);
    assert.equal((await page.get('/v2/me', page.bearer())).status, 401);
  });
});

describe('the endpoints outside the contract', () => {
  it('tell what stands beside this API of a reset, and wait for it', async () => {
    const told: string[] = [];
    const api = await startApi({
      onReset: async () => {
        await Promise.resolve();
        told.push('reset');
      },
    });
    assert.equal((await api.page().post('/local-api/reset')).status, 204);
    assert.deepEqual(told, ['reset']);
  });

  for (const [method, path] of [
    ['GET', '/local-api/settings'],
    ['PATCH', '/local-api/settings'],
    ['POST', '/local-api/reset'],
    ['GET', '/local-api/users'],
    ['DELETE', '/local-api/users'],
    ['POST', '/local-api/faults'],
  ] as const) {
    it(`are closed to pages of other origins, also allowed ones: ${method} ${path}`, async () => {
      const api = await startApi({ allowedOrigins: ['http://localhost:4200'] });
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      const answer = await api.page('http://localhost:4200').call(method, path, body);
      assert.equal(answer.status, 403);
      const headers = { 'Sec-Fetch-Site': 'cross-site' };
      assert.equal((await api.page().call(method, path, body, { headers })).status, 403);
    });
  }
});
