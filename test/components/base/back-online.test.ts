import { expect } from '@open-wc/testing';
import {
  answerWith,
  blockOf,
  field,
  fixtureOf,
  heading,
  networkFailure,
  type ProcessStage,
  typeInto,
  until,
} from '../../../src/testing/index.js';
import { stages } from '../../helpers/stages.js';
import { nextTask } from '../../support/next-task.js';

const LOGIN = 'POST /v2/auth/login/init';
const SUBMIT = { type: 'submit-identifier', identifier: 'ada@exmaple.com', isPhone: false } as const;

const TRIES = 3;
/** The network is away for one submission and all its tries, then there. */
const flaky = fixtureOf(blockOf('login-init'), {
  script: {
    [LOGIN]: [
      ...Array<typeof networkFailure>(TRIES).fill(networkFailure),
      answerWith(blockOf('passkey-appended')),
    ],
  },
});

const online = () => dispatchEvent(new Event('online'));

describe('an element whose network was away', () => {
  const show = stages();

  /** The form was sent in vain. */
  async function failed(): Promise<ProcessStage> {
    const stage = await show(flaky);
    await typeInto(stage, 'Email', SUBMIT.identifier);
    await stage.act(SUBMIT);
    expect(stage.screen?.problem?.kind).to.equal('request');
    return stage;
  }

  it('sends the form when the network is back', async () => {
    const stage = await failed();
    online();
    await until(() => heading(stage) === 'Passkey created', 'the answer');
  });

  it('leaves what the person corrected meanwhile to the person', async () => {
    const stage = await failed();
    await typeInto(stage, 'Email', 'ada@example.com');
    const { length } = stage.fetch.to(LOGIN);
    online();
    await nextTask();
    expect(stage.fetch.to(LOGIN)).to.have.length(length);
    expect(field(stage, 'Email').value).to.equal('ada@example.com');
  });
});
