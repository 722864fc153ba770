/** A public event that the page may hold what follows with. */
export abstract class WaitingEvent extends Event {
  readonly #waits: Promise<unknown>[] = [];

  /** Holds what follows (`complete-url`, `redirect-url`, the end of the screen) until the promise settles; a rejection is handled as the element says. */
  waitUntil(promise: Promise<unknown>): void {
    this.#waits.push(promise);
  }

  /** Whether the page waits for anything. @internal */
  get isAwaited(): boolean {
    return this.#waits.length > 0;
  }

  /** Settles when everything the page waits for has. @internal */
  async settled(): Promise<void> {
    await Promise.all(this.#waits);
  }
}
