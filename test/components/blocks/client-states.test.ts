import { expect } from '@open-wc/testing';
import {
  answerWith,
  blockContract,
  blockOf,
  controlNames,
  field,
  fixtures,
  goTo,
  heading,
  message,
  openWith,
  press,
  screenOf,
  silence,
} from '../../../src/testing/index.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { stages } from '../../helpers/stages.js';

const consoleErrors = recordConsoleErrors();

blockContract('client:loading', {
  fixtures: fixtures['client:loading'],
  optional: ['heading', 'control'],
});
blockContract('client:error', {
  fixtures: fixtures['client:error'],
  primary: { action: { type: 'retry' } },
});
blockContract('client:expired', {
  fixtures: fixtures['client:expired'],
  primary: { action: { type: 'restart' } },
});
blockContract('client:unknown', {
  fixtures: fixtures['client:unknown'],
  primary: { action: { type: 'restart' } },
});
blockContract('client:no-passkey-support', {
  fixtures: fixtures['client:no-passkey-support'],
  primary: { action: { type: 'restart' } },
});
blockContract('client:developer-error', {
  fixtures: fixtures['client:developer-error'],
  optional: ['control'],
});
blockContract('client:leave-signup', { fixtures: fixtures['client:leave-signup'] });

describe('states of the client', () => {
  const show = stages();

  it('a failed start says what happened and starts again', async () => {
    const stage = await show(fixtures['client:error'].default, {
      otherwise: openWith(blockOf('login-init')),
    });
    expect(stage.screen?.textContent).to.contain('We couldn’t reach');
    await goTo(stage, 'Try again', 'Welcome back');
    expect(stage.focused).to.equal(screenOf(stage).querySelector('input'));
  });

  it('a server that fails is told in whole sentences while the name of the site is not known', async () => {
    const { screen } = await show(fixtures['client:error'].serverFailure);
    expect(screen?.querySelector('.cbo-lead')?.textContent).to.match(/^We couldn’t do that on this site/);
  });

  it('an expired process starts again with the identifier', async () => {
    const stage = await show(fixtures['client:expired'].default, {
      otherwise: openWith(blockOf('login-init')),
    });
    await goTo(stage, 'Start again', 'Welcome back');
    expect(field(stage, 'Email').value).to.equal('ada@example.com');
  });

  it('an unknown block offers the ways of the server', async () => {
    const stage = await show(fixtures['client:unknown'].alternatives);
    expect(controlNames(stage)).to.deep.equal(['Start again', 'Email me a code instead']);
  });

  it('a browser without passkeys offers the ways of the server', async () => {
    const stage = await show(fixtures['client:no-passkey-support'].alternatives);
    expect(heading(stage)).to.equal('Passkeys don’t work here');
    expect(controlNames(stage)).to.include('Email me a code instead');
  });

  it('an insecure page is told apart from an old browser', async () => {
    const stage = await show(fixtures['client:no-passkey-support'].insecurePage);
    expect(stage.screen?.textContent).to.contain('Passkeys need a secure page (https)');
  });

  it('a mistake of the page is told in place and once in the console', async () => {
    const stage = await show(fixtures['client:developer-error'].default);
    expect(message(stage)).to.contain('project-id');
    expect(consoleErrors).to.deep.equal([`<auth-process>: ${message(stage)}`]);
  });

  it('a half-finished sign-up is left only after a question', async () => {
    const stage = await show(fixtures['client:leave-signup'].default, { otherwise: silence });
    await press(stage, 'Stop and go back');
    expect(stage.actions).to.deep.equal([{ type: 'abort', confirmed: true }]);
  });

  for (const renderRoot of ['shadow', 'light'] as const)
    it(`a half-finished sign-up says what becomes of its passkey, if there is one (${renderRoot})`, async () => {
      const without = await show(fixtures['client:leave-signup'].default, { renderRoot });
      expect(screenOf(without).textContent).not.to.contain('passkey');
      const stage = await show(fixtures['client:leave-signup'].passkeyCreated, { renderRoot });
      expect(screenOf(stage).textContent).to.contain('The passkey you created won’t work without an account');
    });

  it('a half-finished sign-up says nothing of a passkey that has its account', async () => {
    const { passkeyCreated } = fixtures['client:leave-signup'];
    const script = {
      ...passkeyCreated.script,
      'POST /v2/auth/passkey/append/finish': answerWith(blockOf('passkey-appended', { authType: 'signup' })),
    };
    const stage = await show({ ...passkeyCreated, script });
    expect(screenOf(stage).textContent).not.to.contain('passkey');
  });

  it('a half-finished sign-up goes on as it was', async () => {
    const stage = await show(fixtures['client:leave-signup'].default);
    await goTo(stage, 'Keep going', 'Create your passkey');
    expect(stage.fetch.to('POST /v2/auth/process/reset')).to.deep.equal([]);
  });
});
