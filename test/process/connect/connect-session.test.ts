import { expect } from '@open-wc/testing';
import { ApiError } from '../../../src/api/api-error.js';
import { connectInitRsp, loginInitRspOf, passkeyOperationOf } from '../../../src/testing/connect-wire.js';
import { memoryStorage } from '../../../src/testing/memory-storage.js';
import { answer, failWith, networkFailure, type Script } from '../../../src/testing/scripted-fetch.js';
import { until } from '../../../src/testing/until.js';
import { ConnectPage } from './support/connect-page.js';

const LOGIN = 'POST /v2/connect/login/init';
const APPEND = 'POST /v2/connect/append/init';
const MANAGE = 'POST /v2/connect/manage/init';
const CLEAR = 'POST /v2/connect/process/clear';
const EVENTS = 'POST /v2/connect/events';
const PROCESS_ID = 'X-Corbado-Process-ID';
const PAST = 1;

const appendInit = { ...connectInitRsp, processID: 'cop-1', appendAllowed: true };
const manageInit = { ...connectInitRsp, processID: 'cop-1', manageAllowed: true };
const script: Script = {
  [LOGIN]: answer(loginInitRspOf({ conditionalUIChallenge: '{}' })),
  [APPEND]: answer(appendInit),
  [MANAGE]: answer(manageInit),
  [CLEAR]: answer({ processId: 'cop-2' }),
  [EVENTS]: { kind: 'answer', status: 204 },
};
const { signal } = new AbortController();
const idOf = (page: ConnectPage, operation: string, index = 0) =>
  page.fetch.to(operation)[index]?.headers.get(PROCESS_ID);
const encode = (state: object) => btoa(JSON.stringify(state));

describe('an init of Connect', () => {
  it('is asked once, and answered from storage until it expires', async () => {
    const storage = memoryStorage();
    const first = new ConnectPage({ script, storage });
    await first.session.login(signal);
    const again = new ConnectPage({ storage });
    expect(await again.session.login(signal)).to.include({
      loginAllowed: true,
      conditionalUIChallenge: '{}',
    });
    expect(again.operations).to.deep.equal([]);
    expect(again.session.client.connectProcessId).to.equal('cop-1');
  });

  it('is asked again once it has expired, in the name of its process', async () => {
    const page = new ConnectPage({
      script: { [LOGIN]: answer(loginInitRspOf({ expiresAt: PAST })) },
    });
    await page.session.login(signal);
    await page.session.login(signal);
    expect(page.operations).to.deep.equal(['login/init', 'login/init']);
    expect(idOf(page, LOGIN, 0)).to.equal(null);
    expect(idOf(page, LOGIN, 1)).to.equal('cop-1');
  });

  it('is asked once for all elements of a page', async () => {
    const page = new ConnectPage({ script });
    await Promise.all([page.session.login(signal), page.another().login(signal), page.session.login(signal)]);
    expect(page.operations).to.deep.equal(['login/init']);
  });

  it('goes on for the others when one element leaves, and is kept when all have left', async () => {
    const page = new ConnectPage({ script });
    const leaving = new AbortController();
    const left = page.session.login(leaving.signal).catch((cause: unknown) => cause);
    leaving.abort();
    expect(await left)
      .to.be.instanceOf(ApiError)
      .and.include({ kind: 'aborted' });
    await page.another().login(signal);
    expect(page.operations).to.deep.equal(['login/init']);
  });

  it('that failed is asked anew', async () => {
    const failures = [failWith(400, 'validation_error'), answer(loginInitRspOf())];
    const page = new ConnectPage({ script: { [LOGIN]: failures } });
    expect(await page.session.login(signal).catch((cause: unknown) => cause)).to.include({ kind: 'http' });
    expect(await page.session.login(signal)).to.include({ loginAllowed: true });
  });

  it('joins the process of the other parts, one after the other', async () => {
    const page = new ConnectPage({ script });
    await Promise.all([
      page.session.login(signal),
      page.another().append(signal),
      page.another().manage(signal),
    ]);
    expect(page.operations).to.deep.equal(['login/init', 'append/init', 'manage/init']);
    expect(idOf(page, APPEND)).to.equal('cop-1');
    expect(idOf(page, MANAGE)).to.equal('cop-1');
    expect(page.session.storage.process).to.include.keys('loginData', 'appendData', 'manageData');
  });

  it('of another process replaces the whole of it', async () => {
    const other = answer({ ...appendInit, processID: 'cop-9' });
    const page = new ConnectPage({ script: { ...script, [APPEND]: other } });
    await page.session.login(signal);
    await page.session.append(signal);
    expect(page.session.storage.process).to.include({ id: 'cop-9' }).and.not.have.property('loginData');
    expect(page.session.client.connectProcessId).to.equal('cop-9');
  });

  it('that is slower than another tab’s clears its own process and takes the other one', async () => {
    const storage = memoryStorage();
    const slow = new ConnectPage({
      storage,
      script: { ...script, [LOGIN]: answer(loginInitRspOf({ token: 'cop-2' }), 20) },
    });
    const fast = new ConnectPage({ storage, script });
    const [mine] = await Promise.all([slow.session.login(signal), fast.session.login(signal)]);
    expect(mine).to.include({ conditionalUIChallenge: '{}' });
    expect(slow.session.client.connectProcessId).to.equal('cop-1');
    await until(() => slow.fetch.to(CLEAR).length > 0, 'process/clear');
    expect(slow.fetch.to(CLEAR)[0]?.body).to.deep.equal({ processId: 'cop-2' });
    expect(fast.operations).to.deep.equal(['login/init']);
    expect(slow.session.storage.process?.id).to.equal('cop-1');
  });

  it('does not fail when the process it does not need cannot be cleared', async () => {
    const storage = memoryStorage();
    const slow = new ConnectPage({
      storage,
      script: { [LOGIN]: answer(loginInitRspOf({ token: 'cop-2' }), 20), [CLEAR]: networkFailure },
    });
    const fast = new ConnectPage({ storage, script });
    await Promise.all([slow.session.login(signal), fast.session.login(signal)]);
    expect(slow.session.client.connectProcessId).to.equal('cop-1');
  });

  it('tells the handle of this browser, and keeps the one it is given', async () => {
    const page = new ConnectPage({
      script: { [LOGIN]: answer(loginInitRspOf({ newClientEnvHandle: 'env-1' })) },
    });
    await page.session.login(signal);
    expect(page.session.storage.clientEnvHandle).to.include({ value: 'env-1' });
    page.session.dropLogin();
    await page.session.login(signal);
    expect(page.fetch.to(LOGIN)[1]?.body).to.have.nested.property(
      'clientInformation.clientEnvHandle',
      'env-1',
    );
  });

  it('asks for a login again once its challenge was handed in', async () => {
    const page = new ConnectPage({ script });
    await page.session.login(signal);
    page.session.dropLogin();
    await page.session.login(signal);
    expect(page.operations).to.deep.equal(['login/init', 'login/init']);
  });

  it('asks without a process once the server knows it no more', async () => {
    const page = new ConnectPage({ script });
    await page.session.login(signal);
    page.session.dropProcess();
    await page.session.login(signal);
    expect(idOf(page, LOGIN, 1)).to.equal(null);
  });
});

