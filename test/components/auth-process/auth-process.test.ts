import { expect } from '@open-wc/testing';
import { ApiError } from '../../../src/api/api-error.js';
import { AuthProcess } from '../../../src/components/auth-process/auth-process.js';
import { define } from '../../../src/process/block-registry.js';
import type { CompleteEvent } from '../../../src/process/complete-event.js';
import type { ErrorEvent, StepEvent } from '../../../src/process/events.js';
import {
  answer,
  answerWith,
  arriveAt,
  blockOf,
  failWith,
  fixtureOf,
  fixtures,
  message,
  networkFailure,
  openWith,
  press,
  processResponseOf,
  ProcessStage,
  scriptedClient,
  sessionTokenOf,
  typeInto,
  until,
  type BlockFixture,
} from '../../../src/testing/index.js';
import { nextTask } from '../../support/next-task.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { stages } from '../../helpers/stages.js';

const OPEN = 'POST /v2/auth/process/init';
const LOGIN = 'POST /v2/auth/login/init';
const SUBMIT = { type: 'submit-identifier', identifier: 'ada@example.com', isPhone: false } as const;
const completing: BlockFixture = fixtureOf(blockOf('login-init'), {
  script: { [LOGIN]: answerWith(blockOf('completed')) },
});

const { default: unreachable } = fixtures['client:error'];

describe('what <auth-process> tells the page', () => {
  const errors = recordConsoleErrors();
  const shown: ProcessStage[] = [];
  const stageOf = (fixture: BlockFixture) => {
    const stage = new ProcessStage(fixture);
    shown.push(stage);
    return stage;
  };
  afterEach(() => shown.splice(0).forEach((stage) => stage.remove()));

  it('is each new screen, with the one before', async () => {
    const stage = stageOf(fixtureOf(blockOf('login-init', { alternatives: [blockOf('signup-init')] })));
    const steps: StepEvent[] = [];
    document.addEventListener('cbo-step', (event) => steps.push(event as StepEvent));
    await stage.show();
    await press(stage, 'Create an account');
    await arriveAt(stage, 'Create your account');
    expect(steps.map(({ block, authType, previousBlock }) => [block, authType, previousBlock])).to.deep.equal(
      [
        ['login-init', 'login', 'client:loading'],
        ['signup-init', 'signup', 'login-init'],
      ],
    );
    expect(steps.every(({ bubbles, composed, cancelable }) => bubbles && composed && !cancelable)).to.equal(
      true,
    );
  });

  it('is nothing of a block that only got an error', async () => {
    const error = { code: 'no_fallback_available', message: '' };
    const stage = stageOf(
      fixtureOf(blockOf('login-init'), { script: { [LOGIN]: answerWith(blockOf('login-init', { error })) } }),
    );
    await stage.show();
    let steps = 0;
    stage.element.addEventListener('cbo-step', () => (steps += 1));
    await stage.act(SUBMIT);
    expect(steps).to.equal(0);
  });

  it('is a failure, as an ApiError, while the person sees a way on', async () => {
    const stage = stageOf(fixtureOf(blockOf('login-init'), { script: { [LOGIN]: networkFailure } }));
    const failures: ErrorEvent[] = [];
    stage.element.addEventListener('cbo-error', (event) => failures.push(event));
    await stage.show();
    await stage.act(SUBMIT);
    expect(failures).to.have.length(1);
    expect(failures[0]!.error).to.be.instanceOf(ApiError).and.to.include({ kind: 'network' });
    expect(message(stage)).to.equal('We couldn’t reach Acme. Check your connection.');
    expect(errors).to.deep.equal([]);
  });

  it('is the completed process, exactly once', async () => {
    const stage = stageOf(completing);
    const events: CompleteEvent[] = [];
    stage.element.addEventListener('cbo-complete', (event) => events.push(event));
    await stage.show();
    await stage.act(SUBMIT);
    document.body.append(stage.element);
    stage.element.requestUpdate();
    await stage.drawn();
    await nextTask();
    expect(events).to.have.length(1);
    expect(events[0]!.sessionToken).to.equal(sessionTokenOf());
  });

  it('is no block action: those stay inside', async () => {
    const heard: Event[] = [];
    const listen = (event: Event) => heard.push(event);
    document.addEventListener('cbo-block-action', listen);
    const stage = stageOf(fixtureOf(blockOf('login-init', { alternatives: [blockOf('signup-init')] })));
    await stage.show();
    await press(stage, 'Create an account');
    await arriveAt(stage, 'Create your account');
    document.removeEventListener('cbo-block-action', listen);
    expect(heard).to.deep.equal([]);
  });

  it('is nothing about tokens and identifiers in attributes', async () => {
    const stage = stageOf(completing);
    await stage.show();
    await typeInto(stage, 'Email', 'ada@example.com');
    await stage.act(SUBMIT);
    const all = [stage.element, ...stage.element.shadowRoot!.querySelectorAll('*')];
    const values = all.flatMap((element) => [...element.attributes].map(({ value }) => value)).join(' ');
    expect(values).not.to.match(/eyJ|ada@example/);
  });
});

