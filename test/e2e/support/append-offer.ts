import { expect, type Locator, type Page } from '@playwright/test';
import { Prompts } from './prompts.js';
import type { ShopPage } from './shop-page.js';

declare global {
  interface Window {
    /** Outcomes of the offers on the page and those before it. */
    offerEnded: (outcome: string) => Promise<void>;
  }
}

/** The offer of a passkey on the page behind the shop's login, as a person meets it. */
export class AppendOffer {
  readonly prompts: Prompts;
  /** What the page was told of, in order. */
  readonly outcomes: string[] = [];
  /** How many connect tokens the page asked the shop for to offer a passkey. */
  tokens = 0;

  constructor(
    readonly page: Page,
    private readonly shop: ShopPage,
  ) {
    this.prompts = new Prompts(page);
  }

  /** Before the page is opened. */
  async observe(): Promise<void> {
    await this.prompts.observe();
    await this.page.exposeBinding('offerEnded', (_source, outcome: string) => this.outcomes.push(outcome));
    await this.page.addInitScript(() => {
      document.addEventListener('cbo-append', (event) => {
        void window.offerEnded((event as Event & { readonly outcome: string }).outcome);
      });
    });
    this.page.on('request', (request) => {
      if (!request.url().endsWith('/shop/connect-token')) return;
      const { type } = request.postDataJSON() as { readonly type: string };
      // The list on the account page asks for tokens of its own.
      if (type === 'passkey-append') this.tokens += 1;
    });
  }

  get element(): Locator {
    return this.shop.element('connect-append');
  }

  screen(heading: string): Locator {
    return this.element.getByRole('heading', { name: heading, level: 2 });
  }

  button(name: string): Locator {
    return this.element.getByRole('button', { name, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  async expectOffer(heading = 'Sign in faster next time'): Promise<void> {
    await expect(this.screen(heading)).toBeVisible();
  }

  /** The shop goes on, and was told once how the offer ended. */
  async expectEnded(outcome: string): Promise<void> {
    await this.shop.expectSignedInAs();
    expect(this.outcomes).toEqual([outcome]);
  }

  /** Confirms what the last screen says and is led on. */
  async finish(heading: string, outcome = 'complete'): Promise<void> {
    await expect(this.screen(heading)).toBeVisible();
    await this.press('Continue');
    await this.expectEnded(outcome);
  }

  /** An account with a passkey on this device; the next offer counts from nothing. */
  async haveTaken(): Promise<void> {
    await this.shop.signUp();
    await this.press('Create passkey');
    await this.finish('Passkey created');
    await this.shop.signOut();
    this.outcomes.length = 0;
    this.tokens = 0;
    this.prompts.startCounting();
  }
}