describe('an invitation', () => {
  const denied = { [LOGIN]: answer(loginInitRspOf({ loginAllowed: false })) };
  const { search } = location;
  afterEach(() => history.replaceState(null, '', location.pathname + search));
  const sent = (page: ConnectPage, index = 0) =>
    (page.fetch.to(LOGIN)[index]?.body as { invitationToken?: string }).invitationToken;

  it('by attribute is sent and kept for later visits', async () => {
    const storage = memoryStorage();
    const page = new ConnectPage({ script, storage, invitationToken: 'friends' });
    await page.session.login(signal);
    expect(sent(page)).to.equal('friends');
    const later = new ConnectPage({ script: denied, storage });
    later.session.dropLogin();
    await later.session.login(signal);
    expect(sent(later)).to.equal('friends');
  });

  it('in the address is sent where there is no attribute', async () => {
    const address = new URL(location.href);
    address.searchParams.set('invitationToken', 'from-the-address');
    history.replaceState(null, '', address);
    const page = new ConnectPage({ script });
    await page.session.login(signal);
    expect(sent(page)).to.equal('from-the-address');
    const named = new ConnectPage({ script, invitationToken: 'friends' });
    await named.session.login(signal);
    expect(sent(named)).to.equal('friends');
  });

  it('has a login that was not allowed asked for again', async () => {
    const storage = memoryStorage();
    const before = new ConnectPage({ script: denied, storage });
    await before.session.login(signal);
    const invited = new ConnectPage({ script, storage, invitationToken: 'friends' });
    expect(await invited.session.login(signal)).to.include({ loginAllowed: true });
    expect(invited.operations).to.deep.equal(['login/init']);
  });

  it('that is missing leaves a login that was not allowed as it is', async () => {
    const storage = memoryStorage();
    await new ConnectPage({ script: denied, storage }).session.login(signal);
    const again = new ConnectPage({ storage });
    expect(await again.session.login(signal)).to.include({ loginAllowed: false });
    expect(again.operations).to.deep.equal([]);
  });
});

describe('flags', () => {
  it('are merged, kept and sent with the next init', async () => {
    const flags = { a: 'new', b: 'new' };
    const page = new ConnectPage({ script: { [LOGIN]: answer(loginInitRspOf({ flags })) } });
    page.session.storage.flags = { a: 'old', c: 'old' };
    await page.session.login(signal);
    expect(page.fetch.to(LOGIN)[0]?.body).to.deep.include({ flags: { a: 'old', c: 'old' } });
    expect(page.session.storage.flags).to.deep.equal({ a: 'new', b: 'new', c: 'old' });
  });

  it('are the element’s own before the server’s', async () => {
    const page = new ConnectPage({ script, flags: { 'conditional-ui-allowed': 'false' } });
    await page.session.login(signal);
    expect(page.session.flag('conditional-ui-allowed')).to.equal('false');
    expect(page.another({ flags: {} }).flag('conditional-ui-allowed')).to.equal('true');
    expect(page.session.flag('constructor')).to.equal(undefined);
  });
});

