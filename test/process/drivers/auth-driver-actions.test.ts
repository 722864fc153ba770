import { expect } from '@open-wc/testing';
import { ApiError } from '../../../src/api/api-error.js';
import type { BlockBody } from '../../../src/api/types.js';
import type { ProcessAction } from '../../../src/process/block-actions.js';
import { answerWith, failWith, networkFailure, openWith } from '../../../src/testing/scripted-fetch.js';
import { blockOf, otherBlockOf } from '../../../src/testing/wire.js';
import { DrivenProcess, GET, OPEN } from '../support/driven-process.js';

const next = answerWith(blockOf('passkey-appended'));
const EVENTS = 'POST /v2/auth/events';
const RESET = 'POST /v2/auth/process/reset';
const COMPLETE = 'POST /v2/auth/process/complete';
const SKIP = 'POST /v2/auth/block/skip';

interface Row {
  readonly at: BlockBody;
  readonly action: ProcessAction;
  readonly asks: string;
  readonly body?: object;
  readonly event?: string;
}

const withAlternatives = (type: 'passkey-append' | 'passkey-verify', ...alternatives: BlockBody[]) =>
  blockOf(type, { alternatives });

const ROWS: Readonly<Record<string, Row>> = {
  'submit-signup': {
    at: blockOf('signup-init'),
    action: { type: 'submit-signup', identifiers: [{ type: 'email', identifier: 'ada@example.com' }] },
    asks: 'POST /v2/auth/signup/init',
    body: { identifiers: [{ type: 'email', identifier: 'ada@example.com' }] },
  },
  'submit-signup with a name': {
    at: blockOf('signup-init'),
    action: { type: 'submit-signup', fullName: 'Ada', identifiers: [{ type: 'email', identifier: '' }] },
    asks: 'POST /v2/auth/signup/init',
    body: { fullName: 'Ada', identifiers: [{ type: 'email', identifier: '' }] },
  },
  'submit-identifier': {
    at: blockOf('login-init'),
    action: { type: 'submit-identifier', identifier: '+4420', isPhone: true },
    asks: 'POST /v2/auth/login/init',
    body: { identifierValue: '+4420', isPhone: true },
  },
  'update-identifier': {
    at: blockOf('passkey-append'),
    action: { type: 'update-identifier', identifierType: 'email', value: 'new@example.com' },
    asks: 'POST /v2/auth/identifier/update',
    body: { identifierType: 'email', value: 'new@example.com' },
  },
  'skip at passkey-append': {
    at: blockOf('passkey-append'),
    action: { type: 'skip' },
    asks: 'POST /v2/auth/process/complete',
    event: 'append-explicit-abort',
  },
  'continue at passkey-append': {
    at: blockOf('passkey-append'),
    action: { type: 'continue' },
    asks: 'POST /v2/auth/process/complete',
  },
  'continue at passkey-appended': {
    at: blockOf('passkey-appended'),
    action: { type: 'continue' },
    asks: 'POST /v2/auth/block/skip',
  },
  'skip at a block of a newer server': {
    at: otherBlockOf('hologram-verify'),
    action: { type: 'skip' },
    asks: 'POST /v2/auth/block/skip',
  },
  'choose completed at passkey-append': {
    at: withAlternatives('passkey-append', blockOf('completed')),
    action: { type: 'choose-alternative', block: 'completed' },
    asks: 'POST /v2/auth/process/complete',
    event: 'append-explicit-abort',
  },
  'choose email-verify at passkey-verify': {
    at: withAlternatives('passkey-verify', blockOf('email-verify')),
    action: { type: 'choose-alternative', block: 'email-verify' },
    asks: 'POST /v2/auth/identifier/verify/start',
    body: { identifierType: 'email', verificationType: 'email-otp' },
    event: 'login-explicit-abort',
  },
  'choose email-verify by link at passkey-append': {
    at: withAlternatives(
      'passkey-append',
      blockOf('email-verify', { data: { verificationMethod: 'email-link' } }),
    ),
    action: { type: 'choose-alternative', block: 'email-verify' },
    asks: 'POST /v2/auth/identifier/verify/start',
    body: { identifierType: 'email', verificationType: 'email-link' },
    event: 'append-explicit-abort',
  },
  'choose phone-verify at passkey-verify': {
    at: withAlternatives('passkey-verify', blockOf('phone-verify')),
    action: { type: 'choose-alternative', block: 'phone-verify' },
    asks: 'POST /v2/auth/identifier/verify/start',
    body: { identifierType: 'phone', verificationType: 'phone-otp' },
    event: 'login-explicit-abort',
  },
  abort: { at: blockOf('passkey-verify'), action: { type: 'abort' }, asks: RESET },
};

