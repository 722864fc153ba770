import { expect, type BrowserContext } from '@playwright/test';

/** Everything a page must never do: log an error, throw, or break the Content Security Policy. */
export class PageWatch {
  readonly #complaints: string[] = [];
  readonly #allowed: RegExp[] = [];

  static async start(context: BrowserContext): Promise<PageWatch> {
    const watch = new PageWatch();
    context.on('console', (message) => {
      if (message.type() === 'error') watch.#complaints.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => watch.#complaints.push(`uncaught: ${String(error.error())}`));
    await context.exposeBinding('reportViolation', (_source, violation: string) => {
      watch.#complaints.push(`policy: ${violation}`);
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        const { reportViolation } = globalThis as unknown as { reportViolation: (text: string) => void };
        reportViolation(`${violatedDirective} ${blockedURI}`);
      });
    });
    return watch;
  }

  /** Lines the browser itself writes about answers that are no success. */
  allowFailedRequests(...what: readonly (number | 'network')[]): void {
    for (const reason of what) {
      const text = reason === 'network' ? 'net::ERR_' : `the server responded with a status of ${reason}`;
      this.#allowed.push(new RegExp(`^console: Failed to load resource: ${text}`));
    }
  }

  /** A line that the kit writes for the page's developer. */
  allowLogged(line: RegExp): void {
    this.#allowed.push(new RegExp(`^console: .*${line.source}`));
  }

  /** What was written so far and was not allowed. */
  get unexpected(): readonly string[] {
    return this.#complaints.filter((line) => !this.#allowed.some((allowed) => allowed.test(line)));
  }

  expectSilence(): void {
    expect(this.unexpected, 'errors and policy violations of the page').toEqual([]);
  }
}
