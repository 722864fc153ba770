import type { Clock } from '../../src/webauthn/clock.js';
import { nextTask } from './next-task.js';

interface Timer {
  due: number;
  fire(): void;
}

/** A clock that moves only when the test says so. */
export class ManualClock implements Clock {
  #now = 0;
  #timers = new Set<Timer>();

  /** Somebody waits for time to pass. */
  get awaited(): boolean {
    return this.#timers.size > 0;
  }

  now(): number {
    return this.#now;
  }

  delay(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const fire = () => {
        this.#timers.delete(timer);
        resolve();
      };
      const timer = { due: this.#now + ms, fire };
      this.#timers.add(timer);
      if (signal?.aborted) fire();
      signal?.addEventListener('abort', fire, { once: true });
    });
  }

  /** Moves on, fires what is due in order of time, and lets the page react. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await nextTask();
    for (;;) {
      const [timer] = [...this.#timers].sort((a, b) => a.due - b.due);
      if (!timer || timer.due > end) break;
      this.#now = timer.due;
      timer.fire();
      await nextTask();
    }
    this.#now = end;
    await nextTask();
  }
}
