import { expect } from '@open-wc/testing';
import { html } from 'lit';
import {
  registerBlock,
  type BlockEntry,
  type BlockRenderContext,
} from '../../../src/process/block-registry.js';
import type { UnknownBlockEvent } from '../../../src/process/events.js';
import {
  answerWith,
  blockOf,
  control,
  field,
  fixtureOf,
  heading,
  openWith,
  otherBlockOf,
  press,
  ProcessStage,
  screenOf,
  typeInto,
  until,
} from '../../../src/testing/index.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { stages } from '../../helpers/stages.js';
import { delayed, loginThen, newTag, sent, SiteBlock, SUBMIT } from '../support/site-blocks.js';

describe('the screens of an element', () => {
  const show = stages();

  it('keep the element, what was typed and the focus when the answer is the same block', async () => {
    const error = { code: 'login_identifier_unknown_user', message: '' };
    const stage = await show(
      loginThen(blockOf('login-init', { data: { fieldError: error, identifierValue: 'ada@example.com' } })),
    );
    await typeInto(stage, 'Email', 'ada@example.com');
    const before = [stage.screen, field(stage, 'Email')];
    await stage.act(SUBMIT);
    expect([stage.screen, field(stage, 'Email')]).to.deep.equal(before);
    expect(field(stage, 'Email').value).to.equal('ada@example.com');
    expect(stage.focused).to.equal(field(stage, 'Email'));
  });

  it('keep what was typed over a failed request', async () => {
    const stage = await show(fixtureOf(blockOf('login-init')));
    await typeInto(stage, 'Email', 'ada@example.com');
    await stage.act(SUBMIT);
    expect(field(stage, 'Email').value).to.equal('ada@example.com');
  });

  it('keep what was typed while the person looks at the alternative', async () => {
    const alternatives = [blockOf('signup-init')];
    const stage = await show(fixtureOf(blockOf('login-init', { alternatives })));
    await typeInto(stage, 'Email', 'ada@exam');
    await press(stage, 'Create an account');
    await until(() => heading(stage) === 'Create your account', 'the sign-up');
    await typeInto(stage, 'Email', 'new@example.com');
    await press(stage, 'Sign in');
    await until(() => heading(stage) === 'Welcome back', 'the sign-in');
    expect(field(stage, 'Email').value).to.equal('ada@exam');
    await press(stage, 'Create an account');
    await until(() => heading(stage) === 'Create your account', 'the sign-up');
    expect(field(stage, 'Email').value).to.equal('new@example.com');
  });

  it('are empty in the next process', async () => {
    const newProcess = { token: 'aup-2', expiresAt: 4_102_444_800 };
    const stage = await show(
      fixtureOf(blockOf('login-init'), {
        script: { 'POST /v2/auth/process/reset': answerWith(blockOf('login-init'), { newProcess }) },
      }),
    );
    await typeInto(stage, 'Email', 'ada@example.com');
    await stage.act({ type: 'abort' });
    expect(field(stage, 'Email').value).to.equal('');
  });
});

describe('a block that is still loading', () => {
  const show = stages();

  it('leaves the present screen in place, inert', async () => {
    const next = delayed('passkey-appended');
    const stage = await show(loginThen(blockOf('passkey-appended')), { blocks: [next.entry] });
    const before = stage.screen;
    await sent(stage);
    expect(stage.screen === before).to.equal(true);
    expect(heading(stage)).to.equal('Welcome back');
  });

  it('is drawn when it has come, and takes the focus', async () => {
    const next = delayed('passkey-appended');
    const stage = await show(loginThen(blockOf('passkey-appended')), { blocks: [next.entry] });
    field(stage, 'Email').focus();
    await sent(stage);
    next.arrive();
    await until(() => heading(stage) === 'Drawn by the site', 'the block');
    await until(() => stage.focused === screenOf(stage).querySelector('h2'), 'the focus');
    expect(stage.screen?.inert).to.equal(false);
    expect(next.loads()).to.equal(1);
  });

  it('takes no focus when it is the first', async () => {
    const first = delayed('login-init');
    const stage = new ProcessStage(fixtureOf(blockOf('login-init')), { blocks: [first.entry] });
    document.body.append(stage.element);
    await until(() => first.loads() === 1, 'the load');
    first.arrive();
    await until(() => stage.screen?.localName === (first.entry as { tag: string }).tag, 'the block');
    await stage.drawn();
    expect(document.activeElement).to.equal(document.body);
    stage.remove();
  });

  it('gives way to a screen that loads it again', async () => {
    const next = delayed('passkey-appended');
    const stage = await show(loginThen(blockOf('passkey-appended')), { blocks: [next.entry] });
    await sent(stage);
    next.fail();
    await until(() => heading(stage) === 'Something went wrong', 'the failure');
    expect(stage.screen?.inert).to.equal(false);
    await press(stage, 'Try again');
    next.arrive();
    await until(() => heading(stage) === 'Drawn by the site', 'the block');
    expect(next.loads()).to.equal(2);
  });
});

