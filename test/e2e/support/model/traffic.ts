import type { BrowserContext, Page, Route } from '@playwright/test';

/** A request of the kit that waits until the walk lets it go. */
export interface Held {
  readonly taken: boolean;
  release(end: 'arrives' | 'is-lost'): void;
}

/** Requests of all pages of a browser: which are under way, and one that can be held. */
export class Traffic {
  readonly #underWay = new Map<Page, Set<unknown>>();
  #hold: ((route: Route) => Promise<void>) | undefined;

  static async watch(context: BrowserContext): Promise<Traffic> {
    const traffic = new Traffic();
    context.on('page', (page) => traffic.#watch(page));
    await context.route('**/v2/**', (route) => traffic.#serve(route).catch(() => undefined));
    return traffic;
  }

  /** Requests that a page waits for. */
  underWay(page: Page): number {
    return this.#underWay.get(page)?.size ?? 0;
  }

  /** Holds the next call of an operation on its way there, or on its way back. */
  hold(on: 'request' | 'answer'): Held {
    let release: (end: 'arrives' | 'is-lost') => void = () => undefined;
    const released = new Promise<'arrives' | 'is-lost'>((resolve) => (release = resolve));
    const held = {
      taken: false,
      release: (end: 'arrives' | 'is-lost') => {
        this.#hold = undefined;
        release(end);
      },
    };
    this.#hold = async (route) => {
      this.#hold = undefined;
      held.taken = true;
      const response = on === 'answer' ? await route.fetch() : undefined;
      if ((await released) === 'is-lost') await route.abort('connectionreset');
      else if (response) await route.fulfill({ response });
      else await route.continue();
    };
    return held;
  }

  #serve(route: Route): Promise<void> {
    const { pathname } = new URL(route.request().url());
    // Nobody waits for these.
    const beside = pathname.endsWith('/events') || pathname.endsWith('/status');
    return this.#hold && !beside ? this.#hold(route) : route.continue();
  }

  #watch(page: Page): void {
    const requests = new Set<unknown>();
    this.#underWay.set(page, requests);
    page.on('request', (request) => requests.add(request));
    page.on('requestfinished', (request) => requests.delete(request));
    page.on('requestfailed', (request) => requests.delete(request));
    page.on('framenavigated', (frame) => frame === page.mainFrame() && requests.clear());
  }
}
