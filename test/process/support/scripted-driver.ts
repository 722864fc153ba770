import type { ProcessAction } from '../../../src/process/block-actions.js';
import type {
  Attended,
  DriverContext,
  DriverResult,
  ProcessDriver,
} from '../../../src/process/process-driver.js';
import type { BlockBody } from '../../../src/api/types.js';
import { processResponseOf, type ResponseOverrides } from '../../../src/testing/wire.js';
import { nextTask } from '../../support/next-task.js';

/** One call of the driver, open until the test answers it. */
export interface DriverCall {
  readonly action: ProcessAction | 'start';
  readonly fresh?: boolean;
  readonly context: Partial<DriverContext> & { readonly signal: AbortSignal };
  answer(block: BlockBody, overrides?: ResponseOverrides): Promise<void>;
  resolve(result: DriverResult): Promise<void>;
  reject(cause: unknown): Promise<void>;
}

/** A stretch of attending to a step, open until the test ends it. */
export interface Attendance {
  readonly context: DriverContext;
  end(attended?: Attended): Promise<void>;
  reject(cause: unknown): Promise<void>;
}

/** A driver that does nothing by itself and remembers what it was asked. */
export class ScriptedDriver implements ProcessDriver {
  readonly calls: DriverCall[] = [];
  readonly attended: Attendance[] = [];

  get last(): DriverCall {
    const call = this.calls.at(-1);
    if (!call) throw new Error('The driver was not called.');
    return call;
  }

  get attending(): Attendance {
    const attendance = this.attended.at(-1);
    if (!attendance) throw new Error('No step was attended to.');
    return attendance;
  }

  start(signal: AbortSignal, fresh: boolean): Promise<DriverResult> {
    return this.#open('start', { signal }, fresh);
  }

  perform(action: ProcessAction, context: DriverContext): Promise<DriverResult> {
    return this.#open(action, context);
  }

  attend(context: DriverContext): Promise<Attended | undefined> {
    const { promise, settle, resolve, reject } = open<Attended | undefined>();
    this.attended.push({
      context,
      end: (attended) => settle(() => resolve(attended)),
      reject: (cause) => settle(() => reject(cause)),
    });
    return promise;
  }

  #open(
    action: DriverCall['action'],
    context: DriverCall['context'],
    fresh?: boolean,
  ): Promise<DriverResult> {
    const { promise, settle, resolve, reject } = open<DriverResult>();
    const answer = (block: BlockBody, overrides?: ResponseOverrides) =>
      settle(() => resolve({ type: 'response', response: processResponseOf(block, overrides), known: {} }));
    this.calls.push({
      action,
      context,
      ...(fresh === undefined ? {} : { fresh }),
      answer,
      resolve: (result) => settle(() => resolve(result)),
      reject: (cause) => settle(() => reject(cause)),
    });
    return promise;
  }
}

function open<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (cause: unknown) => void = () => undefined;
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  const settle = (settled: () => void) => {
    settled();
    return nextTask();
  };
  return { promise, settle, resolve, reject };
}