describe('a page that takes its time, or fails, with a completed process', () => {
  const errors = recordConsoleErrors();
  const { fetch } = globalThis;
  const shown: ProcessStage[] = [];
  afterEach(() => {
    globalThis.fetch = fetch;
    shown.splice(0).forEach((stage) => stage.remove());
  });

  async function completed(
    prepare: (element: AuthProcess) => void,
    fixture: BlockFixture = completing,
  ): Promise<ProcessStage> {
    const stage = new ProcessStage(fixture);
    shown.push(stage);
    prepare(stage.element);
    await stage.show();
    await stage.act(SUBMIT);
    return stage;
  }

  it('holds the screen until it has settled', async () => {
    let settle: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (settle = resolve));
    const stage = await completed((element) =>
      element.addEventListener('cbo-complete', (event) => event.waitUntil(waiting)),
    );
    const done = () => (stage.screen?.step?.data as { done?: boolean }).done;
    expect(done()).to.equal(false);
    settle();
    await until(() => done() === true, 'the end');
  });

  it('is asked again by signing in again when it has rejected', async () => {
    let asked = 0;
    const stage = await completed(
      (element) =>
        element.addEventListener('cbo-complete', (event) => {
          asked += 1;
          event.waitUntil(asked === 1 ? Promise.reject(new Error('no')) : Promise.resolve());
        }),
      {
        ...completing,
        script: { [OPEN]: openWith(blockOf('login-init')), [LOGIN]: answerWith(blockOf('completed')) },
      },
    );
    await until(() => message(stage) !== '', 'the failure');
    expect(errors).to.have.length(1);
    await press(stage, 'Try again');
    await arriveAt(stage, 'Welcome back');
    await stage.act(SUBMIT);
    expect(asked).to.equal(2);
    await until(() => (stage.screen?.step?.data as { done?: boolean }).done === true, 'the end');
  });

  it('is told again when its back end failed', async () => {
    let tries = 0;
    globalThis.fetch = () => Promise.resolve(new Response(null, { status: ++tries === 1 ? 500 : 204 }));
    const stage = await completed((element) => (element.completeUrl = '/session'));
    await until(() => message(stage) !== '', 'the failure');
    expect(errors).to.have.length(1);
    expect(errors[0]).to.match(/^<auth-process>: the page could not finish/);
    await press(stage, 'Try again');
    await until(() => (stage.screen?.step?.data as { done?: boolean }).done === true, 'the end');
    expect([tries, message(stage)]).to.deep.equal([2, '']);
  });

  it('is not led to an origin it does not allow', async () => {
    const stage = await completed((element) => (element.redirectUrl = 'https://evil.test/'));
    await until(() => message(stage) !== '', 'the failure');
    expect(errors[0]).to.match(/neither this page's origin nor an allowed one/);
  });

  it('is led on', async () => {
    const { hash } = location;
    await completed((element) => (element.redirectUrl = `${location.href.split('#')[0]}#led-on`));
    await until(() => location.hash === '#led-on', 'the way on');
    history.replaceState(null, '', hash || location.pathname + location.search);
  });

  it('has no part in what goes wrong in the next process', async () => {
    let asked = 0;
    const stage = await completed((element) => element.addEventListener('cbo-complete', () => (asked += 1)), {
      ...completing,
      script: {
        [OPEN]: openWith(blockOf('login-init')),
        [LOGIN]: [answerWith(blockOf('completed')), networkFailure, networkFailure, networkFailure],
      },
    });
    await stage.element.reset();
    await arriveAt(stage, 'Welcome back');
    await stage.act(SUBMIT);
    const requests = stage.fetch.requests.length;
    await stage.act({ type: 'retry' }, 'submit-identifier').catch(() => undefined);
    await until(() => stage.fetch.requests.length > requests, 'the request again');
    expect(asked).to.equal(1);
  });
});

