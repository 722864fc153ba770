import { expect } from '@open-wc/testing';
import type { ConnectAppend } from '../../../src/components/connect-append/connect-append.js';
import {
  answer,
  appendFixture,
  appendInitRspOf,
  arriveAt,
  networkFailure,
  press,
  ProcessStage,
  silence,
  until,
  type BlockFixture,
} from '../../../src/testing/index.js';
import { heard } from '../../helpers/heard.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { stages } from '../../helpers/stages.js';

const INIT = 'POST /v2/connect/append/init';
const OFFER = 'client:append-offer';
const OVER = 'client:handed-over';
const offered = (properties: Readonly<Record<string, unknown>> = {}, options: Partial<BlockFixture> = {}) =>
  appendFixture(OFFER, options, properties);
const notOffered = (properties: Readonly<Record<string, unknown>> = {}) =>
  appendFixture(OVER, { script: { [INIT]: answer(appendInitRspOf({ appendAllowed: false })) } }, properties);

for (const renderRoot of ['shadow', 'light'] as const)
  describe(`<connect-append>, screens in the ${renderRoot} DOM`, () => {
    const show = stages<ConnectAppend>();
    const errors = recordConsoleErrors();
    const present: ProcessStage<ConnectAppend>[] = [];
    afterEach(() => present.splice(0).forEach((stage) => stage.remove()));

    /** On the page, without a screen to wait for. */
    function place(fixture: BlockFixture): ProcessStage<ConnectAppend> {
      const stage = new ProcessStage<ConnectAppend>(fixture, { renderRoot });
      present.push(stage);
      document.body.append(stage.element);
      return stage;
    }

    it('takes no room while the server decides', async () => {
      const { element } = place(offered({}, { script: { [INIT]: silence } }));
      await element.updateComplete;
      expect(element.offsetHeight).to.equal(0);
    });

    it('takes none where nothing is offered, and tells the page once', async () => {
      const { events, end } = heard('cbo-append');
      const loaded = heard('cbo-loaded');
      const { element } = place(notOffered());
      await until(() => events.length > 0, 'the outcome');
      await element.updateComplete;
      end();
      loaded.end();
      expect(events.map(({ outcome }) => outcome)).to.deep.equal(['skip-implicit']);
      expect(loaded.events.map(({ shown }) => shown)).to.deep.equal([false]);
      expect(element.offsetHeight).to.equal(0);
    });

    it('says that it shows an offer, makes the passkey, and hands it over when the person goes on', async () => {
      const { events, end } = heard('cbo-append');
      const loaded = heard('cbo-loaded');
      const stage = await show(offered({ redirectUrl: '/account' }), { renderRoot });
      expect(loaded.events.map(({ shown }) => shown)).to.deep.equal([true]);
      await press(stage, 'Create passkey');
      await arriveAt(stage, 'Passkey created');
      expect(events).to.deep.equal([]);
      await press(stage, 'Continue');
      await until(() => stage.left.length > 0, 'the way on');
      end();
      loaded.end();
      expect(events.map(({ outcome }) => outcome)).to.deep.equal(['complete']);
      expect(events[0]).to.have.nested.property('passkeyOperation.operationType', 'append');
      expect(events[0]?.clientState).to.not.equal('');
      expect(stage.left.map(({ pathname }) => pathname)).to.deep.equal(['/account']);
    });

    it('is left for later at once', async () => {
      const { events, end } = heard('cbo-append');
      const stage = await show(
        offered({ redirectUrl: '/account' }, { script: { 'POST /v2/connect/events': silence } }),
        { renderRoot },
      );
      await press(stage, 'Maybe later');
      await until(() => stage.left.length > 0, 'the way on');
      end();
      expect(events.map(({ outcome }) => outcome)).to.deep.equal(['skip-explicit']);
    });

    it('can be left while a prompt is open', async () => {
      const stage = await show(offered({ redirectUrl: '/account' }, { webauthn: { create: ['open'] } }), {
        renderRoot,
      });
      await press(stage, 'Create passkey');
      await press(stage, 'Maybe later');
      await until(() => stage.left.length > 0, 'the way on');
    });

    it('goes on by itself where nothing is offered', async () => {
      const stage = place(notOffered({ redirectUrl: '/account' }));
      await until(() => stage.left.length > 0, 'the way on');
      expect(stage.left.map(({ pathname }) => pathname)).to.deep.equal(['/account']);
    });

    it('goes on past a mistake of the page, and tells its developer', async () => {
      const { events, end } = heard('cbo-append');
      const stage = place({ ...offered({ redirectUrl: '/account' }), withoutProject: true });
      await until(() => stage.left.length > 0, 'the way on');
      end();
      expect(events.map(({ outcome }) => outcome)).to.deep.equal(['skip-implicit']);
      expect(errors.join()).to.include('<connect-append>: No project id');
    });

    it('leaves no page behind that would only lead on again', async () => {
      const left: boolean[] = [];
      const leave = (_: URL, unseen: boolean) => left.push(unseen);
      place(notOffered({ redirectUrl: '/account', leave }));
      await until(() => left.length > 0, 'the way on');
      const stage = await show(offered({ redirectUrl: '/account', leave }), { renderRoot });
      await press(stage, 'Maybe later');
      await until(() => left.length > 1, 'the way on');
      expect(left).to.deep.equal([true, false]);
    });

    it('waits for what the page has to do first', async () => {
      const waits: (() => void)[] = [];
      const stage = place(notOffered({ redirectUrl: '/account' }));
      stage.element.addEventListener('cbo-append', (event) =>
        event.waitUntil(new Promise<void>((resolve) => waits.push(resolve))),
      );
      await until(() => waits.length > 0, 'the event');
      await stage.element.updateComplete;
      expect(stage.left).to.deep.equal([]);
      waits[0]?.();
      await until(() => stage.left.length > 0, 'the way on');
    });

    it('does not keep the person when the page fails', async () => {
      const stage = place(notOffered({ redirectUrl: '/account' }));
      stage.element.addEventListener('cbo-append', (event) =>
        event.waitUntil(Promise.reject(new Error('as played'))),
      );
      await until(() => stage.left.length > 0, 'the way on');
      expect(errors.join()).to.include('could not finish the offer');
    });

    it('goes to no origin that the page has not named', async () => {
      const { events, end } = heard('cbo-append');
      const stage = place(notOffered({ redirectUrl: 'https://evil.example/' }));
      await until(() => errors.length > 0, 'the message');
      end();
      expect(stage.left).to.deep.equal([]);
      expect(events).to.have.lengthOf(1);
      expect(errors.join()).to.include('redirect-url');
    });

    it('goes to one that it has', async () => {
      const stage = place(
        notOffered({
          redirectUrl: 'https://friend.example/next',
          allowedRedirectOrigins: 'https://friend.example',
        }),
      );
      await until(() => stage.left.length > 0, 'the way on');
      expect(stage.left.map(({ href }) => href)).to.deep.equal(['https://friend.example/next']);
    });

    it('tells the page what failed, and the person nothing', async () => {
      const failed = heard('cbo-error');
      const { events, end } = heard('cbo-append');
      const { element } = place(appendFixture(OVER, { script: { [INIT]: networkFailure } }));
      await until(() => events.length > 0, 'the outcome');
      end();
      failed.end();
      expect(failed.events.map(({ error }) => error.kind)).to.deep.equal(['network']);
      expect(element.offsetHeight).to.equal(0);
    });
  });
