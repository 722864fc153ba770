import { expect } from '@open-wc/testing';
import { blockOf } from '../../../src/testing/wire.js';
import { FakeWebAuthn } from '../../support/fake-webauthn.js';
import { nextTask } from '../../support/next-task.js';
import { DrivenProcess } from '../support/driven-process.js';

describe('a screen that waits for a code', () => {
  let browser: FakeWebAuthn;
  beforeEach(() => {
    browser = new FakeWebAuthn();
    browser.install();
  });
  afterEach(() => browser.restore());

  it('sends the code of a text message by itself', async () => {
    const process = await DrivenProcess.at(blockOf('phone-verify'));
    const attending = process.attend();
    (await browser.call(1)).succeed({ code: '123456' });
    expect(await attending).to.deep.equal({ perform: { type: 'submit-code', code: '123456' } });
  });

  it('leaves it to the person when no message can be read', async () => {
    const process = await DrivenProcess.at(blockOf('phone-verify'));
    const attending = process.attend();
    (await browser.call(1)).fail(new DOMException('detail', 'NotAllowedError'));
    expect(await attending).to.equal(undefined);
  });

  it('reads no message on behalf of a screen that was left', async () => {
    const process = await DrivenProcess.at(blockOf('phone-verify'));
    const attending = process.attend();
    await browser.call(1);
    process.abort.abort();
    expect([await attending, browser.pending]).to.deep.equal([undefined, undefined]);
  });

  it('waits for no message when the code comes by email', async () => {
    const process = await DrivenProcess.at(blockOf('email-verify'));
    expect(await process.attend()).to.equal(undefined);
    await nextTask();
    expect(browser.calls).to.have.length(0);
  });
});
