import { expect } from '@open-wc/testing';
import { ApiError } from '../../../src/api/api-error.js';
import { FRESH_MS } from '../../../src/process/drivers/challenges.js';
import { answerWith, failWith, networkFailure } from '../../../src/testing/scripted-fetch.js';
import type { ScriptedOutcome } from '../../../src/testing/scripted-webauthn.js';
import { blockOf, creationOptions, requestOptions } from '../../../src/testing/wire.js';
import { nextTask } from '../../support/next-task.js';
import { DrivenProcess, GET, type DrivenOptions } from '../support/driven-process.js';

const EVENTS = 'POST /v2/auth/events';
const done = answerWith(blockOf('completed'));

/** Each passkey screen: its action, its requests, its ceremony. */
const SCREENS = {
  'passkey-append': {
    action: { type: 'create-passkey' },
    start: 'POST /v2/auth/passkey/append/start',
    startBody: { clientInformation: { bluetoothAvailable: true } },
    finish: 'POST /v2/auth/passkey/append/finish',
    ceremony: 'create',
    failed: 'append-error',
    options: creationOptions,
    renewed: () => blockOf('passkey-append', { data: { challenge: creationOptions('bmV3') } }),
  },
  'passkey-verify': {
    action: { type: 'use-passkey' },
    start: 'POST /v2/auth/passkey/login/start',
    startBody: {},
    finish: 'POST /v2/auth/passkey/login/finish',
    ceremony: 'get',
    failed: 'login-error',
    options: requestOptions,
    renewed: () => blockOf('passkey-verify', { data: { challenge: requestOptions('bmV3') } }),
  },
  'login-init': {
    action: { type: 'use-passkey' },
    start: GET,
    startBody: undefined,
    finish: 'POST /v2/auth/passkey/mediation/finish',
    ceremony: 'get',
    failed: 'login-error',
    options: requestOptions,
    renewed: () => blockOf('login-init', { data: { conditionalUIChallenge: requestOptions('bmV3') } }),
  },
} as const;

/** The page gets older than a challenge may be. */
async function whenStale<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  performance.now = () => start + FRESH_MS;
  try {
    return await work();
  } finally {
    // The method lives on the prototype.
    Reflect.deleteProperty(performance, 'now');
  }
}

