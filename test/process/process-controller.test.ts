import { expect } from '@open-wc/testing';
import { ApiError } from '../../src/api/api-error.js';
import { acceptResponse } from '../../src/process/accept-response.js';
import { clientStep } from '../../src/process/step.js';
import { blockOf, processResponseOf } from '../../src/testing/wire.js';
import { ControlledProcess } from './support/controlled-process.js';

const submit = { type: 'submit-identifier', identifier: 'ada@example.com', isPhone: false } as const;
const usePasskey = { type: 'use-passkey' } as const;
const networkError = new ApiError('network', 'gone');
const expiredError = new ApiError('http', 'over', { status: 400, type: 'process_not_available' });

const loginInit = () => ControlledProcess.at(blockOf('login-init'));
const signupAppend = () => ControlledProcess.at(blockOf('passkey-append', { authType: 'signup' }));

describe('starting a process', () => {
  it('shows the loading state until the first answer', async () => {
    const process = new ControlledProcess();
    process.connect();
    void process.controller.start(process.driver);
    expect(process.state).to.include({ status: 'loading' });
    await process.driver.last.answer(blockOf('login-init'));
    expect(process.state.status).to.equal('ready');
    expect(process.shown).to.equal('login-init');
  });

  it('resolves when the first screen is known', async () => {
    const process = new ControlledProcess();
    process.connect();
    const started = process.controller.start(process.driver);
    await process.driver.last.answer(blockOf('login-init'));
    await started;
    expect(process.shown).to.equal('login-init');
  });

  it('asks for an update with every change', async () => {
    const process = await loginInit();
    const before = process.host.updates;
    void process.controller.perform(usePasskey);
    expect(process.host.updates).to.be.greaterThan(before);
  });

  it('drops the first answer when it was started again meanwhile', async () => {
    const process = new ControlledProcess();
    process.connect();
    void process.controller.start(process.driver);
    void process.controller.start(process.driver);
    const [first, second] = process.driver.calls;
    expect(first!.context.signal.aborted).to.equal(true);
    await second!.answer(blockOf('signup-init'));
    await first!.answer(blockOf('login-init'));
    expect(process.shown).to.equal('signup-init');
  });

  it('shows a screen of its own with a way on when the server cannot be reached', async () => {
    const process = new ControlledProcess();
    process.connect();
    void process.controller.start(process.driver);
    await process.driver.last.reject(networkError);
    expect(process.shown).to.equal('client:error');
    expect(process.errors).to.deep.equal([networkError]);
    void process.controller.perform({ type: 'retry' });
    expect(process.driver.last).to.include({ action: 'start', fresh: false });
    await process.driver.last.answer(blockOf('login-init'));
    expect(process.shown).to.equal('login-init');
  });

  it('tells the developer when the server refuses the project', async () => {
    const process = new ControlledProcess();
    process.connect();
    void process.controller.start(process.driver);
    await process.driver.last.reject(new ApiError('http', 'origin not allowed', { status: 403 }));
    expect(process.state.step).to.deep.include({
      type: 'client:developer-error',
      data: { message: 'origin not allowed' },
    });
  });

  for (const status of [408, 425, 429, 500, 503])
    it(`offers another try after status ${status}`, async () => {
      const process = new ControlledProcess();
      process.connect();
      void process.controller.start(process.driver);
      await process.driver.last.reject(new ApiError('http', 'busy', { status }));
      expect(process.shown).to.equal('client:error');
    });

  for (const action of [
    submit,
    { type: 'abort' },
    { type: 'choose-alternative', block: 'signup-init' },
  ] as const)
    it(`is not disturbed by ${action.type}`, async () => {
      const process = new ControlledProcess();
      process.connect();
      void process.controller.start(process.driver);
      void process.controller.perform(action);
      expect(process.driver.calls).to.have.length(1);
      await process.driver.last.answer(blockOf('login-init'));
      expect(process.shown).to.equal('login-init');
    });

  it('does nothing before it was started', async () => {
    const process = new ControlledProcess();
    process.connect();
    for (const action of [submit, { type: 'restart' }, { type: 'retry' }, { type: 'stay' }] as const)
      await process.controller.perform(action);
    expect(process.state.status).to.equal('idle');
  });
});

