import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createClient } from '@libsql/client';
import { migrations } from '../src/database/migrations.js';
import { createLocalApi } from '../src/index.js';
import { challengeOf, enterIdentifier, fillSignup, signUp, startApi } from './support/test-page.js';
import { databaseContent, temporaryDatabase } from './support/database-file.js';

describe('a database file', () => {
  it('keeps people, sessions, keys, processes and settings from run to run', async () => {
    const { file, remove } = await temporaryDatabase();
    const first = await startApi({ database: file });
    const page = first.page();
    await page.settings({ appName: 'Teapot' });
    await signUp(page);
    const pending = first.page();
    const append = await fillSignup(pending, 'grace@example.com');
    const keys = await page.get('/.well-known/jwks');
    await first.close();

    const second = await startApi({ database: file });
    const later = Object.assign(second.page(), { refreshToken: page.refreshToken });
    later.authenticator.passkeys.push(...page.authenticator.passkeys);
    assert.deepEqual((await later.get('/.well-known/jwks')).body, keys.body);
    assert.equal((await later.get<{ appName: string }>('/local-api/settings')).body.appName, 'Teapot');
    assert.equal((await later.get('/v2/me', later.bearer())).status, 200);
    const verify = await enterIdentifier(later);
    const assertion = { signedChallenge: later.authenticator.get(challengeOf(verify)) };
    assert.equal((await later.step('passkey/login/finish', assertion)).block, 'completed');
    const resumed = Object.assign(second.page(), { processToken: pending.processToken });
    const credential = { signedChallenge: resumed.authenticator.create(challengeOf(append)) };
    assert.equal((await resumed.step('passkey/append/finish', credential)).block, 'completed');
    await second.close();
    await remove();
  });

  it('holds no token that could be used', async () => {
    const { file, remove } = await temporaryDatabase();
    const api = await startApi({ database: file });
    const page = api.page();
    await signUp(page);
    const content = await databaseContent(file);
    for (const secret of [page.processToken, page.refreshToken]) {
      assert.ok(secret);
      assert.ok(!content.includes(secret));
    }
    await api.close();
    await remove();
  });

  it('forgets processes, challenges and sessions whose time is up', async () => {
    const { file, remove } = await temporaryDatabase();
    const api = await startApi({ database: file });
    await signUp(api.page());
    await fillSignup(api.page(), 'grace@example.com');
    api.clock.advance(90_000);
    await api.page().open();
    const content = JSON.parse(await databaseContent(file)) as Record<string, unknown[]>;
    const rows = (table: string) => content[table]?.length;
    assert.deepEqual(
      ['users', 'processes', 'challenges', 'sessions', 'sealed_answers'].map(rows),
      [1, 1, 1, 0, 0],
    );
    await api.close();
    await remove();
  });

  it('of the first version is brought up to date, with the people in it', async () => {
    const { file, remove } = await temporaryDatabase();
    const client = createClient({ url: `file:${file}` });
    for (const sql of [
      'CREATE TABLE migrations (version INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL)',
      ...(migrations[0]?.statements ?? []),
      'INSERT INTO migrations (version, applied_at) VALUES (1, 0)',
      `INSERT INTO users (id, user_handle, full_name, created_at) VALUES ('usr-1', 'AAAA', 'Ada', 0)`,
      `INSERT INTO identifiers (id, user_id, type, value, status, created_at)
         VALUES ('ide-1', 'usr-1', 'email', 'ada@example.com', 'pending', 0)`,
    ]) {
      await client.execute(sql);
    }
    client.close();
    const api = await startApi({ database: file, settings: { codeFallback: true } });
    const page = api.page();
    assert.equal((await enterIdentifier(page)).block, 'email-verify');
    assert.equal((await page.enterCode()).block, 'completed');
    await api.close();
    await remove();
  });

  it('of a newer version is left alone', async () => {
    const { file, remove } = await temporaryDatabase();
    await (await createLocalApi({ database: file })).close();
    const client = createClient({ url: `file:${file}` });
    await client.execute('INSERT INTO migrations (version, applied_at) VALUES (999, 0)');
    client.close();
    await assert.rejects(createLocalApi({ database: file }), /newer version/);
    await remove();
  });

  it('can be shared by two servers', async () => {
    const { file, remove } = await temporaryDatabase();
    const [one, two] = [await startApi({ database: file }), await startApi({ database: file })];
    const page = one.page();
    const append = await fillSignup(page);
    const other = Object.assign(two.page(), { processToken: page.processToken });
    const credential = { signedChallenge: page.authenticator.create(challengeOf(append)) };
    assert.equal((await other.step('passkey/append/finish', credential)).block, 'completed');
    await Promise.all([one.close(), two.close()]);
    await remove();
  });
});
