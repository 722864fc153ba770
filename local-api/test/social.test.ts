import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SettingsPatch } from '../src/index.js';
import {
  choose,
  formOf,
  locationOf,
  navigate,
  social,
  startSocial,
  submit,
  visitProvider,
} from './support/provider.js';
import {
  dataOf,
  enterIdentifier,
  signUp,
  startApi,
  withPasskeys,
  type BlockBody,
  type TestPage,
} from './support/test-page.js';

const settings: SettingsPatch = { socialProviders: ['google', 'microsoft', 'github'] };
const grace = { account: 'grace@example.com' } as const;
const ada = { account: 'ada@example.com' } as const;

async function opened(more = {}, options = {}): Promise<TestPage> {
  const page = (await startApi({ settings: { ...settings, ...more }, ...options })).page();
  await page.open();
  return page;
}

function initData(block: BlockBody) {
  assert.ok('socialData' in block.data && block.data.socialData, block.block);
  return { error: block.data.error?.code, ...block.data.socialData };
}

async function usersOf(page: TestPage) {
  type Users = { users: { passkeys: number; identifiers: { value: string; status: string }[] }[] };
  return (await page.get<Users>('/local-api/users')).body.users;
}

describe('social login', () => {
  it('is offered on both forms, in the order of the project', async () => {
    const page = (await startApi({ settings: { socialProviders: ['github', 'google'] } })).page();
    const block = await page.open();
    for (const form of [block, block.alternatives?.[0]]) {
      assert.ok(form);
      const { providers, status } = initData(form);
      assert.deepEqual([providers, status], [['github', 'google'], 'initial']);
    }
  });

  for (const authType of ['signup', 'login'] as const) {
    it(`makes an account for somebody new (${authType})`, async () => {
      const page = await opened();
      const back = initData(await visitProvider(page, authType, grace));
      assert.deepEqual([back.status, back.error], ['finished', undefined]);
      assert.equal((await page.step('social/verify/finish', {})).block, 'completed');
      const { body } = await page.get<{ fullName: string; socialAccounts: object[] }>(
        '/v2/me',
        page.bearer(),
      );
      assert.deepEqual(body.socialAccounts, [
        {
          providerType: 'google',
          identifierValue: 'grace@example.com',
          avatarUrl: '',
          fullName: 'Grace Hopper',
        },
      ]);
      const [user] = await usersOf(page);
      assert.deepEqual(
        [user?.identifiers[0]?.value, user?.identifiers[0]?.status],
        ['grace@example.com', 'verified'],
      );
    });

    it(`signs in who is linked (${authType})`, async () => {
      const page = await opened();
      await social(page, 'signup', grace);
      await page.open();
      assert.equal((await social(page, authType, grace)).block, 'completed');
      assert.equal((await usersOf(page)).length, 1);
    });

    it(`refuses who has an account that is not linked (${authType})`, async () => {
      const page = await opened();
      await signUp(page, 'ada@example.com');
      await page.open();
      const refused = initData(await social(page, authType, ada));
      assert.deepEqual([refused.error, refused.status], ['social_account_not_linked', 'initial']);
      assert.equal((await enterIdentifier(page)).block, 'passkey-verify');
    });

    it(`says that the person cancelled, and can be started again (${authType})`, async () => {
      const page = await opened();
      const cancelled = initData(await visitProvider(page, authType, { decision: 'deny' }));
      assert.deepEqual([cancelled.error, cancelled.status], ['social_cancelled', 'finished']);
      assert.equal((await page.post('/v2/auth/social/verify/finish', {})).status, 400);
      assert.equal((await social(page, authType, grace)).block, 'completed');
    });
  }

  it('offers a passkey where the device can hold one', async () => {
    const page = await opened();
    await page.open(withPasskeys);
    const append = await social(page, 'signup', grace);
    assert.deepEqual([append.block, append.alternatives?.[0]?.block], ['passkey-append', 'completed']);
    assert.equal((await page.step('process/complete')).block, 'completed');
  });

  it('asks in the form for what the provider does not know', async () => {
    const username = { enabled: true, required: true };
    const page = await opened({ identifiers: { username }, fullName: 'required' });
    const form = await social(page, 'login', { email: 'Lin@example.com', name: 'Lin' });
    const data = dataOf(form, 'generalBlockSignupInit');
    assert.deepEqual(
      data.identifiers.map(({ identifier, error }) => [identifier, error?.code]),
      [
        ['lin@example.com', undefined],
        ['', 'missing_identifier_type'],
      ],
    );
    assert.equal(data.fullName?.fullName, 'Lin');
    const identifiers = [
      { type: 'email', identifier: 'lin@example.com' },
      { type: 'username', identifier: 'lin' },
    ];
    assert.equal((await page.step('signup/init', { identifiers, fullName: 'Lin' })).block, 'completed');
    await page.open();
    assert.equal((await social(page, 'login', { email: 'lin@example.com' })).block, 'completed');
  });

  it('does not vouch for another address than the one of the account', async () => {
    const username = { enabled: true, required: true };
    const page = await opened({ identifiers: { username }, verification: 'at-signup' });
    await social(page, 'signup', grace);
    const identifiers = [
      { type: 'email', identifier: 'other@example.com' },
      { type: 'username', identifier: 'grace' },
    ];
    assert.equal((await page.step('signup/init', { identifiers })).block, 'email-verify');
    assert.equal((await page.enterCode('other@example.com')).block, 'completed');
  });

  it('makes no account where the project is closed to the public', async () => {
    const page = await opened({ publicSignup: false });
    const refused = await social(page, 'login', grace);
    assert.deepEqual([refused.block, initData(refused).error], ['login-init', 'signup_not_allowed']);
    assert.deepEqual(await usersOf(page), []);
  });

  it('that was broken off leaves the form as it was', async () => {
    const page = await opened();
    await startSocial(page, 'login');
    const { body } = await page.get<{ blockBody: BlockBody }>('/v2/auth/process');
    const { status, oauthUrl } = initData(body.blockBody);
    assert.deepEqual([status, oauthUrl], ['initial', undefined]);
  });

  for (const [name, body] of [
    ['a provider that is not offered', { providerType: 'github' }],
    ['a return to another origin', { redirectUrl: 'https://evil.example/' }],
    ['a return to a script', { redirectUrl: 'javascript:alert(1)' }],
    ['a return to nowhere', { redirectUrl: '/account.html' }],
  ] as const) {
    it(`does not start with ${name}`, async () => {
      const page = await opened({ socialProviders: ['google'] });
      const { status } = await page.post('/v2/auth/social/verify/start', {
        providerType: 'google',
        authType: 'login',
        redirectUrl: `${page.origin}/`,
        ...body,
      });
      assert.equal(status, 400);
    });
  }
});

