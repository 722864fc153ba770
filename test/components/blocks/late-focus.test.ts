import { expect } from '@open-wc/testing';
import { BlockActionEvent } from '../../../src/process/events.js';
import { field, fixtures, ProcessStage, until } from '../../../src/testing/index.js';

/** In a file of its own: nothing but the first screen has been loaded on this page yet. */
describe('an answer that is there before the words for it', () => {
  it('takes the person to the first wrong field', async () => {
    const fixture = fixtures['signup-init'].fieldErrors;
    const stage = new ProcessStage(fixture);
    document.body.append(stage.element);
    await until(() => stage.screen?.step?.type === 'signup-init', 'the form');
    for (const action of fixture.actions ?? []) stage.screen?.dispatchEvent(new BlockActionEvent(action));
    await until(() => stage.screen?.querySelector('.cbo-error') instanceof Element, 'the words');
    await stage.drawn();
    expect(stage.focused?.id).to.equal(field(stage, 'Full name').id);
    stage.remove();
  });
});
