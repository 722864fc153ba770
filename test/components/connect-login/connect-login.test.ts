import { expect } from '@open-wc/testing';
import { ConnectLogin } from '../../../src/components/connect-login/connect-login.js';
import type { ConnectCompleteEvent, UnknownUserEvent } from '../../../src/process/connect/connect-events.js';
import { define } from '../../../src/process/block-registry.js';
import {
  answer,
  arriveAt,
  connectLoginEndings,
  failWith,
  fixtures,
  heading,
  lastLoginStorage,
  loginFinishRspOf,
  loginFixture,
  loginInitRspOf,
  loginRefusalOf,
  press,
  ProcessStage,
  screenOf,
  scriptedFetch,
  scriptedClient,
  silence,
  typeInto,
  until,
  type BlockFixture,
} from '../../../src/testing/index.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { heard, type Heard } from '../../helpers/heard.js';
import { stages } from '../../helpers/stages.js';

const INIT = 'POST /v2/connect/login/init';
const START = 'POST /v2/connect/login/start';
const FINISH = 'POST /v2/connect/login/finish';
const ADA = 'ada@example.com';
const submit = { type: 'submit-identifier', identifier: ADA, isPhone: false } as const;
for (const renderRoot of ['shadow', 'light'] as const)
  describe(`<connect-login>, screens in the ${renderRoot} DOM`, () => {
    const show = stages<ConnectLogin>();
    const frame = ({ element }: ProcessStage<ConnectLogin>) =>
      element.shadowRoot?.querySelector<HTMLElement>('.cbo-frame');

    it('shows nothing while it looks whether it has something to offer', async () => {
      const fixture = loginFixture('client:identifier', { script: { [INIT]: silence } });
      const stage = new ProcessStage<ConnectLogin>(fixture, { renderRoot });
      document.body.append(stage.element);
      await stage.element.updateComplete;
      expect(frame(stage)?.hidden).to.equal(true);
      expect(stage.element.offsetHeight).to.equal(0);
      stage.remove();
    });

    it('signs in by the field, with one request before it', async () => {
      const { events, end } = heard('cbo-complete');
      const stage = await show(fixtures['client:identifier'].default, { renderRoot });
      expect(stage.fetch.requests.map(({ operation }) => operation)).to.deep.equal([INIT]);
      await typeInto(stage, 'Email', ADA);
      await press(stage, 'Continue');
      await arriveAt(stage, 'You’re signed in');
      await until(() => events.length > 0, 'the event');
      end();
      const [event] = events;
      expect(event).to.include({ session: '', webauthnId: 'd2ViYXV0aG4taWQ' });
      expect(event?.signedPasskeyData).to.equal(loginFinishRspOf().signedPasskeyData);
      expect(event?.passkeyOperation).to.include({ identifierValue: ADA });
      expect(event?.clientState).to.equal(stage.element.clientState);
      expect(JSON.parse(atob(event?.clientState ?? ''))).to.have.nested.property(
        'lastLogin.data.identifierValue',
        ADA,
      );
    });

    it('reads what the page knows already when the login starts, and when it is started again', async () => {
      const stage = await show(fixtures['client:identifier'].default, { renderRoot });
      const typed = () => screenOf(stage).querySelector('input')?.value;
      stage.element.prefill = ADA;
      await stage.drawn();
      expect(typed()).to.equal('');
      await stage.element.start();
      await until(() => typed() === ADA, 'the field');
    });

    it('hands over what was typed as well, whatever it was that failed', async () => {
      const { events, end } = heard('cbo-fallback');
      const { passkeysAtHand } = fixtures['client:identifier'];
      const script = { ...passkeysAtHand.script, [FINISH]: failWith(400, 'validation_error') };
      const stage = await show({ ...passkeysAtHand, script }, { renderRoot });
      await typeInto(stage, 'Email', ADA);
      await press(stage, 'Sign in with a passkey');
      await until(() => events.length > 0, 'the event');
      end();
      expect(events[0]?.identifier).to.equal(ADA);
    });

    it('hands over nothing that stands in another field, such as a password', async () => {
      const { events, end } = heard('cbo-fallback');
      const { passkeysAtHand } = fixtures['client:identifier'];
      const script = { ...passkeysAtHand.script, [FINISH]: failWith(400, 'validation_error') };
      const stage = await show({ ...passkeysAtHand, script }, { renderRoot });
      screenOf(stage).prepend(Object.assign(document.createElement('input'), { value: 'secret' }));
      await press(stage, 'Sign in with a passkey');
      await until(() => events.length > 0, 'the event');
      end();
      expect(events[0]?.identifier).to.equal('');
    });

    it('draws nothing once it has handed over', async () => {
      const stage = await show(connectLoginEndings.handedOver, { renderRoot });
      expect(frame(stage)?.hidden).to.equal(true);
      expect(stage.element.offsetHeight).to.equal(0);
    });
  });

