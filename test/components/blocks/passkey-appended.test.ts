import { expect } from '@open-wc/testing';
import { answerWith, blockContract, blockOf, fixtureOf, fixtures, goTo } from '../../../src/testing/index.js';
import { stages } from '../../helpers/stages.js';

const appended = fixtures['passkey-appended'];

blockContract('passkey-appended', {
  fixtures: appended,
  primary: { action: { type: 'continue' } },
});

describe('passkey-appended', () => {
  const show = stages();

  it('names where the passkey is kept when that is known', async () => {
    const { screen } = await show(appended.authenticator);
    expect(screen?.textContent).to.contain('Saved in iCloud Keychain.');
  });

  it('names nothing when it is not', async () => {
    const { screen } = await show(appended.default);
    expect(screen?.textContent).not.to.contain('Saved');
  });

  it('leads on', async () => {
    const script = { 'POST /v2/auth/block/skip': answerWith(blockOf('completed')) };
    const stage = await show(fixtureOf(blockOf('passkey-appended'), { script }));
    await goTo(stage, 'Continue', 'You’re signed in');
  });
});
