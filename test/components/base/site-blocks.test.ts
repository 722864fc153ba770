import { expect } from '@open-wc/testing';
import type { BlockAction } from '../../../src/process/block-actions.js';
import {
  registerBlock,
  type BlockEntry,
  type SiteAction,
  type SiteActionContext,
  type SiteActions,
} from '../../../src/process/block-registry.js';
import { BlockActionEvent } from '../../../src/process/events.js';
import {
  answerWith,
  type BlockFixture,
  blockOf,
  control,
  failWith,
  fixtureOf,
  heading,
  otherBlockOf,
  type ProcessStage,
  type ScriptedAnswer,
  until,
} from '../../../src/testing/index.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { stages } from '../../helpers/stages.js';
import { PageTime } from '../../process/support/page-time.js';
import { nextTask } from '../../support/next-task.js';
import { delayed, loginThen, newTag, sent, SiteBlock, SUBMIT } from '../support/site-blocks.js';

describe('a block that does not come in time', () => {
  const show = stages();
  const errors = recordConsoleErrors();

  /** Sends the form and lets the person wait as long as the kit does. */
  async function waitInVain(stage: ProcessStage): Promise<void> {
    const time = new PageTime();
    stage.screen?.dispatchEvent(new BlockActionEvent(SUBMIT));
    while (stage.screen?.inert !== true) await nextTask();
    await time.advance(10_000);
    time.restore();
  }

  const undefinedTag = (type: string) => ({ type, tag: newTag() });

  it('because nobody defines its tag is shown as a step that needs an update, and told to the developer', async () => {
    const entry = undefinedTag('passkey-appended');
    const stage = await show(loginThen(blockOf('passkey-appended')), { blocks: [entry] });
    await waitInVain(stage);
    await until(() => heading(stage) === 'This step needs an update', 'a way on');
    expect(stage.screen?.inert).to.equal(false);
    expect(control(stage, 'Start again')).to.be.instanceOf(HTMLButtonElement);
    expect(errors).to.have.length(1);
    expect(errors[0]).to.include(`<auth-process>: <${entry.tag}> has not been defined`);
  });

  it('is drawn as soon as it is defined after all', async () => {
    const entry = undefinedTag('passkey-appended');
    const stage = await show(loginThen(blockOf('passkey-appended')), { blocks: [entry] });
    await waitInVain(stage);
    await until(() => heading(stage) === 'This step needs an update', 'a way on');
    customElements.define(entry.tag, class extends SiteBlock {});
    await until(() => heading(stage) === 'Drawn by the site', 'the block');
  });

  it('is drawn by another block that the site registers instead', async () => {
    const type = `missing-${newTag()}`;
    registerBlock(undefinedTag(type));
    const stage = await show(loginThen(otherBlockOf(type)));
    await waitInVain(stage);
    await until(() => heading(stage) === 'This step needs an update', 'a way on');
    registerBlock({ type, tag: newTag(), element: class extends SiteBlock {} });
    await until(() => heading(stage) === 'Drawn by the site', 'the block');
  });

  it('is drawn by another block that the element is given instead', async () => {
    const stage = await show(loginThen(blockOf('passkey-appended')), {
      blocks: [undefinedTag('passkey-appended')],
    });
    await waitInVain(stage);
    await until(() => heading(stage) === 'This step needs an update', 'a way on');
    stage.element.blocks = [];
    await until(() => heading(stage) === 'Passkey created', 'the block of the kit');
  });

  it('because its module hangs gives way to a screen that loads it again, and is drawn when it comes', async () => {
    const next = delayed('passkey-appended');
    const stage = await show(loginThen(blockOf('passkey-appended')), { blocks: [next.entry] });
    await waitInVain(stage);
    await until(() => heading(stage) === 'Something went wrong', 'a way on');
    expect(control(stage, 'Try again')).to.be.instanceOf(HTMLButtonElement);
    next.arrive();
    await until(() => heading(stage) === 'Drawn by the site', 'the block');
    expect(next.loads()).to.equal(1);
  });

  it('because its module failed is loaded again when the network is back', async () => {
    const next = delayed('passkey-appended');
    const stage = await show(loginThen(blockOf('passkey-appended')), { blocks: [next.entry] });
    await sent(stage);
    next.fail();
    await until(() => heading(stage) === 'Something went wrong', 'the failure');
    dispatchEvent(new Event('online'));
    await until(() => next.loads() === 2, 'the second load');
    next.arrive();
    await until(() => heading(stage) === 'Drawn by the site', 'the block');
  });
});

