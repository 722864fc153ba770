import { expect } from '@open-wc/testing';
import { sessionCompletion } from '../../../src/components/auth-process/session-completion.js';
import type { CompletionOptions } from '../../../src/components/base/completion.js';
import { redirectTarget } from '../../../src/api/redirect-target.js';
import { decodeSessionToken } from '../../../src/components/auth-process/session-token.js';
import { blockOf, processResponseOf, sessionTokenOf } from '../../../src/testing/index.js';

interface Post {
  readonly url: string;
  readonly init: RequestInit;
}

/** A site whose back end answers as told, and which notes where it is sent. */
function site(options: Partial<CompletionOptions> = {}, data: object = {}) {
  const went: string[] = [];
  const response = processResponseOf(blockOf('completed', { data }));
  const all = {
    redirectUrl: undefined,
    completeUrl: undefined,
    allowedRedirectOrigins: undefined,
    ...options,
  };
  return { went, completion: sessionCompletion(response, all, (url) => went.push(url.href)) };
}

describe('what a completed process tells the page', () => {
  it('is tokens, user and passkey operation', () => {
    const { event } = site(
      {},
      { sessionToken: sessionTokenOf({ phone_number: '+4420' }), refreshToken: 'rt-1' },
    ).completion;
    expect(event.type).to.equal('cbo-complete');
    expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, false]);
    expect(event.sessionToken).to.equal(sessionTokenOf({ phone_number: '+4420' }));
    expect(event.refreshToken).to.equal('rt-1');
    expect(event.user).to.deep.equal({
      sub: 'usr-1',
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      phoneNumber: '+4420',
      expiresAt: 4_102_444_800,
    });
    expect(event.passkeyOperation).to.include({ identifierValue: 'ada@example.com' });
  });

  it('reads the old names of the tokens where the new ones are missing', () => {
    const data = { sessionToken: '', shortSession: 'old', refreshToken: undefined, longSession: 'long' };
    const { event } = site({}, data).completion;
    expect([event.sessionToken, event.refreshToken]).to.deep.equal(['old', 'long']);
  });

  it('has no refresh token where the server keeps it in a cookie', () => {
    expect(site().completion.event.refreshToken).to.equal(undefined);
  });

  for (const data of [null, 'text', [], { sessionToken: 7, shortSession: {}, passkeyOperation: 'x' }])
    it(`survives ${JSON.stringify(data)}`, () => {
      const response = { ...processResponseOf(blockOf('completed')) };
      response.blockBody = { ...response.blockBody, data: data as never };
      const options = { redirectUrl: undefined, completeUrl: undefined, allowedRedirectOrigins: undefined };
      const { event } = sessionCompletion(response, options);
      expect(event.user).to.equal(undefined);
      expect(event.passkeyOperation).to.equal(undefined);
    });
});

describe('what follows a completed process', () => {
  const posts: Post[] = [];
  let answers: (() => Promise<Response>)[] = [];
  const { fetch } = globalThis;
  beforeEach(() => {
    posts.length = 0;
    answers = [];
    globalThis.fetch = (url, init = {}) => {
      posts.push({ url: new URL(url instanceof Request ? url.url : url).href, init });
      return (answers.shift() ?? (() => Promise.resolve(new Response(null, { status: 204 }))))();
    };
  });
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  it('is nothing where the page asks for nothing', async () => {
    const { completion, went } = site();
    expect(await completion.finish()).to.equal(false);
    expect([posts, went]).to.deep.equal([[], []]);
  });

  it('waits for what the page waits for', async () => {
    const { completion, went } = site({ redirectUrl: '/account' });
    let settle: () => void = () => undefined;
    completion.event.waitUntil(new Promise<void>((resolve) => (settle = resolve)));
    const finishing = completion.finish();
    expect(went).to.deep.equal([]);
    settle();
    expect(await finishing).to.equal(true);
    expect(went).to.deep.equal([new URL('/account', location.href).href]);
  });

  it('is told to the back end of the site as JSON by POST, with its cookies', async () => {
    const { completion } = site({ completeUrl: '/session' }, { refreshToken: 'rt-1' });
    await completion.finish();
    expect(posts).to.have.length(1);
    const { url, init } = posts[0]!;
    expect(url).to.equal(new URL('/session', location.href).href);
    expect(init).to.include({ method: 'POST', credentials: 'same-origin', redirect: 'error' });
    expect(new Headers(init.headers).get('Content-Type')).to.equal('application/json');
    expect(JSON.parse(init.body as string)).to.deep.equal({
      sessionToken: sessionTokenOf(),
      refreshToken: 'rt-1',
      passkeyOperation: {
        operationType: 'verify',
        identifierValue: 'ada@example.com',
        identifierType: 'email',
        ceremonyType: 'local',
      },
    });
  });

  it('never puts a token into an address', async () => {
    const { completion, went } = site(
      { completeUrl: '/session', redirectUrl: '/account' },
      { refreshToken: 'rt-1' },
    );
    await completion.finish();
    for (const url of [...went, ...posts.map((post) => post.url)]) expect(url).not.to.match(/rt-1|eyJ|Token/);
  });

  it('goes on only after the back end has agreed', async () => {
    answers = [() => Promise.resolve(new Response(null, { status: 500 }))];
    const { completion, went } = site({ completeUrl: '/session', redirectUrl: '/account' });
    const failure = await completion.finish().catch((cause: unknown) => cause);
    expect(failure).to.include({ kind: 'http', status: 500 });
    expect(went).to.deep.equal([]);
    expect(await completion.finish()).to.equal(true);
    expect([posts.length, went.length]).to.deep.equal([2, 1]);
  });

  it('can be tried again when the back end was out of reach', async () => {
    answers = [() => Promise.reject(new TypeError('gone'))];
    const { completion } = site({ completeUrl: '/session' });
    expect(await completion.finish().catch((cause: unknown) => cause)).to.include({ kind: 'network' });
    expect(await completion.finish()).to.equal(false);
  });

  it('opens no session where it may not go on afterwards', async () => {
    const { completion } = site({ completeUrl: '/session', redirectUrl: 'https://evil.test/' });
    const failure = (await completion.finish().catch((cause: unknown) => cause)) as TypeError;
    expect(failure.message).to.match(/^redirect-url leads to https:\/\/evil\.test,/);
    expect(posts).to.deep.equal([]);
  });

  it('happens once when it is asked for twice at the same time', async () => {
    const { completion, went } = site({ completeUrl: '/session', redirectUrl: '/account' });
    await Promise.all([completion.finish(), completion.finish()]);
    expect([posts.length, went.length]).to.deep.equal([1, 1]);
  });

  it('fails when the page rejects what it was waited for', async () => {
    const { completion, went } = site({ redirectUrl: '/account' });
    completion.event.waitUntil(Promise.reject(new Error('no')));
    expect(await completion.finish().catch((cause: unknown) => cause)).to.have.property('message', 'no');
    expect(went).to.deep.equal([]);
  });

  it('tells no other origin, whatever is allowed for going on', async () => {
    const options = {
      completeUrl: 'https://other.test/session',
      allowedRedirectOrigins: 'https://other.test',
    };
    const { completion } = site(options);
    expect(await completion.finish().catch((cause: unknown) => cause)).to.be.instanceOf(TypeError);
    expect(posts).to.deep.equal([]);
  });
});

