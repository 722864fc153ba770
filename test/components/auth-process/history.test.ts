import { expect } from '@open-wc/testing';
import type { BlockBody } from '../../../src/api/types.js';
import {
  answerWith,
  arriveAt,
  blockOf,
  failWith,
  fixtureOf,
  heading,
  openWith,
  otherBlockOf,
  press,
  ProcessStage,
  scriptedClient,
  until,
  type BlockFixture,
} from '../../../src/testing/index.js';
import { nextTask } from '../../support/next-task.js';

const OPEN = 'POST /v2/auth/process/init';
const LOGIN = 'POST /v2/auth/login/init';
const RESET = 'POST /v2/auth/process/reset';
const clean = location.pathname + location.search;
const newProcess = { token: 'aup-2', expiresAt: 4_102_444_800 };

const login = blockOf('login-init', { alternatives: [blockOf('signup-init')] });
const signup = blockOf('signup-init', { alternatives: [blockOf('login-init')] });

async function go(step: () => void): Promise<void> {
  const gone = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  step();
  await gone;
  await nextTask();
}
const back = () => go(() => history.back());
const forward = () => go(() => history.forward());

describe('the address', () => {
  const shown: ProcessStage[] = [];
  const stageOf = (fixture: BlockFixture, mode: 'hash' | 'off' = 'hash') => {
    const stage = new ProcessStage(fixture);
    stage.element.history = mode;
    shown.push(stage);
    return stage;
  };
  const show = (fixture: BlockFixture, mode?: 'hash' | 'off') => stageOf(fixture, mode).show();

  beforeEach(() => history.pushState({ of: 'the page' }, '', clean));
  afterEach(async () => {
    shown.splice(0).forEach((stage) => stage.remove());
    await nextTask();
  });
  // Once, not after each: WebKit allows a page a hundred changes in ten seconds.
  after(() => history.replaceState(null, '', clean));

  it('says which screen is shown, without an entry of its own for the first', async () => {
    await show(fixtureOf(login));
    expect(location.hash).to.equal('#login-init');
    expect(history.state).to.deep.equal({ of: 'the page' });
  });

  it('gets an entry for each further screen', async () => {
    const stage = await show(
      fixtureOf(login, { script: { [LOGIN]: answerWith(blockOf('passkey-appended')) } }),
    );
    await stage.act({ type: 'submit-identifier', identifier: 'ada', isPhone: false });
    expect(location.hash).to.equal('#passkey-appended');
    await back();
    expect(location.hash).to.equal('#login-init');
  });

  it('asks for the screen it names', async () => {
    history.replaceState(null, '', '#signup-init');
    const stage = await show(fixtureOf(signup));
    expect(stage.fetch.to(OPEN)[0]?.body).to.have.property('preferredBlock', 'signup-init');
  });

  for (const [alias, block] of [
    ['login', login],
    ['register', signup],
  ] as const)
    it(`may name ${block.block} as #${alias}`, async () => {
      history.replaceState(null, '', `#${alias}`);
      const stage = await show(fixtureOf(block));
      expect(stage.fetch.to(OPEN)[0]?.body).to.have.property('preferredBlock', block.block);
      expect(location.hash).to.equal(`#${block.block}`);
    });

  it('is corrected in place when the server shows another first screen', async () => {
    history.replaceState({ of: 'the page' }, '', '#signup-init');
    await show(fixtureOf(blockOf('login-init')));
    expect(location.hash).to.equal('#login-init');
    expect(history.state).to.deep.equal({ of: 'the page' });
  });

  it('keeps a hash of the page, whatever is shown', async () => {
    history.replaceState(null, '', '#pricing');
    const stage = await show(fixtureOf(login));
    await press(stage, 'Create an account');
    await arriveAt(stage, 'Create your account');
    expect(location.hash).to.equal('#pricing');
    expect(stage.fetch.to(OPEN)[0]?.body).not.to.have.property('preferredBlock');
  });

  it('may be taken over by the page at any time', async () => {
    const stage = await show(fixtureOf(login));
    await go(() => (location.hash = '#pricing'));
    expect(heading(stage)).to.equal('Welcome back');
    await press(stage, 'Create an account');
    await arriveAt(stage, 'Create your account');
    expect(location.hash).to.equal('#pricing');
  });

  it('is left alone when history is off', async () => {
    history.replaceState(null, '', '#signup-init');
    const stage = await show(fixtureOf(login), 'off');
    expect(stage.fetch.to(OPEN)[0]?.body).not.to.have.property('preferredBlock');
    await press(stage, 'Create an account');
    await arriveAt(stage, 'Create your account');
    expect(location.hash).to.equal('#signup-init');
  });

  describe('that does not name a later screen', () => {
    const GET = 'GET /v2/auth/process';
    /** The same page loaded again: another element, the same browser. */
    const reload = async (stage: ProcessStage, block: BlockBody, shows: string) => {
      const { storage } = stage.element;
      stage.remove();
      const again = stageOf(fixtureOf(login, { shows, script: { [GET]: answerWith(block) } }));
      again.element.storage = storage;
      again.element.initialBlock = 'login-init';
      return again.show();
    };

    for (const [what, hash, type] of [
      ['is one of the page', '#pricing', 'passkey-verify'],
      ['names the screen before', '', 'post-signup-email-verify'],
    ] as const)
      it(`because it ${what} is resumed there all the same`, async () => {
        history.replaceState({ of: 'the page' }, '', clean + hash);
        const later = type === 'passkey-verify' ? blockOf(type) : otherBlockOf(type);
        const stage = await show(fixtureOf(login, { script: { [LOGIN]: answerWith(later) } }));
        await stage.act({ type: 'submit-identifier', identifier: 'ada', isPhone: false });
        const again = await reload(stage, later, type);
        expect(again.fetch.to(OPEN)).to.have.length(0);
        expect(history.state).to.include({ of: 'the page' });
        expect(location.hash).to.equal(hash || '#login-init');
      });

    it('begins with what the page wants once the later screen was left', async () => {
      history.replaceState(null, '', `${clean}#pricing`);
      const script = { [LOGIN]: answerWith(blockOf('passkey-verify')), [RESET]: answerWith(login) };
      const stage = await show(fixtureOf(login, { script }));
      await stage.act({ type: 'submit-identifier', identifier: 'ada', isPhone: false });
      await stage.act({ type: 'abort' });
      const again = await reload(stage, blockOf('passkey-verify'), 'login-init');
      expect(again.fetch.to(OPEN)).to.have.length(1);
    });
  });

  it('is cleared with the last screen', async () => {
    const stage = await show(fixtureOf(login, { script: { [LOGIN]: answerWith(blockOf('completed')) } }));
    await stage.act({ type: 'submit-identifier', identifier: 'ada', isPhone: false });
    expect(location.hash).to.equal('');
  });

  describe('with back and forward', () => {
    it('moves between the init screens and leaves no trap', async () => {
      const stage = await show(fixtureOf(login));
      await press(stage, 'Create an account');
      await arriveAt(stage, 'Create your account');
      await back();
      await arriveAt(stage, 'Welcome back');
      expect(location.hash).to.equal('#login-init');
      expect(history.state, 'the entry the page made').to.deep.equal({ of: 'the page' });
      await forward();
      await arriveAt(stage, 'Create your account');
      expect(location.hash).to.equal('#signup-init');
    });

    it('leaves a sign-in at once', async () => {
      const appended = blockOf('passkey-appended', { authType: 'login' });
      const script = { [LOGIN]: answerWith(appended), [RESET]: answerWith(login, { newProcess }) };
      const stage = await show(fixtureOf(login, { script }));
      await stage.act({ type: 'submit-identifier', identifier: 'ada', isPhone: false });
      await back();
      await arriveAt(stage, 'Welcome back');
      expect(stage.fetch.to(RESET)).to.have.length(1);
      expect(location.hash).to.equal('#login-init');
    });

    it('asks before it leaves a sign-up, and goes back to the address when the person stays', async () => {
      const script = { 'POST /v2/auth/signup/init': answerWith(blockOf('passkey-append')) };
      const stage = await show(fixtureOf(signup, { script }));
      await stage.act({
        type: 'submit-signup',
        identifiers: [{ type: 'email', identifier: 'ada@example.com' }],
      });
      expect(location.hash).to.equal('#passkey-append');
      await back();
      await arriveAt(stage, 'Stop creating your account?');
      expect(stage.fetch.to(RESET)).to.have.length(0);
      await press(stage, 'Keep going');
      await arriveAt(stage, 'Create your passkey');
      expect(location.hash).to.equal('#passkey-append');
    });

    it('shows no screen that the process does not allow', async () => {
      history.replaceState(null, '', '#passkey-append');
      history.pushState(null, '', clean);
      const stage = await show(fixtureOf(login));
      await back();
      expect(heading(stage)).to.equal('Welcome back');
      expect(location.hash).to.equal('#login-init');
      expect(stage.fetch.requests).to.have.length(1);
    });

    it('does not disturb the first request', async () => {
      history.replaceState(null, '', '#login-init');
      history.pushState(null, '', '#signup-init');
      const stage = stageOf(fixtureOf(signup));
      let answer: () => void = () => undefined;
      const wentBack = new Promise<void>((resolve) => (answer = resolve));
      const late = async (...request: Parameters<typeof fetch>) => {
        await wentBack;
        return stage.fetch(...request);
      };
      stage.element.client = scriptedClient(Object.assign(late, stage.fetch));
      document.body.append(stage.element);
      await stage.element.updateComplete;
      await back();
      answer();
      await arriveAt(stage, 'Create your account');
      expect(stage.fetch.requests.map(({ operation }) => operation)).to.deep.equal([OPEN]);
    });

    it('asks for nothing when the first request has failed', async () => {
      history.replaceState(null, '', '#login-init');
      history.pushState(null, '', '#signup-init');
      const failure = failWith(503, 'internal_error');
      const answers = [failure, failure, failure, openWith(login)];
      const stage = await show({ shows: 'client:error', script: { [OPEN]: answers } });
      await back();
      expect(stage.fetch.to(RESET)).to.have.length(0);
      await press(stage, 'Try again');
      await arriveAt(stage, 'Welcome back');
    });

    it('does nothing after completion', async () => {
      history.replaceState(null, '', '#login-init');
      history.pushState(null, '', clean);
      const stage = await show(fixtureOf(blockOf('completed')));
      await back();
      expect(heading(stage)).to.equal('You’re signed in');
      expect(stage.fetch.requests).to.have.length(1);
    });

    it('starts over when the process it leaves is over', async () => {
      const script = {
        [OPEN]: [openWith(login), openWith(login)],
        [LOGIN]: answerWith(blockOf('passkey-appended', { authType: 'login' })),
        [RESET]: failWith(400, 'process_not_available'),
      };
      const stage = await show({ shows: 'login-init', script });
      await stage.act({ type: 'submit-identifier', identifier: 'ada', isPhone: false });
      await back();
      await until(() => stage.fetch.to(OPEN).length === 2, 'the new process');
      await arriveAt(stage, 'Welcome back');
    });
  });

  describe('of a page with two elements', () => {
    it('belongs to the first', async () => {
      await show(fixtureOf(login));
      await show(fixtureOf(signup));
      expect(location.hash).to.equal('#login-init');
    });

    it('is handed over when the first leaves', async () => {
      const first = await show(fixtureOf(login));
      const second = await show(fixtureOf(signup));
      first.remove();
      await press(second, 'Sign in');
      await arriveAt(second, 'Welcome back');
      await press(second, 'Create an account');
      await arriveAt(second, 'Create your account');
      expect(location.hash).to.equal('#signup-init');
    });

    it('belongs to the one that keeps a history', async () => {
      await show(fixtureOf(login), 'off');
      await show(fixtureOf(signup));
      expect(location.hash).to.equal('#signup-init');
    });
  });

  it('says what is shown from the moment history is turned on', async () => {
    const stage = await show(fixtureOf(login), 'off');
    stage.element.history = 'hash';
    await stage.drawn();
    expect(location.hash).to.equal('#login-init');
  });
});
