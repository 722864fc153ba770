import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { databaseContent, temporaryDatabase } from './support/database-file.js';
import { BackEnd } from './support/back-end.js';
import { startApi } from './support/test-page.js';

const request = { type: 'passkey-append', data: { identifier: 'ada@example.com', displayName: 'Ada' } };

describe('a connect token', () => {
  it('is made for a server that has the API secret', async () => {
    const api = await startApi();
    const { status, body } = await new BackEnd(api).createToken(request);
    const { id, secret, ...rest } = body;
    assert.equal(status, 200);
    assert.match(id ?? '', /^ctk-\d+$/);
    assert.match(secret ?? '', /^ctk1_[\w-]{43}$/);
    assert.deepEqual(rest, {
      tokenType: 'passkey-append',
      data: { identifier: 'ada@example.com', displayName: 'Ada' },
      connectTokenStatus: 'initial',
      expires: Math.floor(api.clock.now() / 1000) + 300,
    });
  });

  it('lives as long as it is asked to', async () => {
    const api = await startApi();
    const { body } = await new BackEnd(api).createToken({ ...request, maxLifetimeInSeconds: 7 });
    assert.equal(body.expires, Math.floor(api.clock.now() / 1000) + 7);
  });

  it('is not in the database', async () => {
    const { file, remove } = await temporaryDatabase();
    const api = await startApi({ database: file });
    const { body } = await new BackEnd(api).createToken(request);
    assert.ok(body.secret);
    assert.ok(!(await databaseContent(file)).includes(body.secret));
    await api.close();
    await remove();
  });

  it('is not made while a fault says so', async () => {
    const api = await startApi();
    await api.page().post('/local-api/faults', { operation: 'ConnectTokenCreate' });
    const statuses = [
      await new BackEnd(api).createToken(request),
      await new BackEnd(api).createToken(request),
    ];
    assert.deepEqual(
      statuses.map(({ status }) => status),
      [503, 200],
    );
  });

  for (const [who, backEnd] of [
    ['with another secret', { apiSecret: 'guessed' }],
    ['of another project', { projectId: 'pro-2' }],
  ] as const) {
    it(`is not made for a server ${who}`, async () => {
      const { status, body } = await new BackEnd(await startApi(), backEnd).createToken(request);
      assert.deepEqual([status, body.error?.type], [401, 'login_error']);
    });
  }

  it('is not made without credentials', async () => {
    const backEnd = new BackEnd(await startApi());
    const { status } = await backEnd.createToken(request, { Authorization: '' });
    assert.equal(status, 401);
  });

  for (const header of ['Origin', 'Sec-Fetch-Site'] as const) {
    it(`is not made for a page, which gives itself away by ${header}`, async () => {
      const backEnd = new BackEnd(await startApi());
      const { status } = await backEnd.createToken(request, { [header]: 'http://localhost:4100' });
      assert.equal(status, 403);
    });
  }

  const wrong: [string, unknown, string][] = [
    ['of no type', { data: request.data }, 'type'],
    ['of an unknown type', { ...request, type: 'passkey-sell' }, 'type'],
    ['for nobody', { ...request, data: {} }, 'data.identifier'],
    ['for a blank', { ...request, data: { identifier: ' ' } }, 'data.identifier'],
    ['for a number', { ...request, data: { identifier: 7 } }, 'data.identifier'],
    ['without data', { type: 'passkey-list' }, 'data'],
    [
      'with a name that is no text',
      { ...request, data: { ...request.data, displayName: 1 } },
      'data.displayName',
    ],
    [
      'with data that is no text',
      { ...request, data: { ...request.data, customData: { a: 1 } } },
      'data.customData',
    ],
    ['that lives for a day', { ...request, maxLifetimeInSeconds: 86_400 }, 'maxLifetimeInSeconds'],
    ['that is a list', [], 'body'],
  ];
  for (const [name, body, field] of wrong) {
    it(`is not made ${name}`, async () => {
      const answer = await new BackEnd(await startApi()).createToken(body);
      assert.equal(answer.status, 400);
      assert.deepEqual(
        answer.body.error?.validation?.map((error) => error.field),
        [field],
      );
    });
  }
});
