import { nextTask } from '../../support/next-task.js';

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

/** The timers and the monotonic clock of the page, standing still until the test lets time pass. */
export class PageTime {
  /** Time never goes back, not from one test to the next either. */
  static #latest = 0;
  #now = Math.max(performance.now(), PageTime.#latest);
  #handles = 1_000_000;
  readonly #timers = new Map<number, Timer>();
  readonly #setTimeout = globalThis.setTimeout;
  readonly #clearTimeout = globalThis.clearTimeout;

  constructor() {
    const set = (run: () => void, ms = 0): number => {
      this.#timers.set(++this.#handles, { due: this.#now + ms, run });
      return this.#handles;
    };
    const clear = (handle?: number): void => {
      if (handle === undefined || !this.#timers.delete(handle)) this.#clearTimeout.call(globalThis, handle);
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    Object.defineProperty(performance, 'now', { configurable: true, value: () => this.#now });
  }

  get pendingTimers(): number {
    return this.#timers.size;
  }

  /** Lets time pass, with whatever falls due in it. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await nextTask();
      const next = [...this.#timers].sort(([, a], [, b]) => a.due - b.due)[0];
      if (!next || next[1].due > end) break;
      const [handle, timer] = next;
      this.#timers.delete(handle);
      this.#now = Math.max(this.#now, timer.due);
      timer.run();
    }
    this.#now = end;
    await nextTask();
  }

  restore(): void {
    PageTime.#latest = this.#now;
    Object.assign(globalThis, { setTimeout: this.#setTimeout, clearTimeout: this.#clearTimeout });
    Reflect.deleteProperty(performance, 'now');
  }
}
