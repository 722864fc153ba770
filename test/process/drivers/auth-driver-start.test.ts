import { expect } from '@open-wc/testing';
import { ApiError } from '../../../src/api/api-error.js';
import {
  answer,
  answerWith,
  failWith,
  networkFailure,
  openWith,
} from '../../../src/testing/scripted-fetch.js';
import { blockOf, otherBlockOf, processInitRspOf } from '../../../src/testing/wire.js';
import { DrivenProcess, GET, OPEN, type DrivenOptions } from '../support/driven-process.js';

const lastIdentifier = { value: 'ada@example.com', type: 'email' } as const;

/** What a start led to and asked. */
async function started(options: DrivenOptions, fresh = false) {
  const process = new DrivenProcess(options);
  await process.start(fresh);
  return {
    process,
    asked: process.fetch.requests.map(({ operation }) => operation),
    shown: process.step?.type,
  };
}

describe('opening an auth process', () => {
  const script = { [OPEN]: openWith(blockOf('login-init')) };

  it('takes one request', async () => {
    const { asked, shown } = await started({ script });
    expect(asked).to.deep.equal([OPEN]);
    expect(shown).to.equal('login-init');
  });

  it('tells the server what the browser can', async () => {
    const { process } = await started({ script });
    expect(process.request(OPEN).body).to.deep.equal({ clientInformation: { bluetoothAvailable: true } });
  });

  it('sends the project and no process', async () => {
    const { process } = await started({ script });
    const { headers } = process.request(OPEN);
    expect(headers.get('X-Corbado-ProjectID')).to.equal('pro-1');
    expect(headers.has('X-Corbado-Process-ID')).to.equal(false);
  });

  it('names the process from then on', async () => {
    const verify = 'POST /v2/auth/login/init';
    const process = await DrivenProcess.at(blockOf('login-init'), {
      script: { [verify]: answerWith(blockOf('passkey-verify')) },
    });
    await process.perform({ type: 'submit-identifier', identifier: 'ada', isPhone: false });
    expect(process.request(verify).headers.get('X-Corbado-Process-ID')).to.equal('aup-1');
  });

  it('remembers the process for the next page load', async () => {
    const { process } = await started({ script });
    expect(process.storage.authProcess()).to.deep.equal({
      id: 'aup-1',
      expiresAt: 4_102_444_800,
      frontendApiUrl: 'https://pro-1.frontendapi.corbado.io',
    });
  });

  it('remembers the name the server gives this browser', async () => {
    const opened = processInitRspOf(blockOf('login-init'), { newClientEnvHandle: 'env-1' });
    const { process } = await started({ script: { [OPEN]: answer(opened) } });
    expect(process.storage.clientEnvHandle?.value).to.equal('env-1');
  });

  it('asks for the block the page wants', async () => {
    const { process } = await started({ script, preferredBlock: 'signup-init', lastIdentifier });
    expect(process.request(OPEN).body).to.have.property('preferredBlock', 'signup-init');
  });

  it('asks for sign-in where this device has signed in before', async () => {
    const { process } = await started({ script, lastIdentifier });
    expect(process.request(OPEN).body).to.have.property('preferredBlock', 'login-init');
  });

  it('asks for no block that a new process cannot begin with', async () => {
    const { process } = await started({ script, preferredBlock: 'passkey-append' });
    expect(process.request(OPEN).body).not.to.have.property('preferredBlock');
  });

  it('says when a passkey was offered last', async () => {
    const process = new DrivenProcess({ script });
    process.page.setItem('cbo_passkey_append_shown', '1700000000');
    await process.start();
    expect(process.request(OPEN).body).to.have.property('passkeyAppendShown', 1700000000);
  });

  it('fails as an ApiError', async () => {
    const process = new DrivenProcess({ script: { [OPEN]: networkFailure } });
    const failure = await process.start().catch((cause: unknown) => cause);
    expect(failure).to.be.instanceOf(ApiError).and.to.include({ kind: 'network' });
  });
});