describe('performing an action', () => {
  it('is busy until the answer and shows it', async () => {
    const process = await loginInit();
    void process.controller.perform(submit);
    expect(process.state).to.include({ status: 'busy', pending: 'submit-identifier' });
    expect(process.shown).to.equal('login-init');
    await process.driver.last.answer(blockOf('passkey-verify'));
    expect(process.state).to.include({ status: 'ready', pending: undefined, byPerson: true });
    expect(process.steps).to.deep.equal(['passkey-verify']);
  });

  it('gives the driver the action and the step it was made on', async () => {
    const process = await loginInit();
    const { step } = process.state;
    void process.controller.perform(submit);
    expect(process.driver.last.action).to.equal(submit);
    expect(process.driver.last.context.step).to.equal(step);
  });

  it('ignores a second action meanwhile', async () => {
    const process = await loginInit();
    void process.controller.perform(submit);
    void process.controller.perform(submit);
    void process.controller.perform(usePasskey);
    expect(process.driver.calls).to.have.length(2);
    expect(process.driver.last.context.signal.aborted).to.equal(false);
  });

  it('tells of no new screen when the answer is the same block', async () => {
    const process = await loginInit();
    void process.controller.perform(submit);
    await process.driver.last.answer(blockOf('login-init', { error: { code: 'no', message: '' } }));
    expect(process.steps).to.deep.equal([]);
    expect(process.state.step.error).to.deep.equal({ code: 'no', message: '' });
  });

  it('tells of a new screen when the same block is of another process', async () => {
    const process = await loginInit();
    void process.controller.perform({ type: 'abort' });
    const newProcess = { token: 'aup-2', expiresAt: 4_102_444_800 };
    await process.driver.last.answer(blockOf('login-init'), { newProcess });
    expect(process.steps).to.deep.equal(['login-init']);
  });

  for (const action of [
    { type: 'abort' },
    { type: 'choose-alternative', block: 'email-verify' },
    { type: 'restart' },
  ] as const)
    it(`is cut off by ${action.type}, and its late answer dropped`, async () => {
      const process = await loginInit();
      void process.controller.perform(usePasskey);
      const first = process.driver.last;
      void process.controller.perform(action);
      expect(first.context.signal.aborted).to.equal(true);
      await process.driver.last.answer(blockOf('email-verify'));
      await first.answer(blockOf('completed'));
      expect(process.shown).to.equal('email-verify');
      expect(process.completed).to.deep.equal([]);
    });

  it('drops the late failure of an action that was cut off', async () => {
    const process = await loginInit();
    void process.controller.perform(usePasskey);
    const first = process.driver.last;
    void process.controller.perform({ type: 'abort' });
    await first.reject(networkError);
    expect(process.errors).to.deep.equal([]);
    expect(process.state).to.include({ status: 'busy', pending: 'abort', problem: undefined });
  });

  it('counts a passkey picked in a field as the act of a person', async () => {
    const process = await loginInit();
    await process.driver.attending.end({ perform: { type: 'finish-passkey' } });
    await process.driver.last.answer(blockOf('passkey-append'));
    expect(process.state.byPerson).to.equal(true);
  });

  it('keeps the screen after a ceremony that gave no credential', async () => {
    const process = await loginInit();
    void process.controller.perform(usePasskey);
    await process.driver.last.resolve({ type: 'ceremony', outcome: 'cancelled' });
    expect(process.state.problem).to.deep.equal({ kind: 'ceremony', outcome: 'cancelled', attempt: 1 });
    expect(process.errors).to.deep.equal([]);
    expect(process.steps).to.deep.equal([]);
  });

  it('shows a step the driver made without an answer', async () => {
    const process = await loginInit();
    void process.controller.perform({ type: 'choose-alternative', block: 'signup-init' });
    await process.driver.last.resolve({ type: 'step', step: clientStep('client:unknown', {}) });
    expect(process.steps).to.deep.equal(['client:unknown']);
  });

  it('begins a new generation when the process was restarted', async () => {
    const process = await loginInit();
    const { key } = process.state.step;
    void process.controller.perform({ type: 'abort' });
    const response = processResponseOf(blockOf('login-init'));
    await process.driver.last.resolve({
      type: 'response',
      response,
      known: {},
      accept: acceptResponse,
      restarted: true,
    });
    expect(process.state.step.key).not.to.equal(key);
  });

  for (const thrown of [new TypeError('odd'), 'text', null, undefined])
    it(`turns ${String(thrown)}, thrown where nothing should be, into a failed request`, async () => {
      const process = await loginInit();
      void process.controller.perform(submit);
      await process.driver.last.reject(thrown);
      expect(process.errors.map(({ kind }) => kind)).to.deep.equal(['malformed']);
      expect(process.state.problem?.kind).to.equal('request');
      expect(process.state.status).to.equal('ready');
    });
});

