import { expect } from '@open-wc/testing';
import { ApiError } from '../../src/api/api-error.js';
import { clientStep } from '../../src/process/step.js';
import { blockOf } from '../../src/testing/wire.js';
import { nextTask } from '../support/next-task.js';
import { ControlledProcess } from './support/controlled-process.js';

const usePasskey = { type: 'use-passkey' } as const;
const loginInit = () => ControlledProcess.at(blockOf('login-init'));

describe('an element that leaves the page', () => {
  it('ends the action under way and is ready again', async () => {
    const process = await loginInit();
    void process.controller.perform(usePasskey);
    await process.disconnect();
    expect(process.driver.last.context.signal.aborted).to.equal(true);
    expect(process.state).to.include({ status: 'ready', pending: undefined });
  });

  it('tells of nothing that comes later', async () => {
    const process = await loginInit();
    void process.controller.perform(usePasskey);
    const { last } = process.driver;
    await process.disconnect();
    await last.answer(blockOf('completed'));
    expect([process.steps, process.completed, process.errors]).to.deep.equal([[], [], []]);
  });

  it('keeps its screen and its process for the way back', async () => {
    const process = await loginInit();
    const { step } = process.state;
    await process.disconnect();
    process.connect();
    expect(process.state.step).to.equal(step);
    expect(process.driver.calls).to.have.length(1);
  });

  it('can be moved while an action runs', async () => {
    const process = await loginInit();
    void process.controller.perform(usePasskey);
    await process.move();
    expect(process.driver.last.context.signal.aborted).to.equal(false);
    await process.driver.last.answer(blockOf('passkey-append'));
    expect(process.shown).to.equal('passkey-append');
  });

  it('can be moved while it loads', async () => {
    const process = new ControlledProcess();
    process.connect();
    void process.controller.start(process.driver);
    await process.move();
    await process.driver.last.answer(blockOf('login-init'));
    expect(process.shown).to.equal('login-init');
    expect(process.driver.calls).to.have.length(1);
  });

  it('shows a first answer that came meanwhile when it is back, and asks nothing twice', async () => {
    const process = new ControlledProcess();
    process.connect();
    void process.controller.start(process.driver);
    await process.disconnect();
    await process.driver.last.answer(blockOf('login-init'));
    expect(process.steps).to.deep.equal([]);
    process.connect();
    await nextTask();
    expect(process.steps).to.deep.equal(['login-init']);
    expect(process.driver.calls).to.have.length(1);
  });

  it('tells of a first failure that came meanwhile when it is back', async () => {
    const process = new ControlledProcess();
    process.connect();
    void process.controller.start(process.driver);
    await process.disconnect();
    await process.driver.last.reject(new ApiError('network', 'gone'));
    expect(process.errors).to.deep.equal([]);
    process.connect();
    await nextTask();
    expect(process.errors).to.have.length(1);
  });
});

describe('attending to a step', () => {
  it('begins with the first screen', async () => {
    const process = await loginInit();
    expect(process.driver.attended).to.have.length(1);
    expect(process.driver.attending.context.step).to.equal(process.state.step);
  });

  it('ends when a person acts, and begins again when that led nowhere', async () => {
    const process = await loginInit();
    const first = process.driver.attending;
    void process.controller.perform(usePasskey);
    expect(first.context.signal.aborted).to.equal(true);
    await process.driver.last.resolve({ type: 'ceremony', outcome: 'cancelled' });
    expect(process.driver.attended).to.have.length(2);
    expect(process.driver.attending.context.signal.aborted).to.equal(false);
  });

  it('attends to the next screen after an answer', async () => {
    const process = await loginInit();
    void process.controller.perform(usePasskey);
    await process.driver.last.answer(blockOf('passkey-verify'));
    expect(process.driver.attending.context.step.type).to.equal('passkey-verify');
  });

  it('begins again after the question whether to leave', async () => {
    const process = await ControlledProcess.at(blockOf('passkey-append', { authType: 'signup' }));
    void process.controller.perform({ type: 'abort' });
    expect(process.driver.attending.context.signal.aborted).to.equal(true);
    void process.controller.perform({ type: 'stay' });
    expect(process.driver.attending.context.step.type).to.equal('passkey-append');
    expect(process.driver.attending.context.signal.aborted).to.equal(false);
  });

  it('leads to an action that no person made on the screen', async () => {
    const process = await loginInit();
    await process.driver.attending.end({ perform: { type: 'finish-passkey' } });
    expect(process.driver.last.action).to.deep.equal({ type: 'finish-passkey' });
    expect(process.state.pending).to.equal('finish-passkey');
  });

  it('ends while the element is away and begins again when it is back', async () => {
    const process = await loginInit();
    const first = process.driver.attending;
    await process.disconnect();
    expect(first.context.signal.aborted).to.equal(true);
    process.connect();
    expect(process.driver.attended).to.have.length(2);
  });

  it('goes on while the element is only moved', async () => {
    const process = await loginInit();
    await process.move();
    expect(process.driver.attended).to.have.length(1);
    expect(process.driver.attending.context.signal.aborted).to.equal(false);
  });

  it('drops what comes of it after it has ended', async () => {
    const process = await loginInit();
    const first = process.driver.attending;
    void process.controller.perform(usePasskey);
    await first.end({ perform: { type: 'finish-passkey' } });
    expect(process.driver.last.action).to.equal(usePasskey);
  });

  it('ends with a completed process', async () => {
    const process = await ControlledProcess.at(blockOf('completed'));
    expect(process.driver.attended).to.have.length(0);
  });

  it('ends when the element shows a state of its own', async () => {
    const process = await loginInit();
    process.controller.show(clientStep('client:developer-error', { message: 'no project' }));
    expect(process.driver.attending.context.signal.aborted).to.equal(true);
  });

  it('may fail without a word', async () => {
    const process = await loginInit();
    await process.driver.attending.reject(new TypeError('odd'));
    expect(process.errors).to.deep.equal([]);
    expect(process.state.status).to.equal('ready');
    void process.controller.perform(usePasskey);
    await process.driver.last.resolve({ type: 'ceremony', outcome: 'cancelled' });
    expect(process.driver.attended).to.have.length(2);
  });
});
