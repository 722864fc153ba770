import type { ProcessAction } from '../../../src/process/block-actions.js';
import type {
  Attended,
  DriverContext,
  DriverResult,
  ProcessDriver,
} from '../../../src/process/process-driver.js';
import { acceptResponse } from '../../../src/process/accept-response.js';
import type { BlockBody } from '../../../src/api/types.js';
import { processResponseOf, type ResponseOverrides } from '../../../src/testing/wire.js';
import { nextTask } from '../../support/next-task.js';

/** One call of the driver, open until the test answers it. */
export interface DriverCall<Outcome = never> {
  readonly action: ProcessAction | 'start';
  readonly fresh?: boolean;
  readonly context: Partial<DriverContext> & { readonly signal: AbortSignal };
  answer(block: BlockBody, overrides?: ResponseOverrides): Promise<void>;
  resolve(result: DriverResult<Outcome>): Promise<void>;
  reject(cause: unknown): Promise<void>;
}

/** A stretch of attending to a step, open until the test ends it. */
export interface Attendance<Outcome = never> {
  readonly context: DriverContext;
  end(attended?: Attended<Outcome>): Promise<void>;
  reject(cause: unknown): Promise<void>;
}

/** A driver that does nothing by itself and remembers what it was asked. */
export class ScriptedDriver<Outcome = never> implements ProcessDriver<Outcome> {
  leaving: ProcessDriver['leaving'];
  readonly calls: DriverCall<Outcome>[] = [];
  readonly attended: Attendance<Outcome>[] = [];

  get last(): DriverCall<Outcome> {
    const call = this.calls.at(-1);
    if (!call) throw new Error('The driver was not called.');
    return call;
  }

  get attending(): Attendance<Outcome> {
    const attendance = this.attended.at(-1);
    if (!attendance) throw new Error('No step was attended to.');
    return attendance;
  }

  start(signal: AbortSignal, fresh: boolean): Promise<DriverResult<Outcome>> {
    return this.#open('start', { signal }, fresh);
  }

  perform(action: ProcessAction, context: DriverContext): Promise<DriverResult<Outcome>> {
    return this.#open(action, context);
  }

  attend(context: DriverContext): Promise<Attended<Outcome> | undefined> {
    const { promise, settle, resolve, reject } = open<Attended<Outcome> | undefined>();
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
  ): Promise<DriverResult<Outcome>> {
    const { promise, settle, resolve, reject } = open<DriverResult<Outcome>>();
    const answer = (block: BlockBody, overrides?: ResponseOverrides) =>
      settle(() =>
        resolve({
          type: 'response',
          response: processResponseOf(block, overrides),
          known: {},
          accept: acceptResponse,
        }),
      );
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
