import { expect } from '@open-wc/testing';
import { answerWith, failWith } from '../../../src/testing/scripted-fetch.js';
import { blockOf } from '../../../src/testing/wire.js';
import { FakeWebAuthn } from '../../support/fake-webauthn.js';
import { nextTask } from '../../support/next-task.js';
import { DrivenProcess, OPEN } from '../support/driven-process.js';
import { PageTime } from '../support/page-time.js';

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

describe('a screen that waits for a link', () => {
  let time: PageTime;
  beforeEach(() => (time = new PageTime()));
  afterEach(() => time.restore());

  it('whose process ends meanwhile begins again where it began, with what was typed', async () => {
    const byLink = blockOf('email-verify', { data: { verificationMethod: 'email-link' } });
    const process = await DrivenProcess.at(blockOf('login-init'), {
      script: {
        'POST /v2/auth/login/init': answerWith(byLink),
        'GET /v2/auth/identifier/verify/status': failWith(404, 'process_not_available'),
      },
    });
    await process.perform({ type: 'submit-identifier', identifier: 'typed@example.com', isPhone: false });
    const attending = process.attend();
    await time.advance(2_000);
    expect(await attending).to.have.nested.property('show.error.type', 'process_not_available');
    await process.start(true);
    expect(process.fetch.to(OPEN).at(-1)?.body).to.have.property('preferredBlock', 'login-init');
    expect(process.step?.data).to.have.property('identifierValue', 'typed@example.com');
  });
});
