import { expect } from '@open-wc/testing';
import { ApiError } from '../../../src/api/api-error.js';
import { connectToken, type ConnectTokenSource } from '../../../src/process/connect/connect-token.js';
import { FakeClock } from '../../api/support/fake-clock.js';

const names = { attribute: 'append-token-url', property: 'appendTokenProvider' };
const { signal } = new AbortController();

/** What asking for a token ended with. */
const outcome = (source: Omit<ConnectTokenSource, keyof typeof names>, given = signal) =>
  connectToken({ ...source, ...names }, 'passkey-append', given).catch((cause: unknown) => cause);

describe('a connect token by function', () => {
  it('is what the page provides for that type', async () => {
    const asked: unknown[] = [];
    const provider = (type: string) => {
      asked.push(type);
      return Promise.resolve('cnt-1');
    };
    expect(await outcome({ provider, url: '/ignored' })).to.equal('cnt-1');
    expect(asked).to.deep.equal(['passkey-append']);
  });

  it('fails with what the page failed with as its cause', async () => {
    const cause = new Error('no session');
    const failed = await outcome({ provider: () => Promise.reject(cause) });
    expect(failed).to.be.instanceOf(ApiError).and.include({ kind: 'network', cause });
  });

  it('may be a function that throws at once', async () => {
    const provider = () => {
      throw new Error('no session');
    };
    expect(await outcome({ provider }))
      .to.be.instanceOf(ApiError)
      .and.include({ kind: 'network' });
  });

  for (const odd of [undefined, null, '', 7, {}])
    it(`is not ${JSON.stringify(odd)}`, async () => {
      const provider = () => Promise.resolve(odd as string);
      expect(await outcome({ provider })).to.include({ kind: 'malformed' });
    });

  it('is not waited for longer than ten seconds, and the page is told', async () => {
    const clock = new FakeClock();
    let told: AbortSignal | undefined;
    const provider = (_: string, ended: AbortSignal) => {
      told = ended;
      return new Promise<string>(() => undefined);
    };
    const asked = connectToken({ provider, ...names }, 'passkey-append', signal, clock).catch(
      (cause: unknown) => cause,
    );
    await clock.advance(10_000);
    expect(await asked).to.include({ kind: 'timeout' });
    expect(told?.aborted).to.equal(true);
  });

  it('is not waited for when the element has left', async () => {
    const leaving = new AbortController();
    const asked = outcome({ provider: () => new Promise<string>(() => undefined) }, leaving.signal);
    leaving.abort();
    expect(await asked).to.include({ kind: 'aborted' });
  });
});

describe('a connect token by URL', () => {
  const { fetch } = globalThis;
  const requests: { url: string; init: RequestInit }[] = [];
  afterEach(() => {
    globalThis.fetch = fetch;
    requests.length = 0;
  });
  const site = (answer: () => Promise<Response>) => {
    globalThis.fetch = (url, init = {}) => {
      requests.push({ url: new Request(url).url, init });
      return answer();
    };
  };

  it('is what the site’s back end answers', async () => {
    site(() => Promise.resolve(Response.json({ token: 'cnt-1', more: true })));
    expect(await outcome({ url: '/connect-token' })).to.equal('cnt-1');
    expect(requests[0]?.url).to.equal(`${location.origin}/connect-token`);
    expect(requests[0]?.init).to.include({
      method: 'POST',
      body: '{"type":"passkey-append"}',
      credentials: 'same-origin',
      redirect: 'error',
    });
  });

  it('is asked of the page’s own origin only', async () => {
    site(() => Promise.reject(new Error('not to be asked')));
    for (const url of [
      'https://elsewhere.example/token',
      'javascript:alert(1)',
      '//',
      'http://u:p@localhost',
    ])
      expect(await outcome({ url }), url).to.include({
        kind: 'configuration',
        code: 'invalid_connect_token_url',
      });
    expect(requests).to.deep.equal([]);
  });

  it('fails as the site does', async () => {
    site(() => Promise.resolve(new Response('', { status: 401 })));
    expect(await outcome({ url: '/t?secret' })).to.include({
      kind: 'http',
      status: 401,
      code: 'site',
      message: 'append-token-url (/t): HTTP 401',
    });
    site(() => Promise.reject(new TypeError('offline')));
    expect(await outcome({ url: '/t' })).to.include({ kind: 'network' });
    for (const text of ['<html>', '', '{"token":7}', '{"token":""}', '"cnt-1"']) {
      site(() => Promise.resolve(new Response(text)));
      expect(await outcome({ url: '/t' }), text).to.include({ kind: 'malformed' });
    }
  });
});

describe('a connect token from nowhere', () => {
  it('is the page’s mistake, and names what to set', async () => {
    const failed = await outcome({});
    expect(failed).to.include({ kind: 'configuration', code: 'missing_connect_token' });
    expect((failed as ApiError).message).to.contain('append-token-url, or the property appendTokenProvider');
  });
});
