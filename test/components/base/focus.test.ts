import { expect } from '@open-wc/testing';
import {
  answerWith,
  type BlockFixture,
  blockOf,
  control,
  field,
  fixtureOf,
  heading,
  press,
  ProcessStage,
  screenOf,
  scriptedClient,
  scriptedFetch,
  typeInto,
  until,
} from '../../../src/testing/index.js';
import { nextTask } from '../../support/next-task.js';
import { stages } from '../../helpers/stages.js';

const LOGIN = 'POST /v2/auth/login/init';
const SUBMIT = { type: 'submit-identifier', identifier: 'ada@example.com', isPhone: false } as const;
const headingOf = (stage: ProcessStage) => screenOf(stage).querySelector('h2');
const loginThen = (block: ReturnType<typeof blockOf>): BlockFixture =>
  fixtureOf(blockOf('login-init'), { script: { [LOGIN]: answerWith(block) } });

for (const renderRoot of ['shadow', 'light'] as const)
  describe(`the focus (screens in the ${renderRoot} tree)`, () => {
    const show = stages();

    it('stays with the page on the first screen', async () => {
      const outside = document.createElement('input');
      document.body.append(outside);
      outside.focus();
      await show(fixtureOf(blockOf('login-init')), { renderRoot });
      expect(document.activeElement).to.equal(outside);
      outside.remove();
    });

    it('goes to the first screen with autofocus', async () => {
      const stage = new ProcessStage(fixtureOf(blockOf('login-init')), { renderRoot });
      stage.element.autofocus = true;
      await stage.show();
      await until(() => stage.focused === field(stage, 'Email'), 'the focus');
      stage.remove();
    });

    it('goes to the heading of the screen a person went to', async () => {
      const stage = await show(loginThen(blockOf('passkey-appended')), { renderRoot });
      await typeInto(stage, 'Email', 'ada@example.com');
      await press(stage, 'Continue');
      await until(() => heading(stage) === 'Passkey created', 'the next screen');
      await until(() => stage.focused === headingOf(stage), 'the focus');
    });

    it('goes to the only field of the screen a person went to', async () => {
      const stage = await show(fixtureOf(blockOf('login-init', { alternatives: [blockOf('signup-init')] })), {
        renderRoot,
      });
      await press(stage, 'Create an account');
      await until(() => heading(stage) === 'Create your account', 'the next screen');
      await until(() => stage.focused === field(stage, 'Email'), 'the focus');
    });

    it('goes to the wrong field after an answer', async () => {
      const fieldError = { code: 'login_identifier_unknown_user', message: '' };
      const stage = await show(loginThen(blockOf('login-init', { data: { fieldError } })), { renderRoot });
      control(stage, 'Continue').focus();
      await stage.act(SUBMIT);
      await until(() => stage.focused === field(stage, 'Email'), 'the focus');
      expect(field(stage, 'Email').getAttribute('aria-invalid')).to.equal('true');
    });

    it('stays on the button of a prompt that was closed', async () => {
      const stage = await show(
        fixtureOf(blockOf('passkey-append'), { webauthn: { create: ['cancelled'] } }),
        { renderRoot },
      );
      const button = control(stage, 'Create passkey');
      button.focus();
      await stage.act({ type: 'create-passkey' });
      expect(stage.focused).to.equal(button);
      expect(button.textContent?.trim()).to.equal('Try again');
    });

    it('stays on the busy button', async () => {
      const stage = await show(fixtureOf(blockOf('passkey-append'), { webauthn: { create: ['open'] } }), {
        renderRoot,
      });
      const button = control(stage, 'Create passkey');
      button.focus();
      await stage.act({ type: 'create-passkey' }, 'create-passkey');
      expect(stage.focused).to.equal(button);
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(button.getAttribute('aria-busy')).to.equal('true');
      expect(button.textContent?.trim()).to.equal('Create passkey');
    });

    it('can be given by the page', async () => {
      const stage = await show(fixtureOf(blockOf('login-init')), { renderRoot });
      stage.element.focus();
      expect(stage.focused).to.equal(field(stage, 'Email'));
    });
  });

describe('focus() of an element', () => {
  it('does nothing before it was on a page, after it has left, and twice', async () => {
    const stage = new ProcessStage(fixtureOf(blockOf('login-init')));
    stage.element.focus();
    await stage.show();
    stage.element.focus();
    stage.element.focus();
    expect(stage.focused).to.equal(field(stage, 'Email'));
    stage.remove();
    stage.element.focus();
    await nextTask();
    expect(document.activeElement).to.equal(document.body);
  });
});

describe('what is announced', () => {
  const show = stages();
  const said = () => document.querySelector('.cbo-announcer')?.textContent ?? '';

  /** Every text the live region got while the work ran, and a while after. */
  async function heardDuring(work: () => Promise<unknown>): Promise<readonly string[]> {
    const heard: string[] = [];
    const observer = new MutationObserver(() => {
      if (said() !== '') heard.push(said());
    });
    observer.observe(document.body, { childList: true, subtree: true });
    await work();
    await until(() => heard.length > 0, 'an announcement');
    await nextTask();
    observer.disconnect();
    return heard;
  }

  it('is a message above the form, once', async () => {
    const error = { code: 'no_fallback_available', message: '' };
    const stage = await show(loginThen(blockOf('login-init', { error })));
    const heard = await heardDuring(() => stage.act(SUBMIT));
    expect(heard).to.deep.equal([
      'There is no passkey for this account and no other way to sign in. Contact the site’s support.',
    ]);
  });

  it('is a failed request, once', async () => {
    const stage = await show(fixtureOf(blockOf('login-init')));
    const heard = await heardDuring(() => stage.act(SUBMIT));
    expect(heard).to.have.length(1);
    expect(heard[0]).to.match(/We couldn’t reach Acme/);
  });

  it('is the heading of a screen that no person went to, where the focus stays', async () => {
    const stage = await show(fixtureOf(blockOf('passkey-appended')));
    const outside = document.createElement('input');
    document.body.append(outside);
    outside.focus();
    const client = scriptedClient(
      scriptedFetch({ 'GET /v2/auth/process': answerWith(blockOf('login-init')) }),
    );
    const heard = await heardDuring(async () => {
      stage.element.client = client;
      await until(() => heading(stage) === 'Welcome back', 'the next screen');
    });
    expect(heard).to.deep.equal(['Welcome back']);
    expect(document.activeElement).to.equal(outside);
    outside.remove();
  });
});
