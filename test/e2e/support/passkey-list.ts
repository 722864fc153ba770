import { expect, type Locator, type Page } from '@playwright/test';
import { Prompts } from './prompts.js';
import type { ShopPage } from './shop-page.js';

interface TellsTheTest {
  /** Tells the test what the list told the page. */
  passkeyListTold: (event: string, remaining: number | null) => Promise<void>;
  /** Tells the test what the list told the password managers. */
  passkeyListSignalled: (method: string, credentialIds: readonly string[]) => Promise<void>;
}

const EVENTS = [
  'cbo-passkey-append',
  'cbo-passkey-delete-start',
  'cbo-passkey-delete-cancel',
  'cbo-passkey-delete-success',
  'cbo-passkey-delete-error',
] as const;

/** The passkeys on the shop's account page, as a person meets them. */
export class PasskeyListPage {
  readonly prompts: Prompts;
  /** What the page was told of, in order; with how many passkeys are left, where that is said. */
  readonly events: string[] = [];
  /** What password managers were told, in order. */
  readonly signals: { readonly method: string; readonly credentialIds: readonly string[] }[] = [];
  /** Types of the connect tokens the page asked the shop for, in order. */
  readonly tokens: string[] = [];
  /** Types of what was reported to the Frontend API, in order. */
  readonly reported: string[] = [];

  constructor(
    readonly page: Page,
    private readonly shop: ShopPage,
  ) {
    this.prompts = new Prompts(page);
  }

  /** Before the page is opened. */
  async observe(): Promise<void> {
    await this.prompts.observe();
    await this.page.exposeBinding('passkeyListTold', (_source, event: string, remaining: number | null) =>
      this.events.push(remaining === null ? event : `${event} ${remaining}`),
    );
    await this.page.exposeBinding(
      'passkeyListSignalled',
      (_source, method: string, credentialIds: readonly string[]) =>
        this.signals.push({ method, credentialIds }),
    );
    await this.page.addInitScript((events) => {
      const test = globalThis as unknown as TellsTheTest;
      for (const name of events)
        document.addEventListener(name, (event) => {
          const { remainingPasskeys } = event as Event & { readonly remainingPasskeys?: number };
          void test.passkeyListTold(name, remainingPasskeys ?? null);
        });
      const credential = (globalThis as { PublicKeyCredential?: object }).PublicKeyCredential;
      if (!credential) return;
      Object.assign(credential, {
        signalAllAcceptedCredentials: ({
          allAcceptedCredentialIds,
        }: {
          allAcceptedCredentialIds: string[];
        }) => test.passkeyListSignalled('all-accepted', allAcceptedCredentialIds),
        signalUnknownCredential: ({ credentialId }: { credentialId: string }) =>
          test.passkeyListSignalled('unknown', [credentialId]),
      });
    }, EVENTS);
    this.page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      // The offer after the sign-up may still be asking for a token of its own.
      if (request.method() !== 'POST' || !request.frame().url().endsWith('/shop/account')) return;
      if (pathname === '/shop/connect-token') this.tokens.push(String(typed(request.postDataJSON()).type));
      if (pathname === '/v2/connect/events')
        this.reported.push(String(typed(request.postDataJSON()).eventType));
    });
  }

  /** Signs up and opens the account page, with no passkey yet. */
  async open(): Promise<void> {
    await this.shop.signUp();
    await this.page.goto('/shop/account');
    await this.expectLoaded();
  }

  /** The same with one passkey, made from the list; events and signals count from there. */
  async openWithPasskey(): Promise<void> {
    await this.open();
    await this.add();
    await expect(this.rows).toHaveCount(1);
    await expect.poll(() => this.events).toEqual(['cbo-passkey-append']);
    this.startCounting();
  }

  startCounting(): void {
    for (const list of [this.events, this.signals, this.tokens, this.reported]) list.length = 0;
    this.prompts.startCounting();
  }

  get element(): Locator {
    return this.shop.element('connect-passkey-list');
  }

  get heading(): Locator {
    return this.element.getByRole('heading', { name: 'Your passkeys' });
  }

  get rows(): Locator {
    return this.element.getByRole('listitem');
  }

  get dialog(): Locator {
    return this.element.getByRole('dialog');
  }

  button(name: string | RegExp): Locator {
    return this.element.getByRole('button', { name, exact: true });
  }

  get addButton(): Locator {
    return this.button('Add a passkey');
  }

  /** The button that asks whether a passkey is to be deleted, by its place in the list. */
  deleteButton(index = 0): Locator {
    return this.rows.nth(index).getByRole('button', { name: /^Delete / });
  }

  inDialog(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  async add(): Promise<void> {
    await this.addButton.click();
  }

  /** The list has come, with or without passkeys. */
  async expectLoaded(): Promise<void> {
    await expect(this.heading).toBeVisible();
    await expect(this.element.locator('[aria-busy="true"]')).toHaveCount(0);
  }
}

function typed(body: unknown): { readonly type?: unknown; readonly eventType?: unknown } {
  return body as { readonly type?: unknown; readonly eventType?: unknown };
}
