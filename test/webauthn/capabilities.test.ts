import { expect } from '@open-wc/testing';
import { createWebAuthnService } from '../../src/webauthn/webauthn-service.js';
import { FakeWebAuthn } from '../support/fake-webauthn.js';
import { ManualClock } from '../support/manual-clock.js';
import { hasWebAuthn } from '../support/virtual-authenticator.js';

describe('capabilities', () => {
  const browser = new FakeWebAuthn();
  afterEach(() => browser.restore());

  function serviceIn(change: Partial<FakeWebAuthn>) {
    Object.assign(browser, { capabilities: {}, statics: {}, capabilityQuestions: 0 }, change);
    browser.install();
    return createWebAuthnService({ clock: new ManualClock() });
  }

  it('tells true, false and, by absence, unknown', async () => {
    const capabilities = await serviceIn({
      capabilities: { conditionalGet: true, conditionalCreate: false },
    }).capabilities();
    expect([
      capabilities.conditionalGet,
      capabilities.conditionalCreate,
      capabilities.immediateGet,
    ]).to.deep.equal([true, false, undefined]);
  });

  it('keeps every key the browser reports', async () => {
    const { ['extension:prf']: prf } = await serviceIn({
      capabilities: { 'extension:prf': true },
    }).capabilities();
    expect(prf).to.equal(true);
  });

  it('fills in from the older questions what is not reported', async () => {
    const capabilities = await serviceIn({ capabilities: undefined }).capabilities();
    expect(capabilities).to.deep.equal({ conditionalGet: false, userVerifyingPlatformAuthenticator: true });
  });

  it('asks once', async () => {
    const service = serviceIn({});
    await service.capabilities();
    await Promise.all([service.capabilities(), service.capabilities()]);
    expect(browser.capabilityQuestions).to.equal(1);
  });

  it('asks nothing before it is asked', () => {
    serviceIn({});
    expect(browser.capabilityQuestions).to.equal(0);
  });

  for (const [title, getClientCapabilities] of [
    ['throws', () => raise()],
    ['rejects', async () => raise()],
    ['answers with null', async () => null],
    ['answers with words', async () => ({ conditionalCreate: 'yes' })],
  ] as const) {
    it(`leaves unknown what a browser that ${title} does not tell`, async () => {
      const capabilities = await serviceIn({ statics: { getClientCapabilities } }).capabilities();
      expect(capabilities).to.deep.equal({ conditionalGet: false, userVerifyingPlatformAuthenticator: true });
    });
  }

  it('leaves unknown what is not answered within a second', async () => {
    Object.assign(browser, { statics: { getClientCapabilities: () => new Promise(() => {}) } });
    browser.install();
    const clock = new ManualClock();
    const capabilities = createWebAuthnService({ clock }).capabilities();
    await clock.advance(1000);
    expect((await capabilities).conditionalCreate).to.equal(undefined);
  });

  it('answers in the real browser', async () => {
    expect((await createWebAuthnService().capabilities()).conditionalGet).to.equal(hasWebAuthn);
  });
});

function raise(): never {
  throw new Error('patched');
}