describe('what <connect-login> tells the page', () => {
  const logged = recordConsoleErrors();
  const show = stages<ConnectLogin>();
  const ends: (() => void)[] = [];
  afterEach(() => ends.splice(0).forEach((end) => end()));
  const listen = <Name extends keyof Heard>(name: Name) => {
    const { events, end } = heard(name);
    ends.push(end);
    return events;
  };

  it('is that it has something to offer, once', async () => {
    const loaded = listen('cbo-loaded');
    const stage = await show(fixtures['client:one-tap'].default);
    await press(stage, 'Use another account');
    await arriveAt(stage, 'Sign in');
    expect(loaded.map(({ shown }) => shown)).to.deep.equal([true]);
  });

  it('is that it has nothing to offer, silently', async () => {
    const loaded = listen('cbo-loaded');
    const fallbacks = listen('cbo-fallback');
    await show(connectLoginEndings.handedOver);
    expect(loaded.map(({ shown }) => shown)).to.deep.equal([false]);
    expect(fallbacks.map(({ identifier, code, message }) => [identifier, code, message])).to.deep.equal([
      ['', 'not_allowed', ''],
    ]);
  });

  it('is who wants to sign in, why not here, and words for it', async () => {
    const fallbacks = listen('cbo-fallback');
    const refusal = loginRefusalOf(true, { code: 'unexpected_error', message: 'Server text.' });
    const fixture = { script: { [START]: answer(refusal) }, actions: [submit] };
    await show(loginFixture('client:handed-over', fixture));
    expect(fallbacks.map(({ identifier, code, message }) => [identifier, code, message])).to.deep.equal([
      [ADA, 'unexpected_error', 'Signing in with a passkey didn’t work. Please sign in another way.'],
    ]);
  });

  it('is an error as well where something failed', async () => {
    const errors = listen('cbo-error');
    const fallbacks = listen('cbo-fallback');
    const script = { [INIT]: failWith(403, 'validation_error') };
    await show(loginFixture('client:handed-over', { script }));
    expect(errors.map(({ error }) => error.status)).to.deep.equal([403]);
    expect(fallbacks.map(({ code }) => code)).to.deep.equal(['unavailable']);
    expect(logged.join()).to.include('<connect-login>: POST /v2/connect/login/init: HTTP 403');
  });

  it('is an unknown user, whom the page may tell itself', async () => {
    const script = { [START]: failWith(404, 'not_found') };
    const names: string[] = [];
    const tell = (event: UnknownUserEvent) => {
      names.push(event.identifier);
      event.preventDefault();
    };
    document.addEventListener('cbo-unknown-user', tell as EventListener);
    ends.push(() => document.removeEventListener('cbo-unknown-user', tell as EventListener));
    const stage = await show(loginFixture('client:identifier', { script, actions: [submit] }));
    expect(names).to.deep.equal([ADA]);
    expect(stage.screen?.textContent).not.to.contain('We couldn’t find');
  });

  it('is each new screen', async () => {
    const steps = listen('cbo-step');
    await show(fixtures['client:hard-error'].default);
    expect(steps.map(({ block }) => block)).to.deep.equal([
      'client:identifier',
      'client:soft-error',
      'client:hard-error',
    ]);
  });

  it('has no webauthnId where the token cannot be read, and is complete all the same', async () => {
    const completes = listen('cbo-complete');
    const script = {
      [FINISH]: answer(loginFinishRspOf({ signedPasskeyData: 'odd' })),
    };
    await show(loginFixture('completed', { script, actions: [submit] }));
    await until(() => completes.length > 0, 'the event');
    expect(completes[0]).to.include({ signedPasskeyData: 'odd', webauthnId: undefined });
  });
});

describe('a page that does not take the login over', () => {
  const errors = recordConsoleErrors();
  const show = stages<ConnectLogin>();

  it('gets its own login back', async () => {
    const { events, end } = heard('cbo-fallback');
    const refuse = (event: Event) =>
      (event as ConnectCompleteEvent).waitUntil(Promise.reject(new Error('No session')));
    document.addEventListener('cbo-complete', refuse, { once: true });
    await show(loginFixture('client:handed-over', { actions: [submit] }));
    end();
    expect(events.map(({ identifier, code }) => [identifier, code])).to.deep.equal([
      [ADA, 'completion_failed'],
    ]);
    expect(errors).to.have.length(1);
  });
});