describe('a failed request', () => {
  it('keeps the screen and is reported once', async () => {
    const process = await loginInit();
    const { step } = process.state;
    void process.controller.perform(submit);
    await process.driver.last.reject(networkError);
    expect(process.state).to.include({ status: 'ready', step });
    expect(process.errors).to.deep.equal([networkError]);
  });

  it('is repeated by retry with the very same action', async () => {
    const process = await loginInit();
    void process.controller.perform(submit);
    await process.driver.last.reject(networkError);
    void process.controller.perform({ type: 'retry' });
    expect(process.driver.last.action).to.equal(submit);
  });

  it('is repeated by another action when the driver says so', async () => {
    const process = await loginInit();
    void process.controller.perform(usePasskey);
    await process.driver.last.resolve({
      type: 'failed',
      error: networkError,
      retry: { type: 'finish-passkey' },
    });
    void process.controller.perform({ type: 'retry' });
    expect(process.driver.last.action).to.deep.equal({ type: 'finish-passkey' });
  });

  it('is not what retry is for after a ceremony', async () => {
    const process = await loginInit();
    void process.controller.perform(usePasskey);
    await process.driver.last.resolve({ type: 'ceremony', outcome: 'cancelled' });
    await process.controller.perform({ type: 'retry' });
    expect(process.driver.calls).to.have.length(2);
  });
});

describe('a process that is over', () => {
  it('says so, and starts afresh on request', async () => {
    const process = await loginInit();
    void process.controller.perform(submit);
    await process.driver.last.reject(expiredError);
    expect(process.shown).to.equal('client:expired');
    expect(process.errors).to.deep.equal([expiredError]);
    void process.controller.perform({ type: 'restart' });
    expect(process.driver.last).to.include({ action: 'start', fresh: true });
  });

  it('is started again at once by whoever wanted to leave it', async () => {
    const process = await loginInit();
    void process.controller.perform({ type: 'abort' });
    await process.driver.last.reject(expiredError);
    expect(process.driver.last).to.include({ action: 'start', fresh: true });
  });
});

