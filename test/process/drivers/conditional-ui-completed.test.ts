import { expect } from '@open-wc/testing';
import { answerWith, failWith, networkFailure } from '../../../src/testing/scripted-fetch.js';
import { blockOf, otherBlockOf, sessionTokenOf } from '../../../src/testing/wire.js';
import { nextTask } from '../../support/next-task.js';
import { DrivenProcess, GET, type DrivenOptions } from '../support/driven-process.js';
import { PageTime } from '../support/page-time.js';

const accepted = otherBlockOf('conditional-ui-completed', { authType: 'login' });
const done = answerWith(blockOf('completed'));

describe('a passkey that was taken while the server is not done', () => {
  let time: PageTime;
  beforeEach(() => (time = new PageTime()));
  afterEach(() => time.restore());

  /** What a minute of waiting for the server leads to. */
  async function waited(script: DrivenOptions['script']) {
    const process = await DrivenProcess.at(accepted, { script });
    await process.driver.prepare();
    let led: unknown;
    void process.attend().then((attended) => (led = attended));
    // In small steps: the next pause begins only once an answer was read.
    for (let left = 60_000; left > 0 && led === undefined; left -= 250) {
      await time.advance(250);
      for (let task = 0; task < 5; task += 1) await nextTask();
    }
    process.abort.abort();
    return { led, asked: process.fetch.to(GET).length };
  }

  it('goes on by itself as soon as the server does', async () => {
    const { led } = await waited({ [GET]: [answerWith(accepted), done] });
    expect(led).to.have.nested.property('show.response.blockBody.block', 'completed');
  });

  it('asks through failures of the network', async () => {
    const { led } = await waited({ [GET]: [networkFailure, networkFailure, networkFailure, done] });
    expect(led).to.have.nested.property('show.response.blockBody.block', 'completed');
  });

  it('asks ever more slowly', async () => {
    const { led, asked } = await waited({ [GET]: answerWith(accepted) });
    expect(led).to.equal(undefined);
    expect(asked).to.be.within(5, 10);
  });

  it('ends with its process', async () => {
    const { led } = await waited({ [GET]: failWith(404, 'process_not_available') });
    expect(led).to.have.nested.property('show.error.type', 'process_not_available');
  });
});

describe('a passkey that was taken, with a session', () => {
  it('completes the process like any other way', async () => {
    const data = { blockType: 'generalBlockCompleted', shortSession: sessionTokenOf() } as never;
    const process = await DrivenProcess.at({ ...accepted, data });
    expect(process.step?.type).to.equal('completed');
    expect(process.storage.authProcess()).to.equal(undefined);
  });
});
