import { expect } from '@open-wc/testing';
import {
  answerWith,
  blockContract,
  blockOf,
  control,
  controlNames,
  fixtureOf,
  fixtures,
  goTo,
  heading,
  otherBlockOf,
  press,
} from '../../../src/testing/index.js';
import { stages } from '../../helpers/stages.js';

const states = fixtures['passkey-append-after-hybrid'];
const COMPLETE = 'POST /v2/auth/process/complete';

blockContract('passkey-append-after-hybrid', {
  fixtures: states,
  primary: { action: { type: 'create-passkey' } },
});

describe('passkey-append-after-hybrid', () => {
  const show = stages();

  it('is the offer after a sign-in with another device, whatever variant it names', async () => {
    const stage = await show(states.default);
    expect(heading(stage)).to.equal('Add a passkey to this device');
    expect(controlNames(stage)).to.deep.equal(['Create passkey', 'Maybe later', 'Don’t ask again']);
  });

  it('creates the passkey without a request before the prompt', async () => {
    const stage = await show({
      ...states.default,
      script: {
        ...states.default.script,
        'POST /v2/auth/passkey/append/finish': answerWith(blockOf('completed')),
      },
    });
    await goTo(stage, 'Create passkey', 'You’re signed in');
    expect(stage.webauthn.ceremonies.map(({ type }) => type)).to.deep.equal(['create']);
  });

  it('is left for good, and the browser remembers it', async () => {
    const script = { ...states.default.script, [COMPLETE]: answerWith(blockOf('completed')) };
    const stage = await show({ ...states.default, script });
    await goTo(stage, 'Don’t ask again', 'You’re signed in');
    expect(stage.actions).to.deep.equal([{ type: 'skip', forGood: true }]);
    expect(stage.storage.getItem('cbo_skip_passkey_append_after_hybrid')).to.equal('true');
  });

  it('cannot be left where the server does not let it', async () => {
    const stage = await show(fixtureOf(otherBlockOf('passkey-append-after-hybrid')));
    expect(controlNames(stage)).not.to.include('Don’t ask again');
  });
});

describe('"Don’t ask again"', () => {
  const show = stages();
  const append = fixtures['passkey-append'];
  const offers = async (name: 'skippable' | 'afterHybrid' | 'afterError' | 'afterNoCredential') =>
    controlNames(await show(append[name])).includes('Don’t ask again');

  it('is there after another device and after an error, where it has an effect', async () => {
    expect(await offers('afterHybrid')).to.equal(true);
    expect(await offers('afterError')).to.equal(true);
    expect(await offers('skippable')).to.equal(false);
    expect(await offers('afterNoCredential')).to.equal(false);
  });

  it('waits while something else is under way', async () => {
    const stage = await show(append.optingOut);
    expect(control(stage, 'Don’t ask again').ariaDisabled).to.equal('true');
    await press(stage, 'Don’t ask again');
    expect(stage.actions).to.deep.equal([]);
  });
});
