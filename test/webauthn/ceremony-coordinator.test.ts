import { expect } from '@open-wc/testing';
import type { CeremonyCoordinator } from '../../src/webauthn/ceremony-coordinator.js';
import type { WebAuthnService } from '../../src/webauthn/webauthn-service.js';
import { cancelledByPerson, openCeremonyPage, outcomeNow } from '../support/ceremony-page.js';
import { creationOptions, requestOptions, type FakeWebAuthn } from '../support/fake-webauthn.js';
import type { ManualClock } from '../support/manual-clock.js';
import { nextTask } from '../support/next-task.js';

describe('CeremonyCoordinator', () => {
  let browser: FakeWebAuthn;
  let clock: ManualClock;
  let coordinator: CeremonyCoordinator;
  let service: WebAuthnService;
  beforeEach(() => ({ browser, clock, coordinator, service } = openCeremonyPage()));
  afterEach(() => browser.restore());

  describe('states', () => {
    it('is idle, arming, armed and idle again around an autofill', async () => {
      const states = [coordinator.state];
      const release = browser.holdProbe();
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
      const release = browser.holdProbe();
      const autofill = service.getConditional(requestOptions());
      const modal = service.get(requestOptions());
      release();
      const call = await browser.call(1);
      call.succeed();
      expect([
        await outcomeNow(autofill),
        await outcomeNow(modal),
        browser.calls.length,
        call.options.mediation,
      ]).to.deep.equal(['aborted', 'success', 1, undefined]);
    });

    it('while the probe never answers: the prompt opens after 500 ms', async () => {
      browser.holdProbe();
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
      expect([await outcomeNow(autofill), await outcomeNow(modal)]).to.deep.equal(['aborted', 'success']);
    });

    it('while the aborted autofill does not settle: the prompt opens after 500 ms', async () => {
      browser.ignoresAborts = true;
      void service.getConditional(requestOptions());
      await browser.call(1);
      void service.get(requestOptions());
      await clock.advance(499);
      expect(browser.calls.length).to.equal(1);
      await clock.advance(1);
      expect(browser.calls.length).to.equal(2);
    });

    it('twice: the first prompt is aborted, the second one opens', async () => {
      const first = service.get(requestOptions());
      const second = service.get(requestOptions());
      (await browser.call(2)).succeed();
      expect([await outcomeNow(first), await outcomeNow(second)]).to.deep.equal(['aborted', 'success']);
    });

    it('three times while autofill is pending: only the last prompt opens', async () => {
      const outcomes = [service.getConditional(requestOptions())];
      await browser.call(1);
      outcomes.push(service.get(requestOptions()), service.create(creationOptions()));
      outcomes.push(service.get(requestOptions()));
      (await browser.call(2)).succeed();
      expect([...(await Promise.all(outcomes.map(outcomeNow))), browser.calls.length]).to.deep.equal([
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
      expect(await outcomeNow(autofill)).to.equal('aborted');
    });
  });

  describe('an element that leaves', () => {
    it('while autofill is arming: no ceremony starts', async () => {
      const owner = {};
      const release = browser.holdProbe();
      const autofill = service.getConditional(requestOptions(), { owner });
      const left = service.cancel(owner);
      release();
      await left;
      expect([await outcomeNow(autofill), browser.calls.length]).to.deep.equal(['aborted', 0]);
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
      expect([await outcomeNow(autofill), browser.pending]).to.deep.equal(['aborted', undefined]);
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
        () => browser.pending?.succeed(),
        () => browser.pending?.fail(cancelledByPerson()),
      ];
      actions[random(actions.length)]?.();
      if (random(2)) await nextTask();
    }
    await service.cancel();
    const outcomes = await Promise.all(asked.map(outcomeNow));
    expect(outcomes.filter((outcome) => outcome === 'busy' || outcome === 'pending')).to.deep.equal([]);
  });
});
