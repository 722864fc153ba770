import type { ReactiveController, ReactiveControllerHost } from 'lit';

const SECOND_MS = 1_000;

/** Counts down to the moment something may be done again, by a clock that no change of the wall clock moves. */
export class Countdown implements ReactiveController {
  /** What the present count is about, for who has to tell one from the next. */
  reason: unknown;
  #until = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Whole seconds left, 0 when it is over. */
  get seconds(): number {
    return Math.max(0, Math.ceil((this.#until - performance.now()) / SECOND_MS));
  }

  start(ms: number, reason?: unknown): void {
    this.reason = reason;
    this.#until = performance.now() + ms;
    this.#run();
  }

  hostConnected(): void {
    this.#run();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #run(): void {
    clearTimeout(this.#timer);
    const left = this.#until - performance.now();
    if (left <= 0) return;
    this.#timer = setTimeout(
      () => {
        this.host.requestUpdate();
        this.#run();
      },
      left % SECOND_MS || SECOND_MS,
    );
  }
}

/** `0:24`, `2:05`. */
export function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
