import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ApiError } from '../../../src/api/api-error.js';
import type { BlockBody, ProcessResponse } from '../../../src/api/types.js';
import { ProcessController } from '../../../src/process/process-controller.js';
import { nextTask } from '../../support/next-task.js';
import { ScriptedDriver } from './scripted-driver.js';

class Host implements ReactiveControllerHost {
  readonly controllers: ReactiveController[] = [];
  updates = 0;
  readonly updateComplete = Promise.resolve(true);

  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
  }
  removeController(): void {
    throw new Error('The process is never taken from its host.');
  }
  requestUpdate(): void {
    this.updates += 1;
  }
}

/** A controller on a host without a DOM, a scripted driver, and everything its observer was told. */
export class ControlledProcess<Outcome = never> {
  readonly driver = new ScriptedDriver<Outcome>();
  readonly host = new Host();
  readonly steps: string[] = [];
  readonly completed: ProcessResponse[] = [];
  readonly ended: Outcome[] = [];
  readonly errors: ApiError[] = [];
  readonly controller = new ProcessController<Outcome>(this.host, {
    onStep: ({ step, status }) => this.steps.push(status === 'loading' ? 'loading' : step.type),
    onCompleted: (response) => this.completed.push(response),
    onEnded: (outcome) => this.ended.push(outcome),
    onError: (error) => this.errors.push(error),
  });

  /** A process that shows a block. */
  static async at(block: BlockBody): Promise<ControlledProcess> {
    const process = new ControlledProcess();
    process.connect();
    void process.controller.start(process.driver);
    await process.driver.last.answer(block);
    process.steps.length = 0;
    return process;
  }

  get state() {
    return this.controller.state;
  }

  get shown(): string {
    return this.state.step.type;
  }

  connect(): void {
    for (const controller of this.host.controllers) controller.hostConnected?.();
  }

  async disconnect(): Promise<void> {
    for (const controller of this.host.controllers) controller.hostDisconnected?.();
    await nextTask();
  }

  /** As the DOM does it: out and in again in one go. */
  async move(): Promise<void> {
    for (const controller of this.host.controllers) controller.hostDisconnected?.();
    this.connect();
    await nextTask();
  }
}
