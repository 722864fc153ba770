import { expect } from '@open-wc/testing';
import type { WebAuthnService } from '../../src/webauthn/webauthn-service.js';
import { FakeWebAuthn, requestOptions } from '../support/fake-webauthn.js';

interface Module {
  webauthn: WebAuthnService;
}

const load = (copy: string): Promise<Module> =>
  import(new URL(`../../src/webauthn/webauthn-service.ts?copy=${copy}`, import.meta.url).href);

describe('two copies of the kit on one page', () => {
  const browser = new FakeWebAuthn();
  let bundle: Module;
  let cdn: Module;

  before(async () => {
    browser.install();
    [bundle, cdn] = await Promise.all([load('bundle'), load('cdn')]);
  });
  after(() => browser.restore());

  it('are two copies', () => {
    expect(bundle.webauthn).not.to.equal(cdn.webauthn);
  });

  it('call nothing when they are imported', () => {
    expect([browser.calls.length, browser.capabilityQuestions]).to.deep.equal([0, 0]);
  });

  it('never have two live ceremonies', async () => {
    const autofill = bundle.webauthn.getConditional(requestOptions());
    await browser.call(1);
    const modal = cdn.webauthn.get(requestOptions());
    (await browser.call(2)).succeed();
    expect([(await autofill).outcome, (await modal).outcome]).to.deep.equal(['aborted', 'success']);
  });

  it('call back the owner in one copy after a cancelled prompt of the other', async () => {
    const owner = {};
    const rearmed = new Promise<string>((resolve) =>
      bundle.webauthn.onRearm(owner, () => resolve('rearmed')),
    );
    void bundle.webauthn.getConditional(requestOptions(), { owner });
    await browser.call(3);
    void cdn.webauthn.get(requestOptions());
    (await browser.call(4)).fail(new DOMException('detail', 'NotAllowedError'));
    expect(await rearmed).to.equal('rearmed');
  });
});