describe('a mistake of the page', () => {
  const errors = recordConsoleErrors();
  define('auth-process', AuthProcess);

  /** An element with these attributes, and what it tells. */
  function mistaken(attributes: Readonly<Record<string, string>>) {
    const element = document.createElement('auth-process');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const failures: ApiError[] = [];
    element.addEventListener('cbo-error', ({ error }) => failures.push(error));
    document.body.append(element);
    const screen = () => element.shadowRoot?.querySelector('.cbo-screen')?.textContent ?? '';
    return { element, failures, screen };
  }

  for (const [what, attributes, code] of [
    ['no project', {}, 'missing_project_id'],
    ['an odd project', { 'project-id': 'acme' }, 'invalid_project_id'],
    [
      'an insecure Frontend API',
      { 'project-id': 'pro-1', 'frontend-api-url': 'http://api.test' },
      'invalid_frontend_api_url',
    ],
  ] as const)
    it(`such as ${what} is told in place, once in the console, and as an event`, async () => {
      const { element, failures, screen } = mistaken(attributes);
      await until(() => screen().includes('isn’t set up yet'), 'the screen');
      element.requestUpdate();
      document.body.append(element);
      await element.updateComplete;
      expect(errors).to.have.length(1);
      expect(errors[0]).to.match(/^<auth-process>: /);
      expect(failures.map((error) => [error.kind, error.code])).to.deep.equal([['configuration', code]]);
      element.remove();
    });

  it('is over when it is mended', async () => {
    const stage = new ProcessStage({
      ...fixtureOf(blockOf('login-init')),
      shows: 'client:developer-error',
      withoutProject: true,
    });
    await stage.show();
    const other = new ProcessStage(fixtureOf(blockOf('login-init')));
    stage.element.client = other.element.client;
    await arriveAt(stage, 'Welcome back');
    stage.remove();
  });

  it('that only the server can see is told as well', async () => {
    const fixture = {
      ...fixtureOf(blockOf('login-init')),
      shows: 'client:developer-error',
      script: { [OPEN]: failWith(403, 'validation_error') },
    };
    const stage = await new ProcessStage(fixture).show();
    expect(errors).to.have.length(1);
    stage.remove();
  });

  it('that the browser keeps from scripts, such as an origin not authorised, is guessed once in the console', async () => {
    const stage = await new ProcessStage(unreachable).show();
    await stage.act({ type: 'retry' });
    expect(errors).to.deep.equal([
      `<auth-process>: No readable answer from https://scripted.test: is ${location.origin} an authorised origin?`,
    ]);
    stage.remove();
  });

  it('is not suspected where the API is of the origin of the page', async () => {
    const stage = new ProcessStage(unreachable);
    stage.element.client = scriptedClient(stage.fetch, 'pro-1', '/');
    await stage.show();
    expect(errors).to.deep.equal([]);
    stage.remove();
  });
});

describe('the methods of <auth-process>', () => {
  const show = stages();

  it('start() begins anew, and resolves with the first screen', async () => {
    const script = { 'GET /v2/auth/process': answer(processResponseOf(blockOf('signup-init'))) };
    const stage = await show(fixtureOf(blockOf('login-init'), { script }));
    await stage.element.start();
    await stage.drawn();
    await arriveAt(stage, 'Create your account');
  });

  it('start() twice in a row shows one screen', async () => {
    const script = { 'GET /v2/auth/process': answer(processResponseOf(blockOf('signup-init'))) };
    const stage = await show(fixtureOf(blockOf('login-init'), { script }));
    const steps: string[] = [];
    stage.element.addEventListener('cbo-step', ({ block }) => steps.push(block));
    await Promise.all([stage.element.start(), stage.element.start()]);
    await arriveAt(stage, 'Create your account');
    expect(steps).to.deep.equal(['signup-init']);
  });

  it('reset() leaves the process and opens another, without a question', async () => {
    const script = { [OPEN]: [openWith(blockOf('passkey-append')), openWith(blockOf('signup-init'))] };
    const stage = await show({ shows: 'passkey-append', script });
    await stage.element.reset();
    await arriveAt(stage, 'Create your account');
    expect(stage.fetch.requests.map(({ operation }) => operation)).to.deep.equal([OPEN, OPEN]);
  });

  it('reset() works after completion', async () => {
    const script = { [OPEN]: [openWith(blockOf('completed')), openWith(blockOf('login-init'))] };
    const stage = await show({ shows: 'completed', script });
    await stage.element.reset();
    await arriveAt(stage, 'Welcome back');
  });
});