describe('which request serves an action', () => {
  for (const [name, { at, action, asks, body, event }] of Object.entries(ROWS))
    it(name, async () => {
      const process = await DrivenProcess.at(at, { script: { [asks]: next } });
      const result = await process.perform(action);
      expect(result.type).to.equal('response');
      expect(process.step?.type).to.equal('passkey-appended');
      expect(process.operations.filter((operation) => operation !== EVENTS)).to.deep.equal([asks]);
      expect(process.request(asks).body).to.deep.equal(body);
      const events = process.fetch.to(EVENTS).map((request) => request.body);
      expect(events).to.deep.equal(event ? [{ eventType: event }] : []);
    });

  it('carries project, process and client in its headers', async () => {
    const process = await DrivenProcess.at(blockOf('passkey-verify'), { script: { [RESET]: next } });
    await process.perform({ type: 'abort' });
    const { headers } = process.request(RESET);
    expect(headers.get('X-Corbado-ProjectID')).to.equal('pro-1');
    expect(headers.get('X-Corbado-Process-ID')).to.equal('aup-1');
    expect(headers.get('X-Corbado-SDK')).to.contain('corbado-elements');
    expect(headers.get('X-Corbado-Client-Timezone')).not.to.equal(null);
  });

  it('is none for switching between the init blocks', async () => {
    const process = await DrivenProcess.at(blockOf('login-init', { alternatives: [blockOf('signup-init')] }));
    const result = await process.perform({ type: 'choose-alternative', block: 'signup-init' });
    expect(result.type).to.equal('step');
    await process.perform({ type: 'choose-alternative', block: 'login-init' });
    expect(process.step?.type).to.equal('login-init');
    expect(process.operations).to.deep.equal([]);
  });

  it('is none for an alternative the server did not offer', async () => {
    const process = await DrivenProcess.at(blockOf('login-init'));
    const failure = await process.failure({ type: 'choose-alternative', block: 'phone-verify' });
    expect(failure).to.be.instanceOf(ApiError);
    expect(process.operations).to.deep.equal([]);
  });

  for (const type of ['retry', 'restart', 'stay'] as const)
    it(`is none for ${type}, which the controller serves`, async () => {
      const process = await DrivenProcess.at(blockOf('login-init'));
      expect(await process.failure({ type })).to.be.instanceOf(TypeError);
      expect(process.operations).to.deep.equal([]);
    });

  it('is cut off with the signal', async () => {
    const process = await DrivenProcess.at(blockOf('passkey-verify'), {
      script: { [RESET]: { kind: 'silence' } },
    });
    const failing = process.failure({ type: 'abort' });
    process.abort.abort();
    expect(await failing)
      .to.be.instanceOf(ApiError)
      .and.to.include({ kind: 'aborted' });
  });
});

describe('the process of an answer', () => {
  const newProcess = { token: 'aup-2', expiresAt: 4_102_444_800 };

  it('takes the place of the old one', async () => {
    const script = { [RESET]: answerWith(blockOf('login-init'), { newProcess }) };
    const process = await DrivenProcess.at(blockOf('passkey-verify'), { script });
    const result = await process.perform({ type: 'abort' });
    expect(result).to.include({ type: 'response', restarted: true });
    expect(process.client.processId).to.equal('aup-2');
    expect(process.storage.authProcess()?.id).to.equal('aup-2');
  });

  it('is forgotten when it is completed', async () => {
    const process = await DrivenProcess.at(blockOf('completed'));
    expect(process.client.processId).to.equal(undefined);
    expect(process.storage.authProcess()).to.equal(undefined);
  });

  it('is forgotten when the server says that it is over', async () => {
    const script = { 'POST /v2/auth/login/init': failWith(400, 'process_not_available') };
    const process = await DrivenProcess.at(blockOf('login-init'), { script });
    const failure = await process.failure({ type: 'submit-identifier', identifier: 'ada', isPhone: false });
    expect(failure).to.include({ type: 'process_not_available' });
    expect(process.storage.authProcess()).to.equal(undefined);
  });

  it('is kept over any other failure', async () => {
    const script = { 'POST /v2/auth/login/init': networkFailure };
    const process = await DrivenProcess.at(blockOf('login-init'), { script });
    await process.failure({ type: 'submit-identifier', identifier: 'ada', isPhone: false });
    expect(process.storage.authProcess()?.id).to.equal('aup-1');
  });
});