describe('where a page may be led', () => {
  for (const url of ['/account', 'account?x=1#y', './', '', '?a=b', location.origin, `${location.origin}/a`])
    it(`is its own origin: "${url}"`, () => {
      expect(redirectTarget(url, undefined, 'redirect-url').origin).to.equal(location.origin);
    });

  it('is an origin that the page allows', () => {
    const allowed = '  https://shop.test\n https://other.test:8443 ';
    expect(redirectTarget('https://shop.test/a', allowed, 'redirect-url').href).to.equal(
      'https://shop.test/a',
    );
    expect(redirectTarget('https://other.test:8443/', allowed, 'redirect-url').port).to.equal('8443');
  });

  for (const url of [
    'https://evil.test/',
    '//evil.test/',
    '\\\\evil.test\\',
    '/\\evil.test/',
    '/\t/evil.test/',
    'https:/\n/evil.test',
    'https://shop.test.evil.test/',
    'https://shop.test@evil.test/',
    'https://user:pass@shop.test/',
    'https://user@shop.test/',
    'http://shop.test/',
    'https://shop.test:444/',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'ftp://shop.test/',
    `blob:${location.origin}/7c0e`,
    'about:blank',
    'https://',
    'https://[',
  ])
    it(`is not ${JSON.stringify(url)}`, () => {
      expect(() => redirectTarget(url, 'https://shop.test', 'redirect-url')).to.throw(TypeError);
    });

  it('is not widened by a malformed list', () => {
    for (const allowed of ['*', 'null', 'https://*.evil.test', 'evil.test', 'https:', ','])
      expect(() => redirectTarget('https://evil.test/', allowed, 'redirect-url')).to.throw(TypeError);
  });
});

describe('the claims of a session token', () => {
  it('are read without being verified', () => {
    expect(decodeSessionToken(sessionTokenOf())).to.include({ sub: 'usr-1', expiresAt: 4_102_444_800 });
  });

  it('may hold any text', () => {
    const name = 'Zoë 😀 <b>';
    expect(decodeSessionToken(sessionTokenOf({ name }))?.name).to.equal(name);
  });

  it('leave out what is empty or no text', () => {
    const user = decodeSessionToken(sessionTokenOf({ name: '', email: 7, phone_number: null }));
    expect(user).to.deep.equal({ sub: 'usr-1', expiresAt: 4_102_444_800 });
  });

  for (const token of [
    '',
    '.',
    'a.b.c',
    'a.!!!.c',
    `a.${btoa('[]')}.c`,
    `a.${btoa('null')}.c`,
    `a.${btoa('{}')}.c`,
  ])
    it(`are none in ${JSON.stringify(token)}`, () => {
      expect(decodeSessionToken(token)).to.equal(undefined);
    });

  it('are none without a subject or an end', () => {
    expect(decodeSessionToken(sessionTokenOf({ sub: 7 }))).to.equal(undefined);
    expect(decodeSessionToken(sessionTokenOf({ exp: 'soon' }))).to.equal(undefined);
  });
});
