import { expect } from '@open-wc/testing';
import { fixtures, press, screenOf, until } from '../../../src/testing/index.js';
import { stages } from '../../helpers/stages.js';

const ANNOUNCER = Symbol.for('corbado-elements.announcer');
const CLOSED = 'The passkey prompt was closed before it finished. Nothing has changed.';

describe('a screen speaks', () => {
  const show = stages();
  const page = globalThis as { [ANNOUNCER]?: unknown };
  let spoken: string[];

  beforeEach(() => {
    spoken = [];
    page[ANNOUNCER] = { prepare: () => undefined, announce: (text: string) => spoken.push(text) };
  });
  afterEach(() => Reflect.deleteProperty(page, ANNOUNCER));

  it('not of the first screen: the reader is not there yet', async () => {
    await show(fixtures['login-init'].default);
    expect(spoken).to.deep.equal([]);
  });

  it('not of a new screen that takes the focus: the reader reads it already', async () => {
    const stage = await show(fixtures['login-init'].default);
    await press(stage, 'Create an account');
    await until(() => stage.screen?.step?.type === 'signup-init', 'the sign-up form');
    await until(() => stage.focused === screenOf(stage).querySelector('input'), 'the focus');
    expect(spoken).to.deep.equal([]);
  });

  it('once of a failed request, in words that help', async () => {
    await show(fixtures['login-init'].unreachable);
    expect(spoken).to.deep.equal([
      'We couldn’t reach Acme. Check your connection. What you typed is still here.',
    ]);
  });

  it('once for each failure, also when the words are the same', async () => {
    await show(fixtures['passkey-verify'].soft);
    expect(spoken).to.deep.equal([CLOSED]);
    await show(fixtures['passkey-verify'].hard);
    expect(spoken).to.deep.equal([CLOSED, CLOSED, CLOSED]);
  });

  it('not again when it is drawn again', async () => {
    const stage = await show(fixtures['login-init'].cancelled);
    screenOf(stage).appName = 'Other';
    await stage.drawn();
    expect(spoken).to.deep.equal([CLOSED]);
  });
});
