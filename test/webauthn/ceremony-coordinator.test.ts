import { expect } from '@open-wc/testing';
import {
  createCeremonyCoordinator,
  type CeremonyCoordinator,
} from '../../src/webauthn/ceremony-coordinator.js';
import { createWebAuthnService, type WebAuthnService } from '../../src/webauthn/webauthn-service.js';
import { creationOptions, FakeWebAuthn, requestOptions } from '../support/fake-webauthn.js';
import { ManualClock } from '../support/manual-clock.js';
import { nextTask } from '../support/next-task.js';

const cancelled = () => new DOMException('detail', 'NotAllowedError');

/** Resolves to the outcome, or to 'pending' when nothing more happens without the outside. */
const now = async (promise: Promise<{ outcome: string }>) => {
  for (let task = 0; task < 5; task += 1) await nextTask();
  return Promise.race([promise.then(({ outcome }) => outcome), nextTask().then(() => 'pending')]);
};

describe('CeremonyCoordinator', () => {
  let browser: FakeWebAuthn;
  let clock: ManualClock;
  let page: EventTarget;
  let coordinator: CeremonyCoordinator;
  let service: WebAuthnService;

  beforeEach(() => {
    browser = new FakeWebAuthn();
    clock = new ManualClock();
    page = new EventTarget();
    coordinator = createCeremonyCoordinator(clock, page);
    service = createWebAuthnService({ clock, coordinator });
    browser.install();
  });
  afterEach(() => browser.restore());

  /** Keeps the probe for autofill open until the returned function is called. */
  function holdProbe(): () => void {
    let release = () => {};
    browser.probe = new Promise((resolve) => (release = resolve));
    return release;
  }

  describe('states', () => {
    it('is idle, arming, armed and idle again around an autofill', async () => {
      const states = [coordinator.state];
      const release = holdProbe();
      void service.getConditional(requestOptions());
      states.push(coordinator.state);
      release();
      await browser.call(1);
      states.push(coordinator.state);
      await service.cancel();
      states.push(coordinator.state);
      expect(states).to.deep.equal(['idle', 'arming', 'armed', 'idle']);
    });

    it('is modal while a prompt is open and settling until it has closed', async () => {
      void service.get(requestOptions());
      const states = [coordinator.state];
      const closed = service.cancel();
      states.push(coordinator.state);
      await closed;
      states.push(coordinator.state);
      expect(states).to.deep.equal(['modal', 'settling', 'idle']);
    });
  });

  describe('a click on the button', () => {
    it('while autofill is arming: the prompt opens and autofill never starts', async () => {
      const release = holdProbe();
      const autofill = service.getConditional(requestOptions());
      const modal = service.get(requestOptions());
      release();
      const call = await browser.call(1);
      call.succeed();
      expect([
        await now(autofill),
        await now(modal),
        browser.calls.length,
        call.options.mediation,
      ]).to.deep.equal(['aborted', 'success', 1, undefined]);
    });

    it('while the probe never answers: the prompt opens after 500 ms', async () => {
      holdProbe();
      void service.getConditional(requestOptions());
      void service.get(requestOptions());
      await clock.advance(500);
      expect(browser.calls.length).to.equal(1);
    });

    it('while autofill is pending: it is aborted and has settled before the prompt opens', async () => {
      const autofill = service.getConditional(requestOptions());
      await browser.call(1);
      const modal = service.get(requestOptions());
      (await browser.call(2)).succeed();
      expect([await now(autofill), await now(modal)]).to.deep.equal(['aborted', 'success']);
    });

    it('while the aborted autofill does not settle: the prompt opens after 500 ms', async () => {
      const get = navigator.credentials.get;
      Object.assign(navigator.credentials, { get: () => new Promise(() => {}) });
      void service.getConditional(requestOptions());
      await nextTask();
      Object.assign(navigator.credentials, { get });
      void service.get(requestOptions());
      await clock.advance(499);
      expect(browser.calls.length).to.equal(0);
      await clock.advance(1);
      expect(browser.calls.length).to.equal(1);
    });

    it('twice: the first prompt is aborted, the second one opens', async () => {
      const first = service.get(requestOptions());
      const second = service.get(requestOptions());
      (await browser.call(2)).succeed();
      expect([await now(first), await now(second)]).to.deep.equal(['aborted', 'success']);
    });

    it('three times while autofill is pending: only the last prompt opens', async () => {
      const outcomes = [service.getConditional(requestOptions())];
      await browser.call(1);
      outcomes.push(service.get(requestOptions()), service.create(creationOptions()));
      outcomes.push(service.get(requestOptions()));
      (await browser.call(2)).succeed();
      expect([...(await Promise.all(outcomes.map(now))), browser.calls.length]).to.deep.equal([
        'aborted',
        'aborted',
        'aborted',
        'success',
        2,
      ]);
    });

    it('drops the credential of an autofill that was used in the same moment', async () => {
      const autofill = service.getConditional(requestOptions());
      const call = await browser.call(1);
      void service.get(requestOptions());
      call.succeed();
      expect(await now(autofill)).to.equal('aborted');
    });
  });

  describe('an element that leaves', () => {
    it('while autofill is arming: no ceremony starts', async () => {
      const owner = {};
      const release = holdProbe();
      const autofill = service.getConditional(requestOptions(), { owner });
      const left = service.cancel(owner);
      release();
      await left;
      expect([await now(autofill), browser.calls.length]).to.deep.equal(['aborted', 0]);
    });

    it('while autofill is pending: it is aborted and settled when cancel() resolves', async () => {
      const owner = {};
      void service.getConditional(requestOptions(), { owner });
      await browser.call(1);
      await service.cancel(owner);
      expect(browser.pending).to.equal(undefined);
    });

    it('by its signal: autofill is aborted', async () => {
      const controller = new AbortController();
      const autofill = service.getConditional(requestOptions(), { signal: controller.signal });
      await browser.call(1);
      controller.abort();
      expect([await now(autofill), browser.pending]).to.deep.equal(['aborted', undefined]);
    });

    it('does not end the ceremony of another element', async () => {
      void service.get(requestOptions(), { owner: {} });
      await service.cancel({});
      expect(browser.pending?.type).to.equal('get');
    });

    it('and is put back at once: autofill starts again', async () => {
      const owner = {};
      void service.getConditional(requestOptions(), { owner });
      await browser.call(1);
      void service.cancel(owner);
      void service.getConditional(requestOptions(), { owner });
      await browser.call(2);
      expect(browser.pending?.options.mediation).to.equal('conditional');
    });

    it('and is replaced at once: autofill of its successor starts', async () => {
      const [owner, successor] = [{}, {}];
      void service.getConditional(requestOptions(), { owner });
      await browser.call(1);
      void service.cancel(owner);
      void service.getConditional(requestOptions(), { owner: successor });
      await browser.call(2);
      expect(browser.pending?.options.mediation).to.equal('conditional');
    });
  });

  describe('onRearm', () => {
    /** An owner whose autofill is armed, with a count of the calls back. */
    async function armedOwner() {
      const owner = {};
      const rearm = { count: 0 };
      const unsubscribe = service.onRearm(owner, () => (rearm.count += 1));
      void service.getConditional(requestOptions(), { owner });
      await browser.call(1);
      return { owner, rearm, unsubscribe };
    }

    it('calls back after a cancelled prompt, when the slot is free', async () => {
      const { owner, rearm } = await armedOwner();
      const modal = service.get(requestOptions(), { owner });
      const call = await browser.call(2);
      expect(rearm.count).to.equal(0);
      call.fail(cancelled());
      await now(modal);
      expect([rearm.count, coordinator.state]).to.deep.equal([1, 'idle']);
    });

    it('lets the owner start again from the callback', async () => {
      const owner = {};
      service.onRearm(owner, () => void service.getConditional(requestOptions(), { owner }));
      void service.getConditional(requestOptions(), { owner });
      await browser.call(1);
      void service.get(requestOptions(), { owner });
      (await browser.call(2)).fail(cancelled());
      expect((await browser.call(3)).options.mediation).to.equal('conditional');
    });

    it('does not call back after a prompt that succeeded for the owner', async () => {
      const { owner, rearm } = await armedOwner();
      const modal = service.get(requestOptions(), { owner });
      (await browser.call(2)).succeed();
      await now(modal);
      expect(rearm.count).to.equal(0);
    });

    it('calls back after a prompt that succeeded for another owner', async () => {
      const { rearm } = await armedOwner();
      const modal = service.create(creationOptions(), { owner: {} });
      (await browser.call(2)).succeed();
      await now(modal);
      expect(rearm.count).to.equal(1);
    });

    it('does not call back an owner that left meanwhile', async () => {
      const { owner, rearm } = await armedOwner();
      const modal = service.get(requestOptions(), { owner: {} });
      const call = await browser.call(2);
      await service.cancel(owner);
      call.fail(cancelled());
      await now(modal);
      expect(rearm.count).to.equal(0);
    });

    it('does not call back after the subscription ended', async () => {
      const { rearm, unsubscribe } = await armedOwner();
      const modal = service.get(requestOptions(), { owner: {} });
      const call = await browser.call(2);
      unsubscribe();
      call.fail(cancelled());
      await now(modal);
      expect(rearm.count).to.equal(0);
    });

    it('does not call back an owner that renewed its own autofill', async () => {
      const { owner, rearm } = await armedOwner();
      const renewed = service.getConditional(requestOptions(), { owner });
      await browser.call(2);
      expect([rearm.count, await now(renewed)]).to.deep.equal([0, 'pending']);
    });
  });

  describe('two elements with autofill', () => {
    it('lets the first one keep it', async () => {
      const first = service.getConditional(requestOptions(), { owner: {} });
      await browser.call(1);
      const second = service.getConditional(requestOptions(), { owner: {} });
      expect([await now(first), await now(second), browser.calls.length]).to.deep.equal([
        'pending',
        'aborted',
        1,
      ]);
    });

    it('hands over to the second one when the first one leaves', async () => {
      const [first, second] = [{}, {}];
      service.onRearm(second, () => void service.getConditional(requestOptions(), { owner: second }));
      void service.getConditional(requestOptions(), { owner: first });
      await browser.call(1);
      void service.getConditional(requestOptions(), { owner: second });
      void service.cancel(first);
      expect((await browser.call(2)).options.mediation).to.equal('conditional');
    });

    it('gives it back to the one that had it before a cancelled prompt', async () => {
      const [first, second] = [{}, {}];
      const order: string[] = [];
      service.onRearm(second, () => order.push('second'));
      service.onRearm(first, () => order.push('first'));
      void service.getConditional(requestOptions(), { owner: first });
      await browser.call(1);
      void service.getConditional(requestOptions(), { owner: second });
      const modal = service.get(requestOptions(), { owner: second });
      (await browser.call(2)).fail(cancelled());
      await now(modal);
      expect(order).to.deep.equal(['first', 'second']);
    });
  });

  describe('page hide and show', () => {
    const hide = () => page.dispatchEvent(new Event('pagehide'));
    const show = () => page.dispatchEvent(new Event('pageshow'));

    it('aborts a pending autofill when the page is hidden', async () => {
      const autofill = service.getConditional(requestOptions());
      await browser.call(1);
      hide();
      expect([await now(autofill), browser.pending]).to.deep.equal(['aborted', undefined]);
    });

    it('aborts an arming autofill when the page is hidden', async () => {
      const release = holdProbe();
      void service.getConditional(requestOptions());
      hide();
      release();
      await nextTask();
      expect(browser.calls.length).to.equal(0);
    });

    it('calls the owner back when the page is shown again, not before', async () => {
      const owner = {};
      let rearmed = 0;
      service.onRearm(owner, () => (rearmed += 1));
      const autofill = service.getConditional(requestOptions(), { owner });
      await browser.call(1);
      hide();
      await now(autofill);
      const whileHidden = rearmed;
      show();
      await nextTask();
      expect([whileHidden, rearmed]).to.deep.equal([0, 1]);
    });

    it('calls the owner back when the page is shown before the abort has settled', async () => {
      const owner = {};
      let rearmed = 0;
      service.onRearm(owner, () => (rearmed += 1));
      const autofill = service.getConditional(requestOptions(), { owner });
      await browser.call(1);
      hide();
      show();
      await now(autofill);
      expect(rearmed).to.equal(1);
    });

    it('starts nothing while the page is hidden', async () => {
      hide();
      const { outcome } = await service.get(requestOptions());
      expect([outcome, browser.calls.length]).to.deep.equal(['aborted', 0]);
    });

    it('works as before after the page is shown', async () => {
      hide();
      show();
      void service.get(requestOptions());
      expect(browser.calls.length).to.equal(1);
    });
  });

  it('never has two live ceremonies, whatever is asked in whatever order', async () => {
    const owners = [{}, {}, {}];
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const asked: Promise<{ outcome: string }>[] = [];
    for (let step = 0; step < 300; step += 1) {
      const init = { owner: owners[random(3)] };
      const actions = [
        () => asked.push(service.get(requestOptions(), init)),
        () => asked.push(service.getConditional(requestOptions(), init)),
        () => asked.push(service.create(creationOptions(), init)),
        () => asked.push(service.createConditional(creationOptions(), init)),
        () => void service.cancel(init.owner),
        () => void browser.pending?.succeed(),
        () => void browser.pending?.fail(cancelled()),
      ];
      actions[random(actions.length)]?.();
      if (random(2)) await nextTask();
    }
    await service.cancel();
    const outcomes = await Promise.all(asked.map(now));
    expect(outcomes.filter((outcome) => outcome === 'busy' || outcome === 'pending')).to.deep.equal([]);
  });
});
