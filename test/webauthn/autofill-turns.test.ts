import { expect } from '@open-wc/testing';
import type { CeremonyCoordinator } from '../../src/webauthn/ceremony-coordinator.js';
import type { WebAuthnService } from '../../src/webauthn/webauthn-service.js';
import { cancelledByPerson, openCeremonyPage, outcomeNow } from '../support/ceremony-page.js';
import { creationOptions, requestOptions, type FakeWebAuthn } from '../support/fake-webauthn.js';
import { nextTask } from '../support/next-task.js';

describe('turns of autofill', () => {
  let browser: FakeWebAuthn;
  let page: EventTarget;
  let coordinator: CeremonyCoordinator;
  let service: WebAuthnService;
  beforeEach(() => ({ browser, page, coordinator, service } = openCeremonyPage()));
  afterEach(() => browser.restore());

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
      call.fail(cancelledByPerson());
      await outcomeNow(modal);
      expect([rearm.count, coordinator.state]).to.deep.equal([1, 'idle']);
    });

    it('lets the owner start again from the callback', async () => {
      const owner = {};
      service.onRearm(owner, () => void service.getConditional(requestOptions(), { owner }));
      void service.getConditional(requestOptions(), { owner });
      await browser.call(1);
      void service.get(requestOptions(), { owner });
      (await browser.call(2)).fail(cancelledByPerson());
      expect((await browser.call(3)).options.mediation).to.equal('conditional');
    });

    it('does not call back after a prompt that succeeded for the owner', async () => {
      const { owner, rearm } = await armedOwner();
      const modal = service.get(requestOptions(), { owner });
      (await browser.call(2)).succeed();
      await outcomeNow(modal);
      expect(rearm.count).to.equal(0);
    });

    it('calls back after a prompt that succeeded for another owner', async () => {
      const { rearm } = await armedOwner();
      const modal = service.create(creationOptions(), { owner: {} });
      (await browser.call(2)).succeed();
      await outcomeNow(modal);
      expect(rearm.count).to.equal(1);
    });

    it('does not call back an owner that left meanwhile', async () => {
      const { owner, rearm } = await armedOwner();
      const modal = service.get(requestOptions(), { owner: {} });
      const call = await browser.call(2);
      await service.cancel(owner);
      call.fail(cancelledByPerson());
      await outcomeNow(modal);
      expect(rearm.count).to.equal(0);
    });

    it('does not call back after the subscription ended', async () => {
      const { rearm, unsubscribe } = await armedOwner();
      const modal = service.get(requestOptions(), { owner: {} });
      const call = await browser.call(2);
      unsubscribe();
      call.fail(cancelledByPerson());
      await outcomeNow(modal);
      expect(rearm.count).to.equal(0);
    });

    it('does not call back an owner that renewed its own autofill', async () => {
      const { owner, rearm } = await armedOwner();
      const renewed = service.getConditional(requestOptions(), { owner });
      await browser.call(2);
      expect([rearm.count, await outcomeNow(renewed)]).to.deep.equal([0, 'pending']);
    });
  });

  describe('onRearm, when nothing was lost', () => {
    it('does not call back an owner whose renewed autofill was used', async () => {
      const owner = {};
      let rearmed = 0;
      service.onRearm(owner, () => (rearmed += 1));
      void service.getConditional(requestOptions(), { owner });
      await browser.call(1);
      const renewed = service.getConditional(requestOptions(), { owner });
      (await browser.call(2)).succeed();
      expect([await outcomeNow(renewed), rearmed]).to.deep.equal(['success', 0]);
    });

    it('does not call back an owner that left by its signal just before a prompt', async () => {
      const [owner, controller] = [{}, new AbortController()];
      let rearmed = 0;
      service.onRearm(owner, () => (rearmed += 1));
      void service.getConditional(requestOptions(), { owner, signal: controller.signal });
      await browser.call(1);
      controller.abort();
      const modal = service.get(requestOptions());
      (await browser.call(2)).fail(cancelledByPerson());
      expect([await outcomeNow(modal), rearmed]).to.deep.equal(['no-credential', 0]);
    });

    it('does not call back for what was lost before the subscription', async () => {
      const owner = {};
      let rearmed = 0;
      void service.getConditional(requestOptions(), { owner });
      await browser.call(1);
      const modal = service.get(requestOptions());
      service.onRearm(owner, () => (rearmed += 1));
      (await browser.call(2)).fail(cancelledByPerson());
      expect([await outcomeNow(modal), rearmed]).to.deep.equal(['no-credential', 0]);
    });
  });

  describe('two elements with autofill', () => {
    it('lets the first one keep it', async () => {
      const first = service.getConditional(requestOptions(), { owner: {} });
      await browser.call(1);
      const second = service.getConditional(requestOptions(), { owner: {} });
      expect([await outcomeNow(first), await outcomeNow(second), browser.calls.length]).to.deep.equal([
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
      (await browser.call(2)).fail(cancelledByPerson());
      await outcomeNow(modal);
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
      expect([await outcomeNow(autofill), browser.pending]).to.deep.equal(['aborted', undefined]);
    });

    it('aborts an arming autofill when the page is hidden', async () => {
      const release = browser.holdProbe();
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
      await outcomeNow(autofill);
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
      await outcomeNow(autofill);
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
});
