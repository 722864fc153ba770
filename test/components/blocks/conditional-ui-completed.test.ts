import { expect } from '@open-wc/testing';
import {
  answerWith,
  arriveAt,
  blockContract,
  blockOf,
  fixtureOf,
  fixtures,
  goTo,
  heading,
  otherBlockOf,
  ProcessStage,
  sessionTokenOf,
} from '../../../src/testing/index.js';
import { stages } from '../../helpers/stages.js';

const states = fixtures['conditional-ui-completed'];
const GET = 'GET /v2/auth/process';
const accepted = otherBlockOf('conditional-ui-completed', { authType: 'login' });

blockContract('conditional-ui-completed', {
  fixtures: states,
  primary: { action: { type: 'continue' } },
});

describe('conditional-ui-completed', () => {
  const show = stages();

  it('goes on when the person asks for it', async () => {
    const script = { [GET]: answerWith(blockOf('completed')) };
    await goTo(await show(fixtureOf(accepted, { script })), 'Continue', 'You’re signed in');
  });

  it('has a way back', async () => {
    const script = {
      [GET]: { kind: 'silence' } as const,
      'POST /v2/auth/process/reset': answerWith(blockOf('login-init')),
    };
    await goTo(await show(fixtureOf(accepted, { script })), 'Start again', 'Welcome back');
  });

  it('stays while the server has nothing else', async () => {
    const stage = await show(fixtureOf(accepted, { script: { [GET]: answerWith(accepted) } }));
    expect(heading(stage)).to.equal('Signing you in');
  });

  it('is the end of the process when it brings a session, told once', async () => {
    const session = { blockType: 'generalBlockCompleted', sessionToken: sessionTokenOf() } as const;
    const data = { ...session, shortSession: session.sessionToken } as const;
    const stage = new ProcessStage(fixtureOf({ ...accepted, data }, { shows: 'completed' }));
    const tokens: string[] = [];
    stage.element.addEventListener('cbo-complete', (event) => tokens.push(event.sessionToken));
    await stage.show();
    await arriveAt(stage, 'You’re signed in');
    expect(tokens).to.deep.equal([session.sessionToken]);
    stage.remove();
  });
});