describe('an action of a site’s own', () => {
  const show = stages();
  const ACCEPT = 'POST /terms/accept';
  const accept = { type: 'accept-terms', version: '7' } as unknown as BlockAction;

  function termsBlock(serve: SiteAction<{ readonly version: string }>): BlockEntry {
    const actions = { 'accept-terms': serve } as unknown as SiteActions;
    return { type: 'terms', tag: newTag(), element: class extends SiteBlock {}, actions };
  }

  const posting = termsBlock(({ version }, { post }) => post('/terms/accept', { version }));
  const terms = (answers: ScriptedAnswer): BlockFixture =>
    fixtureOf(otherBlockOf('terms', { data: { blockType: 'terms', version: '7' } as never }), {
      script: { [ACCEPT]: answers },
    });

  it('is served by the site with a request of the process, and the answer is shown', async () => {
    const stage = await show(terms(answerWith(blockOf('passkey-appended'))), { blocks: [posting] });
    await stage.act(accept);
    expect(heading(stage)).to.equal('Passkey created');
    const [request, ...others] = stage.fetch.to(ACCEPT);
    expect(others).to.deep.equal([]);
    expect(request?.body).to.deep.equal({ version: '7' });
    expect(request?.headers.get('X-Corbado-Process-ID')).to.equal('aup-1');
  });

  it('gets the step it was made on and a signal', async () => {
    const given: SiteActionContext[] = [];
    const entry = termsBlock((_, context) => {
      given.push(context);
      return context.post('/terms/accept');
    });
    const stage = await show(terms(answerWith(blockOf('passkey-appended'))), { blocks: [entry] });
    await stage.act(accept);
    expect(given[0]?.step.type).to.equal('terms');
    expect((given[0]?.step.data as { version?: unknown }).version).to.equal('7');
    expect(given[0]?.signal).to.be.instanceOf(AbortSignal);
  });

  it('that fails keeps the screen, and is tried again by “retry”', async () => {
    const stage = await show(terms(failWith(503, 'unavailable')), { blocks: [posting] });
    await stage.act(accept);
    expect(heading(stage)).to.equal('Drawn by the site');
    expect(stage.screen?.problem?.kind).to.equal('request');
    await stage.act({ type: 'retry' });
    expect(stage.fetch.to(ACCEPT)).to.have.length(2);
  });

  it('that nobody serves is a failure with a way on', async () => {
    const entry: BlockEntry = { type: 'terms', tag: newTag(), element: class extends SiteBlock {} };
    const stage = await show(terms(answerWith(blockOf('completed'))), { blocks: [entry] });
    await stage.act(accept);
    expect(stage.screen?.problem?.kind).to.equal('request');
  });

  it('takes the place of none of the kit’s', async () => {
    let served = 0;
    const actions = {
      'submit-identifier': () => Promise.reject(new Error(`served ${++served} times`)),
    } as SiteActions;
    const entry = { type: 'login-init', tag: newTag(), element: class extends SiteBlock {}, actions };
    const stage = await show(loginThen(blockOf('passkey-appended')), { blocks: [entry] });
    await stage.act(SUBMIT);
    expect([heading(stage), served]).to.deep.equal(['Passkey created', 0]);
  });
});
