import type { BrowserContext, Page, Request, Route } from '@playwright/test';

/** A request of the kit that waits until the walk lets it go. */
export interface Held {
  readonly taken: boolean;
  release(end: 'arrives' | 'is-lost'): void;
}

/** Requests of all pages of a browser: which are under way, and one that can be held. */
export class Traffic {
  readonly #underWay = new Map<Page, Set<Request>>();
  #hold: ((route: Route) => Promise<void>) | undefined;

  /** @param calls paths of what can be held */
  static async watch(context: BrowserContext, calls: RegExp): Promise<Traffic> {
    const traffic = new Traffic();
    context.on('page', (page) => traffic.#watch(page));
    await context.route(
      ({ pathname }) => calls.test(pathname),
      (route) => traffic.#serve(route).catch(() => undefined),
    );
    return traffic;
  }

  /** Requests that a page waits for. */
  underWay(page: Page): number {
    return this.#underWay.get(page)?.size ?? 0;
  }

  /** Whether a page is about to be left: another one was asked for. */
  isLeaving(page: Page): boolean {
    const requests = [...(this.#underWay.get(page) ?? [])];
    return requests.some((request) => request.isNavigationRequest() && request.frame() === page.mainFrame());
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
    return this.#hold ? this.#hold(route) : route.continue();
  }

  #watch(page: Page): void {
    const requests = new Set<Request>();
    this.#underWay.set(page, requests);
    page.on('request', (request) => requests.add(request));
    page.on('requestfinished', (request) => requests.delete(request));
    page.on('requestfailed', (request) => requests.delete(request));
    page.on('framenavigated', (frame) => frame === page.mainFrame() && requests.clear());
  }
}