describe('the way back from the provider', () => {
  it('can be taken once', async () => {
    const page = await opened();
    const callback = await choose(page, await startSocial(page, 'login'), grace);
    await navigate(page, callback);
    assert.equal((await navigate(page, callback)).status, 400);
  });

  it('is closed to every other browser', async () => {
    const api = await startApi({ settings });
    const attacker = api.page();
    await attacker.open();
    const victim = api.page();
    await victim.open();
    const callback = await choose(victim, await startSocial(attacker, 'login'), grace);
    assert.equal((await navigate(victim, callback)).status, 400);
    assert.equal((await attacker.post('/v2/auth/social/verify/finish', {})).status, 400);
  });

  it('is closed to a state nobody gave out', async () => {
    const page = await opened();
    const callback = new URL(await choose(page, await startSocial(page, 'login'), grace));
    callback.searchParams.set('state', 'A'.repeat(43));
    assert.equal((await navigate(page, callback.href)).status, 400);
  });

  for (const [name, change] of [
    ['a code that is wrong', (url: URL) => url.searchParams.set('code', 'A'.repeat(43))],
    ['no code', (url: URL) => url.searchParams.delete('code')],
    ['an error of the provider', (url: URL) => url.searchParams.set('error', 'server_error')],
  ] as const) {
    it(`with ${name} is a failure the page can tell`, async () => {
      const page = await opened();
      const callback = new URL(await choose(page, await startSocial(page, 'login'), grace));
      if (name === 'an error of the provider') callback.searchParams.delete('code');
      change(callback);
      locationOf(await navigate(page, callback.href));
      const { body } = await page.get<{ blockBody: BlockBody }>('/v2/auth/process');
      assert.equal(initData(body.blockBody).error, 'social_failed');
    });
  }

  it('takes no code that was given for another request', async () => {
    const page = await opened();
    const other = new URL(await choose(page, await startSocial(page, 'login'), ada));
    const callback = new URL(await choose(page, await startSocial(page, 'login'), grace));
    callback.searchParams.set('code', other.searchParams.get('code') ?? '');
    locationOf(await navigate(page, callback.href));
    const { body } = await page.get<{ blockBody: BlockBody }>('/v2/auth/process');
    assert.equal(initData(body.blockBody).error, 'social_failed');
  });

  it('takes a code for a minute', async () => {
    const api = await startApi({ settings });
    const page = api.page();
    await page.open();
    const callback = await choose(page, await startSocial(page, 'login'), grace);
    api.clock.advance(60);
    await navigate(page, callback);
    const { body } = await page.get<{ blockBody: BlockBody }>('/v2/auth/process');
    assert.equal(initData(body.blockBody).error, 'social_failed');
  });

  it('leads to a page of another, allowed origin', async () => {
    const origin = 'http://localhost:4200';
    const api = await startApi({ settings, allowedOrigins: [origin] });
    const page = api.page(origin);
    await page.open();
    assert.equal((await social(page, 'login', grace)).block, 'completed');
  });
});

