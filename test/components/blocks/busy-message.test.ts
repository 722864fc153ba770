import { expect } from '@open-wc/testing';
import {
  answerWith,
  blockOf,
  controlNames,
  failWith,
  fixtureOf,
  fixtures,
  message,
  press,
  ProcessStage,
  screenOf,
  until,
  type ScriptedAnswer,
} from '../../../src/testing/index.js';
import type { RenderRoot } from '../../../src/components/base/screen-root.js';
import { PageTime } from '../../process/support/page-time.js';

const ANNOUNCER = Symbol.for('corbado-elements.announcer');
const START = 'POST /v2/auth/identifier/verify/start';
const NOW = 'You can try again now.';
const busy = (seconds: number) => failWith(429, 'too_many_requests', { 'Retry-After': String(seconds) });
const waits = (when: string) => `There’s a lot going on at Acme. You can try again ${when}.`;
const block = blockOf('email-verify', { data: { retryNotBefore: 1 } });

describe('a server that asks to wait', () => {
  const page = globalThis as { [ANNOUNCER]?: unknown };
  let time: PageTime | undefined;
  let stage: ProcessStage;
  let spoken: string[];

  beforeEach(() => {
    spoken = [];
    page[ANNOUNCER] = { prepare: () => undefined, announce: (text: string) => spoken.push(text) };
  });
  afterEach(() => {
    time?.restore();
    time = undefined;
    stage.remove();
    Reflect.deleteProperty(page, ANNOUNCER);
  });

  /** The code screen, after a new code was asked for; from then on time stands still. */
  async function refused(
    answers: ScriptedAnswer | readonly ScriptedAnswer[],
    { renderRoot = 'shadow', locale = 'en' }: { renderRoot?: RenderRoot; locale?: string } = {},
  ): Promise<PageTime> {
    stage = new ProcessStage(fixtureOf(block, { script: { [START]: answers } }), { renderRoot });
    stage.element.locale = locale;
    await stage.show();
    const resend = locale === 'de' ? 'Neuen Code schicken' : 'Send a new code';
    await until(() => controlNames(stage).includes(resend), 'the words');
    time = new PageTime();
    await ask(resend);
    return time;
  }

  /** Asks for a new code, and has the answer without a second going by. */
  async function ask(resend = 'Send a new code'): Promise<void> {
    const { problem } = screenOf(stage);
    await press(stage, resend);
    while (screenOf(stage).pending !== undefined || screenOf(stage).problem === problem)
      await time?.advance(0);
    await stage.drawn();
  }

  for (const renderRoot of ['shadow', 'light'] as const)
    it(`is told by the second, and spoken of when it begins and when it is over (${renderRoot})`, async () => {
      const time = await refused(busy(4), { renderRoot });
      const seen = [message(stage)];
      for (let second = 0; second < 4; second++) {
        await time.advance(1_000);
        seen.push(message(stage));
      }
      const told = ['in 4 seconds', 'in 3 seconds', 'in 2 seconds', 'in 1 second'].map(waits);
      expect(seen).to.deep.equal([...told, NOW]);
      expect(spoken).to.deep.equal([waits('in 4 seconds'), NOW]);
      await time.advance(10_000);
      expect(time.pendingTimers).to.equal(0);
      expect(spoken).to.have.length(2);
    });

  it('is not spoken of again by what a person does meanwhile', async () => {
    const time = await refused(busy(30));
    screenOf(stage).appName = 'Other';
    await time.advance(1_000);
    expect(message(stage)).to.contain('Other').and.contain('in 29 seconds');
    expect(spoken).to.deep.equal([waits('in 30 seconds')]);
  });

  it('is asked again whenever the person likes, and its next answer counts anew', async () => {
    const time = await refused([busy(30), busy(60), answerWith(block)]);
    expect(controlNames(stage)).to.include('Send a new code');
    await ask();
    expect(message(stage)).to.equal(waits('in 60 seconds'));
    expect(spoken).to.deep.equal([waits('in 30 seconds'), waits('in 60 seconds')]);
    await ask();
    expect(message(stage)).to.contain('We sent a new code.');
    await time.advance(10_000);
    expect(time.pendingTimers).to.equal(0);
  });

  it('is counted on when the element was away', async () => {
    const time = await refused(busy(30));
    const { element } = stage;
    element.remove();
    await time.advance(10_000);
    expect(time.pendingTimers).to.equal(0);
    document.body.append(element);
    await time.advance(1_000);
    expect(message(stage)).to.equal(waits('in 19 seconds'));
  });

  for (const [seconds, when] of [
    [90, 'in 90 seconds'],
    [91, 'in 2 minutes'],
    [3_600, 'in 60 minutes'],
  ] as const)
    it(`for ${String(seconds)} seconds is told as ${when}`, async () => {
      await refused(busy(seconds));
      expect(spoken).to.deep.equal([waits(when)]);
    });

  it('is told in the language of the page', async () => {
    const time = await refused(busy(1), { locale: 'de' });
    await time.advance(1_000);
    expect(spoken).to.deep.equal([
      'Bei Acme ist gerade viel los. Du kannst es in 1 Sekunde erneut versuchen.',
      'Du kannst es jetzt erneut versuchen.',
    ]);
  });

  it('for no time at all is told to be busy', async () => {
    await refused(busy(0));
    expect(message(stage)).to.equal('There’s a lot going on at Acme. Wait a moment, then try again.');
  });

  it('is told before the first screen too', async () => {
    stage = await new ProcessStage(fixtures['client:error'].rateLimited).show();
    expect(screenOf(stage).querySelector('.cbo-lead')?.textContent).to.match(
      /^There’s a lot going on at this site\. You can try again in \d+ seconds\.$/,
    );
    expect(controlNames(stage)).to.deep.equal(['Try again']);
  });
});