describe('resuming an auth process', () => {
  it('asks for the stored process and for nothing else', async () => {
    const { asked, shown, process } = await started({
      stored: {},
      script: { [GET]: answerWith(blockOf('passkey-append')) },
    });
    expect(asked).to.deep.equal([GET]);
    expect(shown).to.equal('passkey-append');
    expect(process.request(GET).headers.get('X-Corbado-Process-ID')).to.equal('aup-stored');
  });

  it('says which block the page wants', async () => {
    const { process } = await started({
      stored: {},
      preferredBlock: 'signup-init',
      script: { [GET]: answerWith(blockOf('signup-init')) },
    });
    expect(process.request(GET).url.searchParams.get('preferredBlock')).to.equal('signup-init');
  });

  it('opens another process when the stored one is over', async () => {
    const { asked } = await started({
      stored: { expiresAt: 1 },
      script: { [OPEN]: openWith(blockOf('login-init')) },
    });
    expect(asked).to.deep.equal([OPEN]);
  });

  for (const [status, type] of [
    [400, 'process_not_available'],
    [401, 'login_error'],
    [404, 'not_found'],
  ] as const)
    it(`opens another process when the server answers ${status}`, async () => {
      const { asked, shown, process } = await started({
        stored: {},
        script: { [GET]: failWith(status, type), [OPEN]: openWith(blockOf('login-init')) },
      });
      expect(asked).to.deep.equal([GET, OPEN]);
      expect(shown).to.equal('login-init');
      expect(process.storage.authProcess()?.id).to.equal('aup-1');
    });

  it('opens another process when the stored one stands elsewhere than the page wants', async () => {
    const { asked, shown } = await started({
      stored: {},
      preferredBlock: 'login-init',
      script: { [GET]: answerWith(blockOf('passkey-append')), [OPEN]: openWith(blockOf('login-init')) },
    });
    expect(asked).to.deep.equal([GET, OPEN]);
    expect(shown).to.equal('login-init');
  });

  it('stays where the process is when the page was left there, whatever it wants to start with', async () => {
    const { asked, shown } = await started({
      stored: {},
      preferredBlock: 'login-init',
      isLater: true,
      script: { [GET]: answerWith(blockOf('passkey-append')) },
    });
    expect(asked).to.deep.equal([GET]);
    expect(shown).to.equal('passkey-append');
  });

  it('begins with what the page wants when the process that the page was left at is over', async () => {
    const { process } = await started({
      stored: {},
      preferredBlock: 'signup-init',
      isLater: true,
      script: { [GET]: failWith(404, 'not_found'), [OPEN]: openWith(blockOf('signup-init')) },
    });
    expect(process.request(OPEN).body).to.have.property('preferredBlock', 'signup-init');
  });

  it('stays where the process is when the address names a later block', async () => {
    const { asked, shown } = await started({
      stored: {},
      preferredBlock: 'passkey-append',
      script: { [GET]: answerWith(blockOf('passkey-verify')) },
    });
    expect(asked).to.deep.equal([GET]);
    expect(shown).to.equal('passkey-verify');
  });

  for (const fault of [networkFailure, failWith(503, 'internal_error')])
    it(`keeps the stored process over a ${fault.kind === 'answer' ? 'server error' : 'network failure'}`, async () => {
      const process = new DrivenProcess({ stored: {}, script: { [GET]: fault } });
      const failure = await process.start().catch((cause: unknown) => cause);
      expect(failure).to.be.instanceOf(ApiError);
      expect(process.fetch.to(OPEN)).to.have.length(0);
      expect(process.storage.authProcess()?.id).to.equal('aup-stored');
    });

  it('leaves the stored process behind when a fresh one is wanted', async () => {
    const { asked } = await started(
      { stored: {}, script: { [OPEN]: openWith(blockOf('login-init')) } },
      true,
    );
    expect(asked).to.deep.equal([OPEN]);
  });

  it('goes to no host that a stored process names', async () => {
    const { process } = await started({
      stored: { frontendApiUrl: 'https://evil.test' },
      script: { [GET]: answerWith(blockOf('login-init')) },
    });
    expect(process.request(GET).url.origin).to.equal('https://scripted.test');
  });
});

