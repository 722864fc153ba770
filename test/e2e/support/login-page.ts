import { expect, type Page } from '@playwright/test';
import { Prompts } from './prompts.js';
import type { ShopPage } from './shop-page.js';

/** The login of the shop, as a person meets it and as its page hears of it. */
export class LoginPage {
  readonly prompts: Prompts;
  /** Codes of the hand-overs to the password form, in order. */
  readonly fallbacks: string[] = [];
  /** Requests to the Frontend API for a login, in order. */
  readonly requests: string[] = [];

  constructor(
    readonly page: Page,
    readonly shop: ShopPage,
  ) {
    this.prompts = new Prompts(page);
  }

  /** Before the page is opened. */
  async observe(): Promise<void> {
    await this.prompts.observe();
    await this.page.exposeBinding('fellBack', (_source, code: string) => this.fallbacks.push(code));
    await this.page.addInitScript(() => {
      document.addEventListener('cbo-fallback', (event) => {
        const { code } = event as Event & { readonly code: string };
        void (globalThis as unknown as { fellBack: (code: string) => Promise<void> }).fellBack(code);
      });
    });
    this.page.on('request', (request) => {
      const [, name] =
        /\/v2\/connect\/(login\/\w+|process\/clear)$/.exec(new URL(request.url()).pathname) ?? [];
      if (name) this.requests.push(name);
    });
  }

  /** Ada has an account with a passkey on this device, and is signed out. */
  async haveAccount(): Promise<void> {
    await this.shop.signUp();
    await this.shop.createPasskey();
    await this.shop.signOut();
    await expect(this.button('Continue with your passkey')).toBeVisible();
    this.startCounting();
  }

  /** The same, as somebody whom this browser does not remember. */
  async haveForgottenAccount(): Promise<void> {
    await this.haveAccount();
    await this.button('Use another account').click();
    await expect(this.field).toBeVisible();
    this.startCounting();
  }

  startCounting(): void {
    this.fallbacks.length = 0;
    this.requests.length = 0;
    this.prompts.startCounting();
  }

  get element() {
    return this.shop.element('connect-login');
  }

  get field() {
    return this.element.getByRole('textbox', { name: 'Email' });
  }

  button(name: string) {
    return this.element.getByRole('button', { name });
  }

  async open(): Promise<void> {
    await this.page.goto('/shop/login');
  }

  async name(email: string): Promise<void> {
    await this.field.fill(email);
    await this.page.keyboard.press('Enter');
  }

  /** Waits for the prompt and closes it. */
  async closePrompt(times: number): Promise<void> {
    await expect.poll(() => this.prompts.opened('get')).toBe(times);
    await this.prompts.dismiss();
  }

  /** The password form is there, with the address filled in; the element shows nothing. */
  async expectPasswordForm(email: string, code: string): Promise<void> {
    await expect(this.shop.passwordForm.getByLabel('Email')).toHaveValue(email);
    await expect(this.element.getByRole('heading')).toHaveCount(0);
    await expect.poll(() => this.fallbacks).toEqual([code]);
  }
}