describe('the page of the provider', () => {
  async function show() {
    const page = await opened({ appName: '<script>alert(1)</script> & Co' });
    const response = await navigate(page, await startSocial(page, 'login', 'github'), {
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    return { page, response, html: await response.text() };
  }

  it('forbids every script and every frame, and still says where its form comes from', async () => {
    const { response } = await show();
    const policy = response.headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ]) {
      assert.ok(policy.includes(part), part);
    }
    assert.equal(response.headers.get('referrer-policy'), 'same-origin');
    assert.equal(response.headers.get('cache-control'), 'no-store');
  });

  it('shows text of the project as text', async () => {
    const { html } = await show();
    assert.ok(html.includes('&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co'));
    assert.ok(!/<script|style=/.test(html));
  });

  it('names the provider in its title', async () => {
    assert.match((await show()).html, /<title>Sign in with GitHub<\/title>/);
  });

  it('comes again with an error and what was typed for an address that is none', async () => {
    const { page, html } = await show();
    const form = formOf(html);
    for (const [name, value] of Object.entries({ decision: 'allow', account: 'other', email: '"><b>' })) {
      form.set(name, value);
    }
    const again = await submit(page, form);
    assert.equal(again.status, 422);
    const text = await again.text();
    assert.match(text, /role="alert"/);
    assert.ok(text.includes('value="&quot;&gt;&lt;b&gt;"'), 'what was typed is kept, as text');
  });

  it('takes no form from another origin', async () => {
    const { page, html } = await show();
    const form = formOf(html);
    form.set('account', 'ada@example.com');
    form.set('decision', 'allow');
    for (const origin of ['https://evil.example', 'null']) {
      assert.equal((await submit(page, form, origin)).status, 403);
    }
  });

  for (const [name, value] of [
    ['redirect_uri', 'https://evil.example/'],
    ['provider', 'constructor'],
    ['code_challenge_method', 'plain'],
    ['state', ''],
  ] as const) {
    it(`does not serve a request with another ${name}`, async () => {
      const page = await opened();
      const url = new URL(await startSocial(page, 'login'));
      url.searchParams.set(name, value);
      const response = await navigate(page, url.href);
      assert.equal(response.status, 400);
      assert.match(await response.text(), /does not work/);
    });
  }
});
