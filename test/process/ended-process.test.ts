import { expect } from '@open-wc/testing';
import { clientStep } from '../../src/process/step.js';
import { ControlledProcess } from './support/controlled-process.js';

describe('a process that ends with an outcome', () => {
  it('shows its last screen and tells the outcome once', async () => {
    const process = new ControlledProcess<string>();
    process.connect();
    void process.controller.start(process.driver);
    const step = clientStep('client:unknown', {});
    await process.driver.last.resolve({ type: 'ended', step, outcome: 'handed over' });
    expect(process.state).to.include({ status: 'completed', step });
    expect(process.ended).to.deep.equal(['handed over']);
    expect(process.completed).to.deep.equal([]);
  });

  it('takes no more actions but a restart', async () => {
    const process = new ControlledProcess<string>();
    process.connect();
    void process.controller.start(process.driver);
    const step = clientStep('client:unknown', {});
    await process.driver.last.resolve({ type: 'ended', step, outcome: 'handed over' });
    void process.controller.perform({ type: 'use-passkey' });
    expect(process.driver.calls).to.have.length(1);
    void process.controller.perform({ type: 'restart' });
    expect(process.driver.last).to.include({ action: 'start', fresh: true });
  });
});