describe('the client state', () => {
  const operation = passkeyOperationOf({ identifierValue: 'zoë@example.com' });
  const NOW = Date.now();

  it('passes who signed in last and the handle on to another page', () => {
    const from = new ConnectPage();
    from.session.storage.setLastLogin(operation, NOW);
    from.session.storage.setClientEnvHandle('env-1', NOW);
    const { clientState } = from.session;
    expect(JSON.parse(atob(clientState))).to.deep.equal({
      lastLogin: { data: operation, source: 'ls', ts: NOW },
      clientEnvHandle: { data: 'env-1', source: 'ls', ts: NOW },
    });

    const to = new ConnectPage();
    to.session.adoptClientState(clientState);
    expect(to.session.lastLogin).to.deep.equal({ operation, meta: { ts: NOW, source: 'url' } });
    expect(to.session.storage.clientEnvHandle).to.deep.include({ value: 'env-1' });
  });

  it('is taken part by part, where it is newer', () => {
    const page = new ConnectPage();
    page.session.storage.setLastLogin(passkeyOperationOf(), NOW);
    page.session.storage.setClientEnvHandle('old', NOW - 20);
    page.session.adoptClientState(
      encode({
        lastLogin: { data: operation, source: 'ls', ts: NOW - 10 },
        clientEnvHandle: { data: 'new', source: 'ls', ts: NOW - 10 },
      }),
    );
    expect(page.session.lastLogin?.operation).to.deep.equal(passkeyOperationOf());
    expect(page.session.storage.clientEnvHandle?.value).to.equal('new');
  });

  it('erases the last login where it was erased later', () => {
    const page = new ConnectPage();
    page.session.storage.setLastLogin(operation, NOW - 10);
    page.session.adoptClientState(encode({ lastLogin: { data: null, source: 'ls', ts: NOW } }));
    expect(page.session.lastLogin).to.equal(undefined);
  });

  it('of the server is taken as this browser’s own', async () => {
    const newClientState = encode({ lastLogin: { data: operation, source: 'ls', ts: NOW } });
    const page = new ConnectPage({ script: { [LOGIN]: answer(loginInitRspOf({ newClientState })) } });
    await page.session.login(signal);
    expect(page.session.lastLogin?.meta.source).to.equal('ls');
  });

  it('of a time to come does not keep out what is learnt now', () => {
    const page = new ConnectPage();
    const ahead = NOW + 86_400_000;
    page.session.adoptClientState(encode({ lastLogin: { data: operation, source: 'ls', ts: ahead } }));
    expect(page.session.storage.lastLoginTs).to.be.lessThan(ahead);
  });

  for (const odd of ['', '%', 'AAAA', btoa('[]'), btoa('7'), encode({ lastLogin: 1, clientEnvHandle: {} })])
    it(`passes over "${odd}"`, () => {
      const page = new ConnectPage();
      page.session.adoptClientState(odd);
      expect(page.storage.length).to.equal(0);
    });
});

describe('the last login', () => {
  it('is kept, and erased with its time', () => {
    const page = new ConnectPage();
    page.session.keepLastLogin(passkeyOperationOf());
    expect(page.session.lastLogin?.operation).to.deep.equal(passkeyOperationOf());
    page.session.forgetLastLogin();
    expect(page.session.lastLogin).to.equal(undefined);
    expect(page.session.storage.lastLoginTs).to.be.greaterThan(0);
  });

  it('leaves no trace where there was none', () => {
    const page = new ConnectPage();
    page.session.forgetLastLogin();
    expect(page.storage.length).to.equal(0);
  });
});

describe('a report', () => {
  it('goes out with its message and challenge', async () => {
    const page = new ConnectPage({ script });
    await page.session.login(signal);
    page.session.report('login-error', { message: 'cancelled', challenge: 'AAEC' });
    expect(page.fetch.to(EVENTS)[0]?.body).to.deep.equal({
      eventType: 'login-error',
      message: 'cancelled',
      challenge: 'AAEC',
    });
  });

  it('does not fail with its request', async () => {
    const page = new ConnectPage({ script: { ...script, [EVENTS]: networkFailure } });
    await page.session.login(signal);
    page.session.report('login-error');
    await until(() => page.fetch.to(EVENTS).length === 1, 'the report');
  });

  it('is kept back where the page says so, or while there is no process', async () => {
    const page = new ConnectPage({ script });
    page.session.report('login-error');
    await page.session.login(signal);
    page.another({ reportsEvents: false }).report('login-error');
    expect(page.fetch.to(EVENTS)).to.deep.equal([]);
  });
});
