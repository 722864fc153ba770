import { expect } from '@open-wc/testing';
import { ClientStorage } from '../../src/api/client-storage.js';

/** A storage of its own for each test. */
function memoryStorage(content: Record<string, string> = {}): Storage {
  const items = new Map(Object.entries(content));
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

function refuse(): never {
  throw new DOMException('denied', 'SecurityError');
}

const content = (storage: Storage) =>
  Object.fromEntries(
    Array.from({ length: storage.length }, (_, index) => {
      const key = storage.key(index) ?? '';
      return [key, storage.getItem(key)];
    }),
  );

const process = { id: 'p1', expiresAt: 2_000, frontendApiUrl: 'https://auth.example.com' };
const identifier = { value: 'jo@example.com', type: 'email' } as const;

describe('ClientStorage keys and formats (behaviour.md 4.3)', () => {
  it('are those of the vendor’s packages', () => {
    const storage = memoryStorage();
    const client = new ClientStorage('pro-1', storage);

    client.setAuthProcess(process);
    client.lastIdentifier = identifier;
    client.setClientEnvHandle('handle', 1_700_000_000_000);
    client.refreshToken = 'refresh';

    expect(content(storage)).to.deep.equal({
      'cbo_auth_process-pro-1': JSON.stringify(process),
      cbo_last_identifier: JSON.stringify(identifier),
      'cbo_client_handle-pro-1': '{"data":"handle","source":"LocalStorage","ts":1700000000000}',
      cbo_refresh_token: 'refresh',
    });
  });

  it('are gone when their content is', () => {
    const storage = memoryStorage();
    const client = new ClientStorage('pro-1', storage);
    client.setAuthProcess(process);
    client.lastIdentifier = identifier;
    client.refreshToken = 'refresh';

    client.clearAuthProcess();
    client.lastIdentifier = undefined;
    client.refreshToken = undefined;

    expect(content(storage)).to.deep.equal({});
  });

  it('keep the projects of a site apart', () => {
    const storage = memoryStorage();
    new ClientStorage('pro-1', storage).setAuthProcess(process);
    expect(new ClientStorage('pro-2', storage).authProcess(0)).to.equal(undefined);
  });
});

describe('ClientStorage auth process', () => {
  const client = new ClientStorage(
    'pro-1',
    memoryStorage({ 'cbo_auth_process-pro-1': JSON.stringify(process) }),
  );

  it('is read until its last second', () => {
    expect(client.authProcess(1_999_999)).to.deep.equal(process);
  });
  it('is over at the second it expires', () => {
    expect(client.authProcess(2_000_000)).to.equal(undefined);
  });
});

describe('ClientStorage client env handle', () => {
  it('is read with the time and place it came from', () => {
    const stored = { 'cbo_client_handle-pro-1': '{"data":"h","source":"URL","ts":5}' };
    expect(new ClientStorage('pro-1', memoryStorage(stored)).clientEnvHandle).to.deep.equal({
      value: 'h',
      meta: { ts: 5, source: 'url' },
    });
  });

  it('of the old format is moved to the project', () => {
    const storage = memoryStorage({ cbo_client_handle: 'old' });
    const client = new ClientStorage('pro-1', storage);

    expect(client.clientEnvHandle?.value).to.equal('old');
    expect(client.clientEnvHandle?.meta.source).to.equal('ls');
    expect(JSON.parse(storage.getItem('cbo_client_handle-pro-1') ?? '')).to.include({ data: 'old' });
  });
});

describe('ClientStorage passkey append state', () => {
  it('is empty at first', () => {
    expect(new ClientStorage('pro-1', memoryStorage()).passkeyAppendState()).to.deep.equal({});
  });

  it('tells when a passkey was offered, in seconds shifted by the zone', () => {
    const client = new ClientStorage('pro-1', memoryStorage());
    const berlin = Object.assign(new Date(10_000_999), { getTimezoneOffset: () => -120 });

    client.notePasskeyAppendShown(berlin);

    expect(client.passkeyAppendState()).to.deep.equal({ passkeyAppendShown: 10_000 - 7200 });
  });

  it('tells that the offer after a phone was declined for good', () => {
    const storage = memoryStorage({ cbo_skip_passkey_append_after_hybrid: 'true' });
    expect(new ClientStorage('pro-1', storage).passkeyAppendState()).to.deep.equal({
      optOutOfPasskeyAppendAfterHybrid: true,
    });
  });
});

describe('ClientStorage when the offer after a phone is declined for good', () => {
  it('keeps that for later processes, under the key of the contract', () => {
    const storage = memoryStorage();
    new ClientStorage('pro-1', storage).optOutOfPasskeyAppendAfterHybrid();
    expect(storage.getItem('cbo_skip_passkey_append_after_hybrid')).to.equal('true');
    expect(new ClientStorage('pro-2', storage).passkeyAppendState()).to.deep.equal({
      optOutOfPasskeyAppendAfterHybrid: true,
    });
  });
});

describe('ClientStorage with garbage in the storage', () => {
  for (const garbage of [
    '',
    'null',
    '7',
    '"text"',
    '[]',
    '{',
    '{"id":"","expiresAt":9999999999,"frontendApiUrl":""}',
    '{"id":"p","expiresAt":"soon","frontendApiUrl":""}',
    '{"value":"jo","type":"fax"}',
    '{"value":7,"type":"email"}',
    '{"data":7,"source":"URL","ts":1}',
    '{"__proto__":{"id":"p","expiresAt":9999999999,"frontendApiUrl":"","value":"x","type":"email"}}',
  ]) {
    it(`takes ${garbage || 'an empty text'} for absent`, () => {
      const client = new ClientStorage(
        'pro-1',
        memoryStorage({
          'cbo_auth_process-pro-1': garbage,
          cbo_last_identifier: garbage,
          'cbo_client_handle-pro-1': garbage,
          cbo_skip_passkey_append_after_hybrid: garbage,
        }),
      );
      expect(client.authProcess(0)).to.equal(undefined);
      expect(client.lastIdentifier).to.equal(undefined);
      expect(client.clientEnvHandle).to.equal(undefined);
      expect(client.passkeyAppendState()).to.deep.equal({});
    });
  }
});

describe('ClientStorage without a working storage', () => {
  const full = () =>
    Object.assign(memoryStorage({ cbo_last_identifier: '{"value":"old","type":"email"}' }), {
      setItem: refuse,
    });
  const denied = () =>
    Object.assign(memoryStorage(), { getItem: refuse, setItem: refuse, removeItem: refuse });

  for (const [name, storage] of [
    ['full', full],
    ['denied', denied],
  ] as const) {
    it(`remembers while the page lives: ${name}`, () => {
      const client = new ClientStorage('pro-1', storage());
      client.setAuthProcess(process);
      client.lastIdentifier = identifier;
      expect(client.authProcess(0)).to.deep.equal(process);
      expect(client.lastIdentifier).to.deep.equal(identifier);
    });

    it(`forgets what it is told to forget: ${name}`, () => {
      const client = new ClientStorage('pro-1', storage());
      client.lastIdentifier = identifier;
      client.lastIdentifier = undefined;
      expect(client.lastIdentifier).to.equal(undefined);
    });
  }

  it('forgets even what the storage refuses to remove', () => {
    const stuck = memoryStorage({ cbo_last_identifier: JSON.stringify(identifier) });
    const client = new ClientStorage('pro-1', Object.assign(stuck, { removeItem: refuse }));
    client.lastIdentifier = undefined;
    expect(client.lastIdentifier).to.equal(undefined);
  });

  it('works where reading localStorage itself throws', () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: refuse });
    try {
      const client = new ClientStorage('pro-1');
      client.lastIdentifier = identifier;
      expect(client.lastIdentifier).to.deep.equal(identifier);
    } finally {
      if (own) Object.defineProperty(globalThis, 'localStorage', own);
    }
  });

  it('uses localStorage unless told otherwise', () => {
    const client = new ClientStorage('pro-404');
    client.setAuthProcess(process);
    try {
      expect(localStorage.getItem('cbo_auth_process-pro-404')).to.equal(JSON.stringify(process));
    } finally {
      client.clearAuthProcess();
    }
  });
});
