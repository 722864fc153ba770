import { expect } from '@open-wc/testing';
import { createCeremonyCoordinator } from '../../src/webauthn/ceremony-coordinator.js';
import { createWebAuthnService } from '../../src/webauthn/webauthn-service.js';
import { oneTimeCode } from '../../src/webauthn/web-otp.js';
import { FakeWebAuthn, requestOptions } from '../support/fake-webauthn.js';

describe('the one-time code of a text message', () => {
  let browser: FakeWebAuthn;
  beforeEach(() => (browser = new FakeWebAuthn()));
  afterEach(() => browser.restore());

  /** A page that waits for a code. */
  function wait() {
    browser.install();
    const coordinator = createCeremonyCoordinator(undefined, {});
    const abort = new AbortController();
    const code = oneTimeCode({ owner: {}, signal: abort.signal, coordinator });
    return { abort, code, coordinator };
  }

  it('is asked of the browser', async () => {
    wait();
    expect((await browser.call(1)).options.otp).to.deep.equal({ transport: ['sms'] });
  });

  it('is handed on', async () => {
    const { code } = wait();
    (await browser.call(1)).succeed({ code: '123456' });
    expect(await code).to.equal('123456');
  });

  it('is not asked for where the browser reads no messages', async () => {
    browser.webOtp = false;
    expect([await wait().code, browser.calls.length]).to.deep.equal([undefined, 0]);
  });

  for (const credential of [null, {}, { code: '' }, { code: 123456 }])
    it(`is nothing when the browser delivers ${JSON.stringify(credential)}`, async () => {
      const { code } = wait();
      (await browser.call(1)).succeed(credential);
      expect(await code).to.equal(undefined);
    });

  it('is nothing when the browser refuses', async () => {
    const { code } = wait();
    (await browser.call(1)).fail(new DOMException('detail', 'NotAllowedError'));
    expect(await code).to.equal(undefined);
  });

  it('is no longer waited for when its screen is gone', async () => {
    const { abort, code } = wait();
    await browser.call(1);
    abort.abort();
    expect([await code, browser.pending]).to.deep.equal([undefined, undefined]);
  });

  it('stands back for a passkey prompt', async () => {
    const { code, coordinator } = wait();
    await browser.call(1);
    void createWebAuthnService({ coordinator }).get(requestOptions());
    expect((await browser.call(2)).options.publicKey).to.not.equal(undefined);
    expect(await code).to.equal(undefined);
  });
});
