import { expect, fixture, html } from '@open-wc/testing';
import { fixtures, type BlockFixtures } from '../../../src/testing/index.js';
import { axeFindings } from '../../helpers/axe.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { stages } from '../../helpers/stages.js';

/** The catalogue is checked in dark colours, right-to-left and narrow as well. */
describe('every screen is free of findings', () => {
  recordConsoleErrors();
  const show = stages();

  it('or it would be found', async () => {
    const page = await fixture(html`<div><input /></div>`);
    expect(await axeFindings(page)).to.have.length(1);
  });

  for (const [type, states] of Object.entries<BlockFixtures>(fixtures))
    for (const [name, state] of Object.entries(states))
      it(`${type} ${name}`, async () => {
        const { element } = await show(state);
        expect(await axeFindings(element)).to.deep.equal([]);
      });

  for (const [type, states] of Object.entries<BlockFixtures>(fixtures))
    it(`${type} in the light DOM`, async () => {
      const { element } = await show(Object.values(states)[0]!, { renderRoot: 'light' });
      expect(await axeFindings(element)).to.deep.equal([]);
    });
});