describe('a page opened by an email link', () => {
  const VERIFY = 'POST /v2/auth/identifier/verify/finish';
  const emailLink = { tempProcessId: 'tmp-1', code: 'UaTwjBJwyDLMGVbR7WHh' };
  const opened = async () => {
    const script = {
      [VERIFY]: [networkFailure, answerWith(blockOf('completed'))],
      [OPEN]: openWith(blockOf('login-init')),
    };
    const process = new DrivenProcess({ script, emailLink });
    await process.start().catch(() => undefined);
    return process;
  };

  it('hands the link in again when the network failed', async () => {
    const process = await opened();
    await process.start();
    expect(process.step?.type).to.equal('completed');
    expect(
      process.fetch.to(VERIFY).map(({ headers }) => headers.get('x-corbado-temp-process-id')),
    ).to.deep.equal(['tmp-1', 'tmp-1']);
  });

  it('drops it when the person starts over', async () => {
    const process = await opened();
    await process.start(true);
    expect(process.step?.type).to.equal('login-init');
    expect(process.fetch.to(VERIFY)).to.have.length(1);
  });
});

describe('what the first screen is told', () => {
  it('shows who signed in here last', async () => {
    const { process } = await started({
      lastIdentifier,
      script: { [OPEN]: openWith(blockOf('login-init')) },
    });
    expect(process.step?.data).to.have.deep.property('lastIdentifier', lastIdentifier);
  });

  it('offers no passkey where the browser has none', async () => {
    const script = { [OPEN]: openWith(blockOf('login-init')) };
    const { process } = await started({ script, webauthn: { unsupported: 'unsupported' } });
    expect(process.step?.data).not.to.have.property('conditionalUIChallenge');
  });

  for (const unsupported of ['unsupported', 'not-secure'] as const)
    for (const block of ['passkey-append', 'passkey-verify'] as const)
      it(`says at ${block} that passkeys are ${unsupported}, with the other ways on`, async () => {
        const alternatives = [blockOf('email-verify')];
        const script = { [OPEN]: openWith(blockOf(block, { alternatives })) };
        const { process, shown } = await started({ script, webauthn: { unsupported } });
        expect(shown).to.equal('client:no-passkey-support');
        expect(process.step?.data).to.deep.equal({ reason: unsupported });
        expect(process.step?.alternatives.map(({ type }) => type)).to.deep.equal(['email-verify']);
      });

  it('notes that a passkey is offered after a sign-in', async () => {
    const script = { [OPEN]: openWith(blockOf('passkey-append', { authType: 'login' })) };
    const { process } = await started({ script });
    expect(process.page.getItem('cbo_passkey_append_shown')).to.match(/^\d+$/);
  });

  it('notes it for the older name of the offer, too', async () => {
    const block = otherBlockOf('passkey-append-after-hybrid', { authType: 'login' });
    const { process } = await started({ script: { [OPEN]: openWith(block) } });
    expect(process.page.getItem('cbo_passkey_append_shown')).to.match(/^\d+$/);
  });

  it('does not note an offer that cannot be shown', async () => {
    const script = { [OPEN]: openWith(blockOf('passkey-append', { authType: 'login' })) };
    const { process } = await started({ script, webauthn: { unsupported: 'unsupported' } });
    expect(process.page.getItem('cbo_passkey_append_shown')).to.equal(null);
  });

  it('tells a new process of the offers before', async () => {
    const script = { [OPEN]: openWith(blockOf('passkey-append', { authType: 'login' })) };
    const { process } = await started({ script });
    const shown = Number(process.page.getItem('cbo_passkey_append_shown'));
    await process.start(true);
    expect(process.fetch.to(OPEN)[1]?.body).to.include({ passkeyAppendShown: shown });
  });

  it('does not note it at sign-up', async () => {
    const script = { [OPEN]: openWith(blockOf('passkey-append', { authType: 'signup' })) };
    const { process } = await started({ script });
    expect(process.page.getItem('cbo_passkey_append_shown')).to.equal(null);
  });
});
