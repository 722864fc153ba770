import { expect } from '@open-wc/testing';
import { ConnectStorage } from '../../src/api/connect-storage.js';
import type { PasskeyOperation } from '../../src/api/types.js';
import { memoryStorage } from '../../src/testing/memory-storage.js';

const operation: PasskeyOperation = {
  operationType: 'verify',
  identifierValue: 'ada@example.com',
  identifierType: 'email',
  ceremonyType: 'local',
};
const process = {
  id: 'cop-1',
  frontendApiUrl: 'https://pro-1.frontendapi.corbado.io',
  loginData: { loginAllowed: true, conditionalUIChallenge: '{}', expiresAt: 2_000 },
  appendData: { appendAllowed: false, expiresAt: 3_000 },
};
const KEY = 'cbo_connect_last_login-pro-1';

/** A storage that keeps nothing. */
const blocked = (): Storage => {
  const refuse = (): never => {
    throw new DOMException('denied', 'SecurityError');
  };
  return Object.assign(memoryStorage(), { getItem: refuse, setItem: refuse, removeItem: refuse });
};

describe('ConnectStorage', () => {
  it('keeps keys and formats of the vendor’s packages (behaviour.md 4.3)', () => {
    const page = memoryStorage();
    const storage = new ConnectStorage('pro-1', page);
    storage.process = process;
    storage.flags = { 'event-low': 'true' };
    storage.invitation = 'friends';
    storage.setLastLogin(operation, 1_700_000_000_000);
    storage.setClientEnvHandle('env-1', 1_700_000_000_000, 'url');

    const kept = (key: string) => JSON.parse(page.getItem(key) ?? 'null') as unknown;
    expect(kept('cbo_connect_process-pro-1')).to.deep.equal(process);
    expect(kept('cbo_connect_flags-pro-1')).to.deep.equal({ items: [{ name: 'event-low', value: 'true' }] });
    expect(kept('cbo_connect_invitation')).to.deep.equal({ token: 'friends' });
    expect(kept(KEY)).to.deep.equal({ data: operation, source: 'LocalStorage', ts: 1_700_000_000_000 });
    expect(kept('cbo_client_handle-pro-1')).to.deep.equal({
      data: 'env-1',
      source: 'URL',
      ts: 1_700_000_000_000,
    });
    expect(page.length).to.equal(5);
  });

  it('reads what it has kept', () => {
    const page = memoryStorage();
    const writer = new ConnectStorage('pro-1', page);
    writer.process = process;
    writer.flags = { a: '1', b: '2' };
    writer.invitation = 'friends';
    writer.setLastLogin(operation, 5, 'url');
    writer.setClientEnvHandle('env-1', 6);

    const storage = new ConnectStorage('pro-1', page);
    expect(storage.process).to.deep.equal(process);
    expect(storage.flags).to.deep.equal({ a: '1', b: '2' });
    expect(storage.invitation).to.equal('friends');
    expect(storage.lastLogin).to.deep.equal({ operation, meta: { ts: 5, source: 'url' } });
    expect(storage.clientEnvHandle).to.deep.equal({ value: 'env-1', meta: { ts: 6, source: 'ls' } });
  });

  it('keeps what belongs to a project apart', () => {
    const page = memoryStorage();
    const first = new ConnectStorage('pro-1', page);
    first.process = process;
    first.setLastLogin(operation);
    const second = new ConnectStorage('pro-2', page);
    expect(second.process).to.equal(undefined);
    expect(second.lastLogin).to.equal(undefined);
  });

  it('remembers that and when the last login was erased', () => {
    const page = memoryStorage();
    const storage = new ConnectStorage('pro-1', page);
    storage.setLastLogin(operation, 5);
    storage.setLastLogin(undefined, 6);
    expect(storage.lastLogin).to.equal(undefined);
    expect(storage.lastLoginTs).to.equal(6);
    expect(page.getItem(KEY)).to.equal('{"data":null,"source":"LocalStorage","ts":6}');
  });

  it('reads the parts of a process that can be read', () => {
    const odd = { ...process, appendData: { appendAllowed: 'yes' }, manageData: null, more: 1 };
    const storage = new ConnectStorage(
      'pro-1',
      memoryStorage({ 'cbo_connect_process-pro-1': JSON.stringify(odd) }),
    );
    const { id, frontendApiUrl, loginData } = process;
    expect(storage.process).to.deep.equal({ id, frontendApiUrl, loginData });
  });

  for (const odd of ['', 'null', '[]', '7', '"text"', '{', '{}', '{"id":7}', '{"items":{}}', '{"token":""}'])
    it(`takes ${odd || 'an empty text'} for nothing`, () => {
      const names = ['process-pro-1', 'flags-pro-1', 'last_login-pro-1', 'invitation'];
      const entries = names.map((name): [string, string] => [`cbo_connect_${name}`, odd]);
      const storage = new ConnectStorage('pro-1', memoryStorage(Object.fromEntries(entries)));
      expect(storage.process).to.equal(undefined);
      expect(storage.flags).to.deep.equal({});
      expect(storage.invitation).to.equal(undefined);
      expect(storage.lastLogin).to.equal(undefined);
      expect(storage.lastLoginTs).to.equal(0);
    });

  it('keeps in memory what the browser refuses', () => {
    const storage = new ConnectStorage('pro-1', blocked());
    storage.process = process;
    storage.setLastLogin(operation, 5);
    expect(storage.process).to.deep.equal(process);
    expect(storage.lastLogin?.operation).to.deep.equal(operation);
    storage.process = undefined;
    expect(storage.process).to.equal(undefined);
  });
});