describe('leaving a sign-up half way', () => {
  it('asks first, with what the driver knows of it, without a request', async () => {
    const process = await signupAppend();
    process.driver.leaving = { passkeyCreated: true };
    void process.controller.perform({ type: 'abort' });
    expect(process.shown).to.equal('client:leave-signup');
    expect(process.state.step.data).to.deep.equal({ passkeyCreated: true });
    expect(process.driver.calls).to.have.length(1);
  });

  it('cuts off what runs before it asks', async () => {
    const process = await signupAppend();
    void process.controller.perform({ type: 'create-passkey' });
    const creating = process.driver.last;
    void process.controller.perform({ type: 'abort' });
    expect(creating.context.signal.aborted).to.equal(true);
    await creating.answer(blockOf('completed'));
    expect(process.shown).to.equal('client:leave-signup');
  });

  it('goes back to the same screen when the person stays', async () => {
    const process = await signupAppend();
    const { step } = process.state;
    void process.controller.perform({ type: 'abort' });
    void process.controller.perform({ type: 'stay' });
    expect(process.state).to.include({ status: 'ready', step });
  });

  it('leaves when the person confirms, from the step that was left', async () => {
    const process = await signupAppend();
    const { step } = process.state;
    void process.controller.perform({ type: 'abort' });
    void process.controller.perform({ type: 'abort', confirmed: true });
    expect(process.driver.last.action).to.deep.equal({ type: 'abort', confirmed: true });
    expect(process.driver.last.context.step).to.equal(step);
    await process.driver.last.answer(blockOf('signup-init'));
    expect(process.shown).to.equal('signup-init');
  });

  it('asks again the next time', async () => {
    const process = await signupAppend();
    void process.controller.perform({ type: 'abort' });
    void process.controller.perform({ type: 'stay' });
    void process.controller.perform({ type: 'abort' });
    expect(process.shown).to.equal('client:leave-signup');
  });

  it('keeps the question on the screen when leaving fails', async () => {
    const process = await signupAppend();
    void process.controller.perform({ type: 'abort' });
    void process.controller.perform({ type: 'abort', confirmed: true });
    await process.driver.last.reject(networkError);
    expect(process.shown).to.equal('client:leave-signup');
    void process.controller.perform({ type: 'stay' });
    expect(process.shown).to.equal('passkey-append');
  });

  for (const block of [blockOf('signup-init'), blockOf('login-init'), blockOf('passkey-verify')])
    it(`is not asked at ${block.block}`, async () => {
      const process = await ControlledProcess.at(block);
      void process.controller.perform({ type: 'abort' });
      expect(process.state.pending).to.equal('abort');
    });

  it('has nothing to stay at elsewhere', async () => {
    const process = await loginInit();
    const { state } = process;
    await process.controller.perform({ type: 'stay' });
    expect(process.state).to.equal(state);
  });
});

describe('completion', () => {
  it('is reported exactly once, with the answer', async () => {
    const process = await ControlledProcess.at(blockOf('passkey-verify'));
    void process.controller.perform(usePasskey);
    await process.driver.last.answer(blockOf('completed'));
    for (const action of [usePasskey, { type: 'retry' }, { type: 'abort' }, { type: 'skip' }] as const)
      await process.controller.perform(action);
    process.controller.completion('done');
    await process.move();
    expect(process.completed).to.have.length(1);
    expect(process.completed[0]?.blockBody.block).to.equal('completed');
    expect(process.driver.calls).to.have.length(2);
  });

  it('is reported after the state says so', async () => {
    const process = await ControlledProcess.at(blockOf('passkey-verify'));
    void process.controller.perform(usePasskey);
    await process.driver.last.answer(blockOf('completed'));
    expect(process.state.status).to.equal('completed');
  });

  it('is reported again for the next process', async () => {
    const process = await ControlledProcess.at(blockOf('completed'));
    void process.controller.perform({ type: 'restart' });
    await process.driver.last.answer(blockOf('completed'));
    expect(process.completed).to.have.length(2);
  });

  it('is what the page says about it, and nothing elsewhere', async () => {
    const process = await ControlledProcess.at(blockOf('completed'));
    process.controller.completion('failed');
    expect(process.state.problem).to.deep.equal({ kind: 'completion' });
    const other = await loginInit();
    const { state } = other;
    other.controller.completion('failed');
    expect(other.state).to.equal(state);
  });
});