describe('blocks of a site', () => {
  const show = stages();
  const errors = recordConsoleErrors();

  it('stand in for the built-in ones', async () => {
    const blocks = [{ type: 'login-init', tag: newTag(), element: class extends SiteBlock {} }];
    const stage = await show(fixtureOf(blockOf('login-init')), { blocks });
    expect(heading(stage)).to.equal('Drawn by the site');
    expect(stage.screen?.step?.type).to.equal('login-init');
    expect(stage.screen?.appName).to.equal('Acme');
  });

  it('can be drawn by a function and act', async () => {
    const given: BlockRenderContext[] = [];
    const render = (context: BlockRenderContext) => {
      given.push(context);
      return html`<div><button @click=${() => context.act(SUBMIT)}>Go</button></div>`;
    };
    const stage = new ProcessStage(loginThen(blockOf('passkey-appended')), {
      blocks: [{ type: 'login-init', render }],
    });
    document.body.append(stage.element);
    await until(() => given.length > 0, 'the block');
    await stage.element.updateComplete;
    control(stage, 'Go').click();
    await until(() => heading(stage) === 'Passkey created', 'the next screen');
    expect(given[0]!.step.type).to.equal('login-init');
    expect(given.at(-1)!.pending).to.equal('submit-identifier');
    stage.remove();
  });

  it('may be registered for the page while the element waits', async () => {
    const type = `later-${newTag()}`;
    const stage = await show({ ...fixtureOf(otherBlockOf(type)), shows: 'client:unknown' });
    registerBlock({ type, tag: newTag(), element: class extends SiteBlock {} });
    await until(() => heading(stage) === 'Drawn by the site', 'the block');
  });

  it('of the element go before those of the page', async () => {
    const type = `layered-${newTag()}`;
    registerBlock({ type, render: () => html`<h2>page</h2>` });
    const blocks = [{ type, tag: newTag(), element: class extends SiteBlock {} }];
    const stage = await show(fixtureOf(otherBlockOf(type)), { blocks });
    expect(heading(stage)).to.equal('Drawn by the site');
  });

  it('may be set to nothing', async () => {
    const stage = await show(fixtureOf(blockOf('login-init')));
    for (const nothing of [undefined, null]) {
      stage.element.blocks = nothing as never;
      await stage.drawn();
      expect(heading(stage)).to.equal('Welcome back');
    }
  });

  it('that cannot be drawn are told to the developer, and the built-in ones stand in', async () => {
    const blocks = [{ type: 'login-init' }] as unknown as BlockEntry[];
    const stage = await show(fixtureOf(blockOf('login-init')), { blocks });
    expect(heading(stage)).to.equal('Welcome back');
    expect(errors).to.have.length(1);
    expect(errors[0]).to.match(/<auth-process>.*block needs a type/);
  });
});

describe('a block type nobody registered', () => {
  const show = stages();
  const shownAs = (type: string) => ({ ...fixtureOf(otherBlockOf(type)), shows: 'client:unknown' });

  for (const type of [
    'hologram-verify',
    'constructor',
    '__proto__',
    'toString',
    'div',
    'auth-block-login-init',
  ])
    it(`is shown as a step that needs an update, with a way on: ${type}`, async () => {
      const stage = await show(shownAs(type));
      expect(heading(stage)).to.equal('This step needs an update');
      expect(control(stage, 'Start again')).to.be.instanceOf(HTMLButtonElement);
    });

  it('can be left for a new process', async () => {
    const answers = [openWith(otherBlockOf('hologram-verify')), openWith(blockOf('login-init'))];
    const script = { 'POST /v2/auth/process/init': answers };
    const stage = await show({ shows: 'client:unknown', script });
    await press(stage, 'Start again');
    await until(() => heading(stage) === 'Welcome back', 'the new process');
  });

  it('is told to the page', async () => {
    const stage = new ProcessStage(shownAs('hologram-verify'));
    const events: UnknownBlockEvent[] = [];
    stage.element.addEventListener('cbo-unknown-block', (event) => events.push(event));
    await stage.show();
    expect(
      events.map(({ block, bubbles, composed, cancelable }) => [block, bubbles, composed, cancelable]),
    ).to.deep.equal([['hologram-verify', true, true, true]]);
    stage.remove();
  });

  it('is left to a page that wants to draw it', async () => {
    const stage = new ProcessStage(shownAs('hologram-verify'));
    let asked = 0;
    stage.element.addEventListener('cbo-unknown-block', (event) => {
      event.preventDefault();
      asked += 1;
    });
    document.body.append(stage.element);
    await until(() => asked === 1, 'the question');
    await stage.drawn();
    expect(stage.screen).to.equal(undefined);
    stage.remove();
  });

  it('may be registered in answer to the event', async () => {
    const type = `answered-${newTag()}`;
    const stage = new ProcessStage(shownAs(type));
    stage.element.addEventListener('cbo-unknown-block', ({ block }) =>
      registerBlock({ type: block, tag: newTag(), element: class extends SiteBlock {} }),
    );
    document.body.append(stage.element);
    await until(() => stage.screen?.textContent === 'Drawn by the site', 'the block');
    stage.remove();
  });
});
