import { expect } from '@open-wc/testing';
import { createCeremonyCoordinator } from '../../src/webauthn/ceremony-coordinator.js';
import { createWebAuthnService } from '../../src/webauthn/webauthn-service.js';
import { FakeWebAuthn, requestOptions } from '../support/fake-webauthn.js';
import { ManualClock } from '../support/manual-clock.js';

const unknown = { rpId: 'localhost', credentialId: 'AQID' };
const accepted = { rpId: 'localhost', userId: 'dXNlci0x', allAcceptedCredentialIds: ['AQID'] };
const details = { rpId: 'localhost', userId: 'dXNlci0x', name: 'ann@example.com', displayName: 'Ann' };

describe('signals', () => {
  let browser: FakeWebAuthn;
  let clock: ManualClock;
  let sent: [method: string, options: unknown][];
  const record = (method: string) => async (options: unknown) => void sent.push([method, options]);

  beforeEach(() => {
    browser = new FakeWebAuthn();
    clock = new ManualClock();
    sent = [];
  });
  afterEach(() => browser.restore());

  function serviceWith(statics: Record<string, unknown>) {
    browser.statics = statics;
    browser.install();
    return createWebAuthnService({ clock, coordinator: createCeremonyCoordinator(clock) });
  }
  const allMethods = () => ({
    signalUnknownCredential: record('unknown'),
    signalAllAcceptedCredentials: record('accepted'),
    signalCurrentUserDetails: record('details'),
  });

  it('passes each signal on', async () => {
    const { signals } = serviceWith(allMethods());
    await signals.unknownCredential(unknown);
    await signals.allAcceptedCredentials(accepted);
    await signals.currentUserDetails(details);
    expect(sent).to.deep.equal([
      ['unknown', unknown],
      ['accepted', accepted],
      ['details', details],
    ]);
  });

  it('goes by the presence of the method, whatever the capability says', async () => {
    browser.capabilities = { signalUnknownCredential: false };
    expect(await serviceWith(allMethods()).signals.unknownCredential(unknown)).to.equal(true);
  });

  it('is not sent where the method is missing', async () => {
    expect(await serviceWith({}).signals.unknownCredential(unknown)).to.equal(false);
  });

  it('never sends an empty list of accepted credentials', async () => {
    const { signals } = serviceWith(allMethods());
    const result = await signals.allAcceptedCredentials({ ...accepted, allAcceptedCredentialIds: [] });
    expect([result, sent]).to.deep.equal([false, []]);
  });

  for (const [title, signalUnknownCredential] of [
    ['rejects', async () => Promise.reject(new TypeError('bad id'))],
    [
      'throws',
      () => {
        throw new TypeError('bad id');
      },
    ],
  ] as const) {
    it(`is not sent when the browser ${title}`, async () => {
      const { signals } = serviceWith({ signalUnknownCredential });
      expect(await signals.unknownCredential(unknown)).to.equal(false);
    });
  }

  it('is given up after a second', async () => {
    const { signals } = serviceWith({ signalUnknownCredential: () => new Promise(() => {}) });
    const result = signals.unknownCredential(unknown);
    await clock.advance(1000);
    expect(await result).to.equal(false);
  });

  it('is sent after a pending autofill was put aside, and gives it back', async () => {
    const service = serviceWith({
      signalUnknownCredential: async () => sent.push(['pending', browser.pending]),
    });
    const owner = {};
    service.onRearm(owner, () => void service.getConditional(requestOptions(), { owner }));
    void service.getConditional(requestOptions(), { owner });
    await browser.call(1);
    await service.signals.unknownCredential(unknown);
    await browser.call(2);
    expect([sent, browser.pending?.options.mediation]).to.deep.equal([
      [['pending', undefined]],
      'conditional',
    ]);
  });

  it('does not disturb a prompt', async () => {
    const service = serviceWith(allMethods());
    void service.get(requestOptions());
    expect([await service.signals.unknownCredential(unknown), browser.pending?.type]).to.deep.equal([
      false,
      'get',
    ]);
  });
});