for (const [name, screen] of Object.entries(SCREENS)) {
  const { action, start, startBody, finish, ceremony, failed, options, renewed } = screen;
  const at = (extra: DrivenOptions = {}) =>
    DrivenProcess.at(blockOf(name as keyof typeof SCREENS), {
      ...extra,
      script: { [finish]: done, [start]: answerWith(renewed()), ...extra.script },
    });

  describe(`a passkey at ${name}`, () => {
    it('takes the challenge that came with the block, without a request before the prompt', async () => {
      const process = await at();
      await process.perform(action);
      expect(process.operations).to.deep.equal([finish]);
      expect(process.webauthn.ceremonies.map(({ type }) => type)).to.deep.equal([ceremony]);
    });

    it('is handed in as the contract has it', async () => {
      const process = await at();
      await process.perform(action);
      const { signedChallenge } = process.request(finish).body as { signedChallenge: string };
      expect(JSON.parse(signedChallenge)).to.include({ type: 'public-key' });
      expect(process.step?.type).to.equal('completed');
    });

    it('takes a new challenge when the one of the block is old', async () => {
      const process = await at();
      await whenStale(() => process.perform(action));
      expect(process.operations).to.deep.equal([start, finish]);
      expect(process.request(start).body).to.deep.equal(startBody);
      expect(process.webauthn.ceremonies).to.deep.equal([{ type: ceremony, options: options('bmV3') }]);
    });

    it('takes a new challenge when the one of the block was handed in', async () => {
      const process = await at({ script: { [finish]: [failWith(400, 'login_error'), done] } });
      await process.failure(action);
      await process.perform(action);
      expect(process.operations.filter((operation) => operation !== EVENTS)).to.deep.equal([
        finish,
        start,
        finish,
      ]);
    });

    it('takes the same challenge again after a prompt that was closed', async () => {
      const process = await at({
        webauthn: { get: ['cancelled', 'success'], create: ['cancelled', 'success'] },
      });
      const result = await process.perform(action);
      expect(result).to.deep.equal({ type: 'ceremony', outcome: 'cancelled' });
      await process.perform(action);
      expect(process.operations.filter((operation) => operation !== EVENTS)).to.deep.equal([finish]);
    });

    it('takes a new challenge after one that cannot be used', async () => {
      const outcomes: ScriptedOutcome[] = ['invalid-options', 'success'];
      const process = await at({ webauthn: { get: outcomes, create: outcomes } });
      await process.perform(action);
      await process.perform(action);
      expect(process.operations.filter((operation) => operation !== EVENTS)).to.deep.equal([start, finish]);
    });

    it('shows where the server goes instead of giving a challenge', async () => {
      const process = await at({ script: { [start]: answerWith(blockOf('email-verify')) } });
      await whenStale(() => process.perform(action));
      expect(process.step?.type).to.equal('email-verify');
      expect(process.webauthn.ceremonies).to.deep.equal([]);
    });

    it('shows the error the server gives instead of a challenge', async () => {
      const error = { code: 'no_fallback_available', message: '' };
      const process = await at({ script: { [start]: answerWith({ ...renewed(), error }) } });
      await whenStale(() => process.perform(action));
      expect(process.step?.error).to.deep.equal(error);
      expect(process.webauthn.ceremonies).to.deep.equal([]);
    });

    for (const lost of [networkFailure, failWith(502, 'internal_error')])
      it(`is handed in again without a second prompt when the answer is lost to a ${lost.kind}`, async () => {
        const process = await at({ script: { [finish]: [lost, done] } });
        const result = await process.perform(action);
        expect(result).to.deep.include({ type: 'failed', retry: { type: 'finish-passkey' } });
        await process.perform({ type: 'finish-passkey' });
        expect(process.step?.type).to.equal('completed');
        const [first, second] = process.fetch.to(finish);
        expect(second!.body).to.deep.equal(first!.body);
        expect(process.webauthn.ceremonies).to.have.length(1);
      });

    it('is handed in again by the same button, without a second prompt, while its answer is lost', async () => {
      const process = await at({ script: { [finish]: [networkFailure, done] } });
      await process.perform(action);
      await process.perform(action);
      expect(process.operations).to.deep.equal([finish, finish]);
      expect(process.webauthn.ceremonies).to.have.length(1);
    });

    it('is not handed in again when the server has refused it', async () => {
      const process = await at({ script: { [finish]: [failWith(400, 'login_error'), done] } });
      expect(await process.failure(action)).to.be.instanceOf(ApiError);
      expect(await process.perform({ type: 'finish-passkey' })).to.deep.equal({
        type: 'ceremony',
        outcome: 'aborted',
      });
      expect(process.fetch.to(finish)).to.have.length(1);
    });

    it('tells the server of a failure, with the challenge', async () => {
      const process = await at({ webauthn: { get: ['failed'], create: ['failed'] } });
      await process.perform(action);
      expect(process.request(EVENTS).body).to.include({ eventType: failed });
      expect(process.request(EVENTS).body).to.have.property('challenge');
    });

    it('does not mind when the server does not want to know', async () => {
      const script = { [EVENTS]: networkFailure };
      const process = await at({ script, webauthn: { get: ['failed'], create: ['failed'] } });
      expect(await process.perform(action)).to.deep.equal({ type: 'ceremony', outcome: 'failed' });
      await nextTask();
    });

    it('tells the server nothing of a prompt that the kit itself closed', async () => {
      const process = await at({ webauthn: { get: ['open'], create: ['open'] } });
      const performing = process.perform(action);
      process.abort.abort();
      expect(await performing).to.deep.equal({ type: 'ceremony', outcome: 'aborted' });
      expect(process.operations).to.deep.equal([]);
    });
  });
}

describe('a passkey that is already there', () => {
  it('is reported as such', async () => {
    const process = await DrivenProcess.at(blockOf('passkey-append'), {
      webauthn: { create: ['already-registered'] },
    });
    const result = await process.perform({ type: 'create-passkey' });
    expect(result).to.deep.equal({ type: 'ceremony', outcome: 'already-registered' });
    expect(process.request(EVENTS).body).to.include({ eventType: 'append-credential-exists' });
  });
});

