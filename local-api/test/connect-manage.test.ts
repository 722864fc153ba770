import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connectPage, otherBrowser, type ConnectPage } from './support/connect-page.js';

async function pageWithPasskey(): Promise<ConnectPage> {
  const page = await connectPage();
  await page.addPasskey();
  await page.manageInit();
  return page;
}

describe('the passkey list of Connect', () => {
  it('names the passkeys and what the password manager must be told', async () => {
    const page = await pageWithPasskey();
    const { body } = await page.list();
    const [made] = page.authenticator.passkeys;
    assert.deepEqual(
      body.passkeys.map(({ credentialID }) => credentialID),
      [made?.id],
    );
    assert.deepEqual(
      [body.rpID, body.userID, body.signalAllAcceptedCredentials],
      ['localhost', made?.userHandle, true],
    );
  });

  it('marks what was used on this device', async () => {
    const page = await pageWithPasskey();
    assert.deepEqual((await page.list()).body.passkeys[0]?.tags, ['this-device']);
    const other = otherBrowser(page);
    await other.manageInit();
    assert.deepEqual((await other.list()).body.passkeys[0]?.tags, []);
  });

  it('asks for no signal where the browser has none', async () => {
    const page = await pageWithPasskey();
    await page.manageInit({
      clientInformation: { clientCapabilities: { signalAllAcceptedCredentials: false } },
    });
    assert.equal((await page.list()).body.signalAllAcceptedCredentials, false);
  });

  it('is empty for somebody who has none', async () => {
    const page = await connectPage();
    await page.manageInit();
    const { body } = await page.list();
    assert.deepEqual([body.passkeys, body.userID, body.signalAllAcceptedCredentials], [[], '', false]);
  });

  it('is there, without adding, where managing is switched off', async () => {
    const page = await connectPage({ connectManage: false });
    assert.equal((await page.manageInit()).body.manageAllowed, false);
    assert.equal((await page.list()).status, 200);
    const { body } = await page.appendStart({ forcePasskeyAppend: true });
    assert.equal(body.attestationOptions, '');
  });

  it('grows by a passkey the person asks for', async () => {
    const page = await pageWithPasskey();
    const { body } = await page.appendStart({ forcePasskeyAppend: true });
    page.authenticator.passkeys.length = 0;
    await page.appendFinish(page.authenticator.create(body.attestationOptions));
    assert.equal((await page.list()).body.passkeys.length, 2);
  });

  it('shrinks by a deleted passkey', async () => {
    const page = await pageWithPasskey();
    const id = (await page.list()).body.passkeys[0]?.id ?? '';
    assert.deepEqual((await page.delete(id)).body, { credentialID: id });
    assert.deepEqual((await page.list()).body.passkeys, []);
  });

  it('does not let anybody delete another person’s passkey', async () => {
    const page = await pageWithPasskey();
    const id = (await page.list()).body.passkeys[0]?.id ?? '';
    page.backEnd.identifier = 'eve@example.com';
    const { status, body } = await page.delete(id);
    assert.deepEqual([status, body.error?.type], [404, 'not_found']);
    page.backEnd.identifier = 'ada@example.com';
    assert.equal((await page.list()).body.passkeys.length, 1);
  });

  for (const [path, type, wrong, more] of [
    ['list', 'passkey-list', 'passkey-delete', {}],
    ['delete', 'passkey-delete', 'passkey-list', { credentialID: 'cre-1' }],
  ] as const) {
    it(`takes a token once to ${path}, and of its own type only`, async () => {
      const page = await pageWithPasskey();
      const call = async (connectToken: string) =>
        (await page.post(`/v2/connect/manage/${path}`, { connectToken, ...more })).status;
      const token = await page.backEnd.token(type);
      await call(token);
      assert.equal(await call(token), 401);
      assert.equal(await call(await page.backEnd.token(wrong)), 401);
    });
  }
});

interface Events {
  events: { kind: string; type: string; userId?: string; message?: string; [name: string]: unknown }[];
}

describe('events of Connect', () => {
  it('can be read again, with whom they are about', async () => {
    const page = await pageWithPasskey();
    await page.loginInit();
    await page.loginStart();
    const event = { eventType: 'login-explicit-abort', message: 'situation: 7', challenge: 'c' };
    assert.equal((await page.post('/v2/connect/events', event)).status, 204);
    const [stored] = (await page.get<Events>('/local-api/events?kind=connect')).body.events;
    const { userId = '', processId, ...rest } = stored ?? { kind: '', type: '' };
    assert.match(userId, /^usr-\d+$/);
    assert.match(String(processId), /^prc-\d+$/);
    assert.deepEqual(rest, {
      kind: 'connect',
      type: 'login-explicit-abort',
      message: 'situation: 7',
      challenge: 'c',
      createdAt: page.api.clock.now(),
    });
  });

  it('of the finer kind keep the time of the page', async () => {
    const page = await connectPage();
    await page.loginInit();
    const items = [{ eventType: 'li-ready', timestamp: 17, durationMs: 3 }, { eventType: 'input' }];
    assert.equal((await page.post('/v2/connect/eventsLow', { items })).status, 204);
    const { events } = (await page.get<Events>('/local-api/events?kind=connect-low')).body;
    assert.deepEqual(
      events.map(({ type, reportedAt, durationMs }) => [type, reportedAt, durationMs]),
      [
        ['input', undefined, undefined],
        ['li-ready', 17, 3],
      ],
    );
    assert.deepEqual((await page.get<Events>('/local-api/events?kind=connect')).body.events, []);
  });

  it('stand beside what was decided', async () => {
    const page = await pageWithPasskey();
    await page.signIn();
    await page.loginInit();
    await page.loginStart({ identifier: 'nobody@example.com' });
    await page.settings({ connectLogin: false, connectUnknownUser: 'user_not_found' });
    await page.loginInit();
    const { events } = (await page.get<Events>('/local-api/events?kind=connect-decision')).body;
    assert.deepEqual(events.map(({ type, message }) => [type, message]).reverse(), [
      ['append/init', 'allows an offer'],
      ['append/start', 'offers a passkey (default)'],
      ['append/finish', 'stores the passkey (manual)'],
      ['manage/init', 'allows to add passkeys'],
      ['login/init', 'allows passkeys'],
      ['login/start', 'asks for a passkey'],
      ['login/finish', 'accepts the passkey'],
      ['login/init', 'allows passkeys'],
      ['login/start', 'hands over to the site’s own login (no_cbo_user)'],
      ['login/init', 'keeps passkeys back'],
    ]);
    for (const operation of ['append/start', 'append/finish', 'login/start', 'login/finish'])
      assert.match(events.findLast(({ type }) => type === operation)?.userId ?? '', /^usr-/, operation);
  });

  it('of an unknown kind are refused', async () => {
    const page = await connectPage();
    await page.loginInit();
    const { status } = await page.post('/v2/connect/events', { eventType: 'dance' }, { broken: true });
    assert.equal(status, 400);
  });

  it('of somebody nobody vouched for are no lasting wish', async () => {
    const page = await pageWithPasskey();
    const stranger = otherBrowser(page, { synced: true });
    await stranger.loginInit();
    await stranger.loginStart();
    const eventType = 'user-append-after-cross-platform-blacklisted';
    await stranger.post('/v2/connect/events', { eventType });
    const { assertionOptions } = (await stranger.loginStart()).body;
    const phone = { attachment: 'cross-platform' };
    await stranger.loginFinish(stranger.authenticator.get(assertionOptions, phone));
    await stranger.appendInit();
    assert.equal((await stranger.appendStart()).body.variant, 'after-hybrid');
  });
});
