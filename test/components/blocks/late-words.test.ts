import { expect } from '@open-wc/testing';
import { fixtures, message } from '../../../src/testing/index.js';
import { stages } from '../../helpers/stages.js';

/** In a file of its own: nothing but the first screen has been loaded on this page yet. */
describe('words that are not those of the first screen', () => {
  const show = stages();

  it('are there when a prompt fails before anything else was needed', async () => {
    const stage = await show(fixtures['login-init'].cancelled);
    expect(message(stage)).to.equal('The passkey prompt was closed before it finished. Nothing has changed.');
  });
});
