import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ShopDatabase } from '../../demo/shop/shop-database.js';

async function databaseFile() {
  const folder = await mkdtemp(join(tmpdir(), 'shop-'));
  return {
    file: join(folder, 'shop.db'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

describe('the database of the shop', () => {
  it('keeps accounts and sessions when the server is started again, and neither password nor session token', async () => {
    const { file, remove } = await databaseFile();
    const first = await ShopDatabase.open(file);
    const account = await first.createAccount('Ada', 'ada@example.com', 'correct horse');
    const token = await first.openSession(account ?? assert.fail());
    first.close();
    const stored = await readFile(file, 'latin1');
    assert.ok(stored.includes('ada@example.com'));
    assert.ok(!stored.includes('correct horse') && !stored.includes(token));
    const second = await ShopDatabase.open(file);
    assert.deepEqual(await second.accountBySession(token), account);
    assert.deepEqual(await second.accountByPassword('ada@example.com', 'correct horse'), account);
    second.close();
    await remove();
  });

  it('forgets everybody when it is cleared', async () => {
    const database = await ShopDatabase.open(':memory:');
    const account =
      (await database.createAccount('Ada', 'ada@example.com', 'correct horse')) ?? assert.fail();
    const token = await database.openSession(account);
    await database.addPayment(account, 'password');
    await database.clear();
    assert.equal(await database.accountBySession(token), undefined);
    assert.equal(await database.accountByEmail('ada@example.com'), undefined);
    assert.ok(await database.createAccount('Ada', 'ada@example.com', 'correct horse'));
  });

  it('has no password for people it does not know', async () => {
    const database = await ShopDatabase.open(':memory:');
    for (const password of ['', 'A'.repeat(22), '\0'])
      assert.equal(await database.accountByPassword('nobody@example.com', password), undefined);
  });
});
