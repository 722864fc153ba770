import type { ApiClock } from '../../../src/api/timing.js';

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/** A macrotask later, every promise that could settle without a timer has. */
const settlePromises = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Time that passes only when told to. `random` is the middle of its range unless set. */
export class FakeClock implements ApiClock {
  randomNumber = 0.5;
  #now = 0;
  #lastHandle = 0;
  readonly #timers = new Map<number, Timer>();

  get pendingTimers(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  random(): number {
    return this.randomNumber;
  }

  setTimeout(callback: () => void, ms: number): number {
    this.#timers.set(++this.#lastHandle, { due: this.#now + ms, callback });
    return this.#lastHandle;
  }

  clearTimeout(handle: unknown): void {
    this.#timers.delete(handle as number);
  }

  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settlePromises();
      const next = this.#nextTimer();
      if (!next || next[1].due > end) break;
      this.#fire(next);
    }
    this.#now = end;
    await settlePromises();
  }

  /** Lets as much time pass as the promise needs. */
  async untilSettled<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
    let result: PromiseSettledResult<T> | undefined;
    void Promise.allSettled([promise]).then(([settled]) => (result = settled));
    for (;;) {
      await settlePromises();
      if (result) return result;
      const next = this.#nextTimer();
      if (!next) throw new Error('The promise waits for something that is no timer');
      this.#fire(next);
    }
  }

  #nextTimer(): [number, Timer] | undefined {
    return [...this.#timers].sort(([, a], [, b]) => a.due - b.due)[0];
  }

  #fire([handle, { due, callback }]: [number, Timer]): void {
    this.#timers.delete(handle);
    this.#now = due;
    callback();
  }
}