describe('what was typed', () => {
  const typed = { type: 'email', identifier: 'typed@example.com' } as const;
  const over = failWith(400, 'process_not_available');

  it('stands in the login field of the process after an expired one', async () => {
    const script = { 'POST /v2/auth/login/init': over };
    const process = await DrivenProcess.at(blockOf('login-init'), { script });
    await process.failure({ type: 'submit-identifier', identifier: 'typed@example.com', isPhone: false });
    await process.start(true);
    expect(process.step?.data).to.have.property('identifierValue', 'typed@example.com');
  });

  it('stands in the sign-up form of the process after an expired one, which begins there', async () => {
    const process = await DrivenProcess.at(blockOf('signup-init'), {
      script: { 'POST /v2/auth/signup/init': over },
    });
    await process.failure({ type: 'submit-signup', identifiers: [typed] });
    await process.start(true);
    expect(process.fetch.to(OPEN).at(-1)?.body).to.have.property('preferredBlock', 'signup-init');
    expect(process.step?.data).to.have.deep.property('identifiers', [typed]);
  });

  const email = { type: 'email', identifier: 'ada@example.com' } as const;
  const number = { type: 'phone', identifier: '+442079460958' } as const;
  const RESUMED: readonly (readonly [string, BlockBody, BlockBody, object])[] = [
    [
      'an offer of a passkey',
      blockOf('passkey-append', { authType: 'signup' }),
      blockOf('signup-init'),
      { identifiers: [email] },
    ],
    [
      'a code by email',
      blockOf('email-verify', { authType: 'signup' }),
      blockOf('signup-init'),
      { identifiers: [email] },
    ],
    [
      'a code by text message',
      blockOf('phone-verify', { authType: 'signup', data: { identifier: number.identifier } }),
      blockOf('signup-init', { data: { identifiers: [{ type: 'phone', identifier: '' }] } }),
      { identifiers: [number] },
    ],
    [
      'a passkey that is asked for',
      blockOf('passkey-verify'),
      blockOf('login-init'),
      { identifierValue: 'ada@example.com' },
    ],
  ];
  for (const [name, block, next, data] of RESUMED)
    it(`stands in the process after one that was resumed by a reload at ${name}, and expired there`, async () => {
      const script = { [GET]: answerWith(block), [COMPLETE]: over, [SKIP]: over, [OPEN]: openWith(next) };
      const process = new DrivenProcess({ stored: {}, script });
      await process.start();
      await process.failure({ type: 'continue' });
      await process.start(true);
      expect(process.step?.data).to.deep.include(data);
    });

  it('is no address that a sign-in shows masked', async () => {
    const shown = blockOf('email-verify', { authType: 'login', data: { identifier: 'a***@example.com' } });
    const script = { [GET]: answerWith(shown), [OPEN]: openWith(blockOf('login-init')) };
    const process = new DrivenProcess({ stored: {}, script });
    await process.start();
    await process.start(true);
    expect(process.step?.data).to.have.property('identifierValue', '');
  });

  it('is gone when the person leaves', async () => {
    const script = {
      'POST /v2/auth/login/init': answerWith(blockOf('passkey-verify')),
      [RESET]: answerWith(blockOf('login-init')),
    };
    const process = await DrivenProcess.at(blockOf('login-init'), { script });
    await process.perform({ type: 'submit-identifier', identifier: 'typed@example.com', isPhone: false });
    await process.perform({ type: 'abort' });
    expect(process.step?.data).to.have.property('identifierValue', '');
  });

  it('is gone when the process is completed', async () => {
    const script = { 'POST /v2/auth/login/init': answerWith(blockOf('completed')) };
    const process = await DrivenProcess.at(blockOf('login-init'), { script });
    await process.perform({ type: 'submit-identifier', identifier: 'typed@example.com', isPhone: false });
    await process.start(true);
    expect(process.step?.data).to.have.property('identifierValue', '');
  });
});

describe('the last identifier', () => {
  const lastIdentifier = { value: 'ada@example.com', type: 'email' } as const;

  it('is the one of the passkey that was used', async () => {
    const process = await DrivenProcess.at(blockOf('completed'));
    expect(process.storage.lastIdentifier).to.deep.equal(lastIdentifier);
  });

  it('is forgotten when the process was completed without a passkey', async () => {
    const block = blockOf('completed');
    const { passkeyOperation, ...data } = block.data as Record<string, unknown>;
    expect(passkeyOperation).not.to.equal(undefined);
    const process = await DrivenProcess.at({ ...block, data } as BlockBody, { lastIdentifier });
    expect(process.storage.lastIdentifier).to.equal(undefined);
  });

  for (const operation of [
    { identifierType: 'fax', identifierValue: '1' },
    { identifierType: 'email' },
    'odd',
  ])
    it(`is forgotten when the server names ${JSON.stringify(operation)}`, async () => {
      const block = blockOf('completed', { data: { passkeyOperation: operation as never } });
      const process = await DrivenProcess.at(block, { lastIdentifier });
      expect(process.storage.lastIdentifier).to.equal(undefined);
    });

  it('is forgotten when the person wants another account, on the same screen', async () => {
    const process = await DrivenProcess.at(blockOf('login-init'), { lastIdentifier });
    const { key } = process.step!;
    await process.perform({ type: 'forget-identifier' });
    expect(process.storage.lastIdentifier).to.equal(undefined);
    expect(process.step?.data).to.have.property('lastIdentifier', undefined);
    expect(process.step?.key).to.equal(key);
    expect(process.operations).to.deep.equal([]);
  });
});
