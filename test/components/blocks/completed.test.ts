import { expect } from '@open-wc/testing';
import {
  blockContract,
  controlNames,
  fixtures,
  heading,
  message,
  press,
} from '../../../src/testing/index.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { stages } from '../../helpers/stages.js';

const consoleErrors = recordConsoleErrors();

blockContract('completed', { fixtures: fixtures.completed, optional: ['control'] });

describe('completed', () => {
  const show = stages();

  it('says so and asks for nothing', async () => {
    const stage = await show(fixtures.completed.default);
    expect(heading(stage)).to.equal('You’re signed in');
    expect(controlNames(stage)).to.deep.equal([]);
  });

  it('never holds a token', async () => {
    const { screen } = await show(fixtures.completed.default);
    expect(JSON.stringify(screen?.step)).not.to.contain('eyJ');
  });

  it('tells of a page that could not take over, and tries again', async () => {
    const stage = await show(fixtures.completed.failed);
    expect(message(stage)).to.equal('You are signed in, but this site couldn’t finish. Please try again.');
    expect(consoleErrors).to.have.length(1);
    await press(stage, 'Try again');
    expect(stage.actions).to.deep.equal([{ type: 'retry' }]);
  });
});
