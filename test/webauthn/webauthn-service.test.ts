import { expect } from '@open-wc/testing';
import { createCeremonyCoordinator } from '../../src/webauthn/ceremony-coordinator.js';
import { createWebAuthnService, type WebAuthnService } from '../../src/webauthn/webauthn-service.js';
import { creationOptions, FakeWebAuthn, fakeCredential, requestOptions } from '../support/fake-webauthn.js';
import { ManualClock } from '../support/manual-clock.js';
import { nextTask } from '../support/next-task.js';

const error = (name: string) => new DOMException('detail', name);

describe('WebAuthnService', () => {
  let browser: FakeWebAuthn;
  let clock: ManualClock;
  let service: WebAuthnService;

  beforeEach(() => {
    browser = new FakeWebAuthn();
    browser.install();
    clock = new ManualClock();
    service = createWebAuthnService({ clock, coordinator: createCeremonyCoordinator(clock) });
  });
  afterEach(() => browser.restore());

  /** Installs the browser again with another configuration. */
  function reinstall(change: Partial<FakeWebAuthn>): void {
    browser.restore();
    Object.assign(browser, change);
    browser.install();
  }

  describe('get', () => {
    it('succeeds with the response as a string', async () => {
      const outcome = service.get(requestOptions());
      browser.lastCall.succeed();
      expect(await outcome).to.deep.include({ outcome: 'success', authenticatorAttachment: 'platform' });
    });

    it('answers with an AuthenticationResponseJSON', async () => {
      const outcome = service.get(requestOptions());
      browser.lastCall.succeed();
      const { responseJSON } = (await outcome) as { responseJSON: string };
      expect(JSON.parse(responseJSON).response.signature).to.equal('BQ');
    });

    it('calls the browser in the same task, so that the click still counts', () => {
      void service.get(requestOptions());
      expect(browser.calls.length).to.equal(1);
    });

    it('tells how long the browser took', async () => {
      const outcome = service.get(requestOptions());
      await clock.advance(2500);
      browser.lastCall.succeed();
      expect((await outcome).elapsedMs).to.equal(2500);
    });

    it('calls the method that is there at the time, not the one of the import', async () => {
      const patched = fakeCredential({ id: 'cGF0Y2hlZA' });
      Object.assign(navigator.credentials, { get: async () => patched });
      const { responseJSON } = (await service.get(requestOptions())) as { responseJSON: string };
      expect(JSON.parse(responseJSON).id).to.equal('cGF0Y2hlZA');
    });

    for (const [elapsedMs, expected] of [
      [100, 'no-credential'],
      [5000, 'cancelled'],
      [299_500, 'timed-out'],
    ] as const) {
      it(`calls a refusal after ${elapsedMs} ms ${expected}`, async () => {
        const outcome = service.get(requestOptions());
        await clock.advance(elapsedMs);
        browser.lastCall.fail(error('NotAllowedError'));
        expect(await outcome).to.deep.equal({
          outcome: expected,
          errorName: 'NotAllowedError',
          elapsedMs,
        });
      });
    }

    for (const [title, value] of [
      ['null', null],
      ['an object that is no credential', { id: 'AQID' }],
    ] as const) {
      it(`takes ${title} from a patched browser for a cancel`, async () => {
        const outcome = service.get(requestOptions());
        browser.lastCall.succeed(value);
        expect((await outcome).outcome).to.equal('cancelled');
      });
    }

    it('survives a patched method that throws instead of rejecting', async () => {
      const get = () => {
        throw error('NotReadableError');
      };
      Object.assign(navigator.credentials, { get });
      expect((await service.get(requestOptions())).outcome).to.equal('failed');
    });

    it('takes an AbortError that is not ours for a cancel', async () => {
      const outcome = service.get(requestOptions());
      browser.lastCall.fail(error('AbortError'));
      expect((await outcome).outcome).to.equal('cancelled');
    });

    it('is aborted by the signal of the caller', async () => {
      const caller = new AbortController();
      const outcome = service.get(requestOptions(), { signal: caller.signal });
      caller.abort();
      expect((await outcome).outcome).to.equal('aborted');
    });

    it('starts nothing for a signal that is aborted already', async () => {
      const { outcome } = await service.get(requestOptions(), { signal: AbortSignal.abort() });
      expect([outcome, browser.calls.length]).to.deep.equal(['aborted', 0]);
    });

    it('is aborted within 500 ms when the browser ignores the abort', async () => {
      Object.assign(navigator.credentials, { get: () => new Promise(() => {}) });
      const outcome = service.get(requestOptions());
      void service.cancel();
      await clock.advance(500);
      expect((await outcome).outcome).to.equal('aborted');
    });

    for (const options of ['', '{}', 'no json', requestOptions({ challenge: '?' })]) {
      it(`refuses the options ${JSON.stringify(options)} without a ceremony`, async () => {
        const { outcome } = await service.get(options);
        expect([outcome, browser.calls.length]).to.deep.equal(['invalid-options', 0]);
      });
    }

    it('tries once more without extensions after UnknownError', async () => {
      const outcome = service.get(requestOptions({ extensions: { prf: {} } }));
      browser.lastCall.fail(error('UnknownError'));
      await clock.advance(0);
      browser.lastCall.succeed();
      expect([(await outcome).outcome, browser.lastCall.options.publicKey?.extensions]).to.deep.equal([
        'success',
        undefined,
      ]);
    });

    it('does not try again after UnknownError without extensions', async () => {
      const outcome = service.get(requestOptions());
      browser.lastCall.fail(error('UnknownError'));
      expect([(await outcome).outcome, browser.calls.length]).to.deep.equal(['failed', 1]);
    });
  });

  describe('while a ceremony outside the kit is pending', () => {
    const startForeign = () => {
      void navigator.credentials.get({}).catch(() => {});
      return browser.lastCall;
    };

    it('tries again after 250 ms and succeeds when the slot is free', async () => {
      const foreign = startForeign();
      const outcome = service.get(requestOptions());
      await clock.advance(249);
      expect(browser.calls.length).to.equal(2);
      foreign.fail(error('NotAllowedError'));
      await clock.advance(1);
      browser.lastCall.succeed();
      expect((await outcome).outcome).to.equal('success');
    });

    it('is busy after the second try', async () => {
      startForeign();
      const outcome = service.create(creationOptions());
      await clock.advance(250);
      expect([(await outcome).outcome, browser.calls.length]).to.deep.equal(['busy', 3]);
    });

    it('does not try again after an abort', async () => {
      startForeign();
      const outcome = service.get(requestOptions());
      await nextTask();
      await service.cancel();
      await clock.advance(1000);
      expect([(await outcome).outcome, browser.calls.length]).to.deep.equal(['aborted', 2]);
    });
  });

  describe('get with immediate mediation', () => {
    const withGesture = (isActive: boolean) =>
      Object.defineProperty(navigator, 'userActivation', { configurable: true, value: { isActive } });
    afterEach(() => Reflect.deleteProperty(navigator, 'userActivation'));

    it('sends uiMode and no signal when the browser can and a gesture is fresh', async () => {
      reinstall({ capabilities: { immediateGet: true } });
      withGesture(true);
      void service.get(requestOptions(), { immediate: true });
      const { options } = await browser.call(1);
      expect([options.uiMode, 'signal' in options, 'mediation' in options]).to.deep.equal([
        'immediate',
        false,
        false,
      ]);
    });

    const impossible: [title: string, capabilities: Record<string, boolean>, gesture: boolean][] = [
      ['the browser cannot', { immediateGet: false }, true],
      ['the browser does not say', {}, true],
      ['there was no gesture', { immediateGet: true }, false],
    ];
    for (const [title, capabilities, gesture] of impossible) {
      it(`is unsupported and shows nothing when ${title}`, async () => {
        reinstall({ capabilities });
        withGesture(gesture);
        const { outcome } = await service.get(requestOptions(), { immediate: true });
        expect([outcome, browser.calls.length]).to.deep.equal(['unsupported', 0]);
      });
    }

    it('refuses options that allow certain credentials only', async () => {
      reinstall({ capabilities: { immediateGet: true } });
      withGesture(true);
      const options = requestOptions({ allowCredentials: [{ type: 'public-key', id: 'AQID' }] });
      expect((await service.get(options, { immediate: true })).outcome).to.equal('invalid-options');
    });
  });

  describe('getConditional', () => {
    it('asks for conditional mediation and keeps the allowed credentials', async () => {
      const allowCredentials = [{ type: 'public-key', id: 'AQID' }];
      void service.getConditional(requestOptions({ allowCredentials }));
      const { options } = await browser.call(1);
      expect([options.mediation, options.publicKey?.allowCredentials?.length]).to.deep.equal([
        'conditional',
        1,
      ]);
    });

    const without: (Record<string, boolean> | undefined)[] = [{ conditionalGet: false }, {}, undefined];
    for (const capabilities of without) {
      it(`starts nothing when the browser reports ${JSON.stringify(capabilities)}`, async () => {
        reinstall({ capabilities });
        const { outcome } = await service.getConditional(requestOptions());
        expect([outcome, browser.calls.length]).to.deep.equal(['unsupported', 0]);
      });
    }

    it('uses the older probe when capabilities are not reported', async () => {
      reinstall({ capabilities: undefined });
      Object.assign(PublicKeyCredential, { isConditionalMediationAvailable: async () => true });
      void service.getConditional(requestOptions());
      expect((await browser.call(1)).options.mediation).to.equal('conditional');
    });

    it('starts once more after a refusal within a second', async () => {
      const outcome = service.getConditional(requestOptions());
      (await browser.call(1)).fail(error('NotAllowedError'));
      await clock.advance(0);
      (await browser.call(2)).succeed();
      expect((await outcome).outcome).to.equal('success');
    });

    it('stays quiet after the second early refusal', async () => {
      const outcome = service.getConditional(requestOptions());
      (await browser.call(1)).fail(error('NotAllowedError'));
      await clock.advance(0);
      (await browser.call(2)).fail(error('NotAllowedError'));
      await clock.advance(10_000);
      expect([(await outcome).outcome, browser.calls.length]).to.deep.equal(['no-credential', 2]);
    });

    it('is cancelled by a person, however late: browsers ignore the time-out of an autofill', async () => {
      const outcome = service.getConditional(requestOptions({ timeout: 60_000 }));
      const call = await browser.call(1);
      await clock.advance(120_000);
      call.fail(error('NotAllowedError'));
      expect([(await outcome).outcome, browser.calls.length]).to.deep.equal(['cancelled', 1]);
    });
  });

  describe('create', () => {
    it('passes the options and no mediation', async () => {
      void service.create(creationOptions());
      const { type, options } = await browser.call(1);
      expect([type, options.publicKey?.rp.id, 'mediation' in options]).to.deep.equal([
        'create',
        'localhost',
        false,
      ]);
    });

    it('says that the authenticator already holds a passkey', async () => {
      const outcome = service.create(creationOptions());
      browser.lastCall.fail(error('InvalidStateError'));
      expect((await outcome).outcome).to.equal('already-registered');
    });
  });

  describe('createConditional', () => {
    it('succeeds without a prompt', async () => {
      const outcome = service.createConditional(creationOptions());
      const call = await browser.call(1);
      call.succeed();
      expect([call.options.mediation, (await outcome).outcome]).to.deep.equal(['conditional', 'success']);
    });

    it('is aborted after five seconds', async () => {
      const outcome = service.createConditional(creationOptions());
      await clock.advance(4999);
      expect(browser.pending?.type).to.equal('create');
      await clock.advance(1);
      expect([(await outcome).outcome, browser.pending]).to.deep.equal(['aborted', undefined]);
    });

    it('starts nothing when the browser cannot', async () => {
      reinstall({ capabilities: { conditionalCreate: false } });
      const { outcome } = await service.createConditional(creationOptions());
      expect([outcome, browser.calls.length]).to.deep.equal(['unsupported', 0]);
    });

    it('makes way for a ceremony that a person asked for', async () => {
      const outcome = service.createConditional(creationOptions());
      await browser.call(1);
      const modal = service.get(requestOptions());
      (await browser.call(2)).succeed();
      expect([(await outcome).outcome, (await modal).outcome]).to.deep.equal(['aborted', 'success']);
    });

    it('stands back while a person is at a prompt', async () => {
      void service.get(requestOptions());
      const { outcome } = await service.createConditional(creationOptions());
      expect([outcome, browser.calls.length]).to.deep.equal(['aborted', 1]);
    });
  });

  describe('on a page that cannot', () => {
    const define = (target: object, name: string, value: unknown) =>
      Object.defineProperty(target, name, { configurable: true, value });

    it('is not secure on an insecure page', async () => {
      define(window, 'isSecureContext', false);
      const { outcome } = await service.get(requestOptions());
      Reflect.deleteProperty(window, 'isSecureContext');
      expect([outcome, browser.calls.length]).to.deep.equal(['not-secure', 0]);
    });

    it('is unsupported without PublicKeyCredential', async () => {
      define(window, 'PublicKeyCredential', undefined);
      expect((await service.create(creationOptions())).outcome).to.equal('unsupported');
    });

    it('is unsupported without navigator.credentials', async () => {
      define(navigator, 'credentials', undefined);
      expect((await service.getConditional(requestOptions())).outcome).to.equal('unsupported');
    });

    for (const [features, allowed, expected] of [
      [['publickey-credentials-get'], false, ['not-secure', 0]],
      [['publickey-credentials-get'], true, ['success', 1]],
      [['camera'], false, ['success', 1]],
    ] as const) {
      it(`is ${expected[0]} under a policy of ${features.join()} that ${allowed ? 'allows' : 'denies'}`, async () => {
        define(document, 'featurePolicy', { features: () => features, allowsFeature: () => allowed });
        const outcome = service.get(requestOptions());
        Reflect.deleteProperty(document, 'featurePolicy');
        browser.pending?.succeed();
        expect([(await outcome).outcome, browser.calls.length]).to.deep.equal(expected);
      });
    }
  });
});
