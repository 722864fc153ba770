import { expect } from '@open-wc/testing';
import type { ConnectSecondFactor } from '../../../src/components/connect-second-factor/connect-second-factor.js';
import {
  blockContract,
  control,
  controlNames,
  fixtures,
  heading,
  message,
  press,
  screenOf,
} from '../../../src/testing/index.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { stages } from '../../helpers/stages.js';

const { 'client:second-factor': states } = fixtures;
const OWN_FACTOR = 'Use another way';

recordConsoleErrors();

blockContract('client:second-factor', {
  fixtures: states,
  primary: { action: { type: 'use-passkey' } },
});

describe('a passkey as second factor', () => {
  const show = stages<ConnectSecondFactor>();

  it('asks for one press, with the site’s own factor beside it', async () => {
    const stage = await show(states.default);
    expect(heading(stage)).to.equal('Confirm it’s you');
    expect(controlNames(stage)).to.deep.equal(['Confirm with your passkey', OWN_FACTOR]);
  });

  it('explains the code of another device', async () => {
    const stage = await show(states.otherDevice);
    expect(screenOf(stage).textContent).to.contain('QR code');
    expect(controlNames(stage)).to.deep.equal(['Show QR code', OWN_FACTOR]);
  });

  for (const name of ['cancelled', 'timedOut', 'noCredential', 'failed'] as const)
    it(`says what happened and may be tried once more: ${name}`, async () => {
      const stage = await show(states[name]);
      expect(message(stage)).not.to.equal('');
      expect(controlNames(stage)).to.deep.equal(['Try again', OWN_FACTOR]);
    });

  it('is as it was after the prompt was closed, calmly', async () => {
    const stage = await show(states.cancelled);
    expect(screenOf(stage).querySelector('.cbo-alert--calm')).not.to.equal(null);
    control(stage, 'Try again').focus();
  });

  it('says what happened where the server cannot be reached, and tries again', async () => {
    const stage = await show(states.unreachable);
    expect(message(stage)).to.contain('Check your connection.');
    expect(controlNames(stage)).to.deep.equal(['Try again', OWN_FACTOR]);
  });

  it('can be left while the prompt is open', async () => {
    const stage = await show(states.busy);
    expect(control(stage, OWN_FACTOR).ariaDisabled).to.equal(null);
    await press(stage, OWN_FACTOR);
    expect(stage.actions).to.deep.equal([{ type: 'use-own-login' }]);
  });
});