describe('a passkey picked in the field', () => {
  const MEDIATION = 'POST /v2/auth/passkey/mediation/finish';

  const picked = async (code: string) => {
    const refused = answerWith(blockOf('login-init', { data: { error: { code, message: '' } } }));
    const process = await DrivenProcess.at(blockOf('login-init'), { script: { [MEDIATION]: refused } });
    await process.perform({ type: 'use-passkey' });
    return process.webauthn.unknownCredentials;
  };

  it('is taken from the password manager when the server says that it does not know it', async () => {
    expect(await picked('invalid_conditional_ui_login')).to.deep.equal([
      { rpId: 'localhost', credentialId: 'AQID' },
    ]);
  });

  it('is left with the password manager on any other refusal', async () => {
    expect(await picked('invalid_passkey')).to.deep.equal([]);
  });

  it('is handed in with its own call', async () => {
    const process = await DrivenProcess.at(blockOf('login-init'), { script: { [MEDIATION]: done } });
    const attending = process.attend();
    await nextTask();
    process.webauthn.pickFromAutofill();
    expect(await attending).to.deep.equal({ perform: { type: 'finish-passkey' } });
    await process.perform({ type: 'finish-passkey' });
    expect(process.step?.type).to.equal('completed');
    expect(process.operations).to.deep.equal([MEDIATION]);
    expect(process.webauthn.ceremonies).to.deep.equal([
      { type: 'conditional-get', options: requestOptions() },
    ]);
  });

  it('is offered at login-init alone', async () => {
    for (const block of [blockOf('signup-init'), blockOf('passkey-verify'), blockOf('passkey-append')]) {
      const process = await DrivenProcess.at(block);
      expect(await process.attend()).to.equal(undefined);
      expect(process.webauthn.ceremonies).to.deep.equal([]);
    }
  });

  it('is not offered beside the card of the last identifier, which has no field', async () => {
    const lastIdentifier = { type: 'email', value: 'ada@example.com' } as const;
    const process = await DrivenProcess.at(blockOf('login-init'), { lastIdentifier });
    expect(await process.attend()).to.equal(undefined);
    expect(process.webauthn.ceremonies).to.deep.equal([]);
  });

  it('is not offered where the server has no challenge for it', async () => {
    const process = await DrivenProcess.at(blockOf('login-init', { data: { conditionalUIChallenge: '' } }));
    expect(await process.attend()).to.equal(undefined);
  });

  it('is not offered while one that was picked waits to be handed in again', async () => {
    const script = {
      [MEDIATION]: [networkFailure, done],
      [GET]: answerWith(SCREENS['login-init'].renewed()),
    };
    const process = await DrivenProcess.at(blockOf('login-init'), { script });
    await process.perform({ type: 'use-passkey' });
    expect(await process.attend()).to.equal(undefined);
    expect(process.operations).to.deep.equal([MEDIATION]);
  });

  it('is offered again once the person does something else', async () => {
    const script = {
      [MEDIATION]: networkFailure,
      [GET]: answerWith(SCREENS['login-init'].renewed()),
      'POST /v2/auth/login/init': answerWith(SCREENS['login-init'].renewed()),
    };
    const process = await DrivenProcess.at(blockOf('login-init'), { script });
    await process.perform({ type: 'use-passkey' });
    await process.perform({ type: 'submit-identifier', identifier: 'ada', isPhone: false });
    const attending = process.attend();
    await nextTask();
    expect(process.webauthn.ceremonies.at(-1)).to.deep.equal({
      type: 'conditional-get',
      options: requestOptions('bmV3'),
    });
    process.abort.abort();
    expect(await attending).to.equal(undefined);
  });
});

describe('what a person should know before they leave a sign-up', () => {
  const create = { type: 'create-passkey' } as const;
  const FINISH = 'POST /v2/auth/passkey/append/finish';
  const RESET = 'POST /v2/auth/process/reset';
  const proof = answerWith(blockOf('email-verify', { authType: 'signup' }));
  const append = blockOf('passkey-append', { authType: 'signup' });

  it('is nothing until a passkey was made', async () => {
    const { driver } = await DrivenProcess.at(append);
    expect(driver.leaving).to.equal(undefined);
  });

  it('is that a passkey was made for it', async () => {
    const process = await DrivenProcess.at(append, { script: { [FINISH]: proof } });
    await process.perform(create);
    expect(process.driver.leaving).to.deep.equal({ passkeyCreated: true });
  });

  it('is nothing where the server has refused the passkey', async () => {
    const refused = answerWith(append);
    const process = await DrivenProcess.at(append, { script: { [FINISH]: refused } });
    await process.perform(create);
    expect(process.driver.leaving).to.equal(undefined);
  });

  it('is nothing once it was left', async () => {
    const script = { [FINISH]: proof, [RESET]: answerWith(blockOf('signup-init')) };
    const process = await DrivenProcess.at(append, { script });
    await process.perform(create);
    await process.perform({ type: 'abort', confirmed: true });
    expect(process.driver.leaving).to.equal(undefined);
  });

  it('is still that while it could not be left', async () => {
    const script = { [FINISH]: proof, [RESET]: networkFailure };
    const process = await DrivenProcess.at(append, { script });
    await process.perform(create);
    await process.failure({ type: 'abort', confirmed: true });
    expect(process.driver.leaving).to.deep.equal({ passkeyCreated: true });
  });

  it('is nothing in the next process', async () => {
    const process = await DrivenProcess.at(append, { script: { [FINISH]: proof } });
    await process.perform(create);
    await process.driver.start(process.abort.signal, true).catch(() => undefined);
    expect(process.driver.leaving).to.equal(undefined);
  });
});