describe('completion on the site', () => {
  const { fetch } = globalThis;
  const posts: { url: string; body: unknown }[] = [];
  const show = stages<ConnectLogin>();
  afterEach(() => {
    globalThis.fetch = fetch;
    posts.length = 0;
  });
  const site = (status: number) => {
    globalThis.fetch = (url, init) => {
      posts.push({ url: new Request(url).url, body: JSON.parse(init?.body as string) as unknown });
      return Promise.resolve(new Response(null, { status }));
    };
  };
  const completing = (properties: object) => {
    const { element, ...fixture } = loginFixture('completed', { actions: [submit] });
    return { ...fixture, element: { ...element!, properties } } as BlockFixture;
  };

  it('is told to its back end, then leads on', async () => {
    site(204);
    const stage = await show(completing({ completeUrl: '/session', redirectUrl: '/account' }));
    await until(() => stage.left.length > 0, 'the way on');
    const { signedPasskeyData, session, passkeyOperation } = loginFinishRspOf();
    expect(posts).to.deep.equal([
      { url: `${location.origin}/session`, body: { session, signedPasskeyData, passkeyOperation } },
    ]);
    expect(stage.left.map(({ pathname }) => pathname)).to.deep.equal(['/account']);
  });

  it('stays with a friendly word where there is nowhere to go', async () => {
    const stage = await show(completing({}));
    await until(() => stage.screen?.textContent?.includes('You can close this page') ?? false, 'the end');
  });
});

describe('completion that the site refuses', () => {
  const errors = recordConsoleErrors();
  const { fetch } = globalThis;
  const show = stages<ConnectLogin>();
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  for (const [why, properties] of [
    ['its back end refuses', { completeUrl: '/session' }],
    ['it names another origin', { redirectUrl: 'https://elsewhere.example/' }],
  ] as const)
    it(`falls back where ${why}`, async () => {
      globalThis.fetch = () => Promise.resolve(new Response(null, { status: 401 }));
      const { events, end } = heard('cbo-fallback');
      const stage = await show(loginFixture('client:handed-over', { actions: [submit] }, properties));
      end();
      expect(events.map(({ code }) => code)).to.deep.equal(['completion_failed']);
      expect(stage.left).to.deep.equal([]);
      expect(errors).to.have.length(1);
    });
});

describe('a browser that keeps nothing', () => {
  it('signs in all the same', async () => {
    const refuse = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    define('connect-login', ConnectLogin);
    const stage = new ProcessStage<ConnectLogin>(fixtures['client:identifier'].default);
    stage.element.storage = Object.assign(stage.storage, {
      getItem: refuse,
      setItem: refuse,
      removeItem: refuse,
    });
    await stage.show();
    await typeInto(stage, 'Email', ADA);
    await press(stage, 'Continue');
    await arriveAt(stage, 'You’re signed in');
    stage.remove();
  });
});

describe('a login of before', () => {
  const show = stages<ConnectLogin>();

  it('is the first screen, ready for one press', async () => {
    const stage = await show(fixtures['client:one-tap'].default);
    await press(stage, `Continue with your passkey ${ADA}`);
    await arriveAt(stage, 'You’re signed in');
    expect(stage.fetch.to(START)[0]?.body).to.deep.include({ source: 'one-tap' });
  });

  it('is asked for once, however often the element is put on the page', async () => {
    const fetch = scriptedFetch({ [INIT]: answer(loginInitRspOf()) });
    const client = scriptedClient(fetch);
    for (let times = 0; times < 3; times++) {
      const stage = new ProcessStage<ConnectLogin>(fixtures['client:identifier'].default);
      stage.element.client = client;
      await stage.show();
      expect(heading(stage)).to.equal('Sign in');
      stage.remove();
    }
    expect(fetch.to(INIT)).to.have.length(1);
  });

  it('of another browser may be passed on', async () => {
    const clientState = btoa(
      JSON.stringify({
        lastLogin: JSON.parse(lastLoginStorage()['cbo_connect_last_login-pro-1'] ?? '') as unknown,
      }),
    );
    const stage = await show(loginFixture('client:one-tap', {}, { clientState }));
    await press(stage, `Continue with your passkey ${ADA}`);
    await arriveAt(stage, 'You’re signed in');
    expect(stage.fetch.to(START)[0]?.body).to.have.nested.property('oneTapMeta.source', 'url');
  });
});

describe('autofill', () => {
  const show = stages<ConnectLogin>();

  it('signs in from the field', async () => {
    const stage = await show(fixtures['client:identifier'].autofill);
    await until(() => stage.webauthn.ceremonies.length > 0, 'autofill');
    stage.webauthn.pickFromAutofill();
    await arriveAt(stage, 'You’re signed in');
  });

  it('is offered by both of two elements of a page', async () => {
    const first = await show(fixtures['client:identifier'].autofill);
    const second = await show(fixtures['client:identifier'].autofill);
    await until(() => first.webauthn.ceremonies.length + second.webauthn.ceremonies.length === 2, 'autofill');
    second.webauthn.pickFromAutofill();
    await arriveAt(second, 'You’re signed in');
    expect(heading(first)).to.equal('Sign in');
  });
});
