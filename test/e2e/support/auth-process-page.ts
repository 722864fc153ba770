import { expect, type Locator, type Page } from '@playwright/test';
import type { ProcessInitReq } from '../../../src/api/types.js';
import { Prompts } from './prompts.js';
import type { ProviderPage } from './provider-page.js';
import type { VirtualAuthenticator } from './virtual-authenticator.js';

/** Switches of the demo's sign-in page. */
export interface Variant {
  readonly root?: 'light' | 'shadow';
  readonly theme?: 'light' | 'dark';
  readonly locale?: string;
  readonly dir?: 'rtl';
  readonly initial?: 'login-init' | 'signup-init';
  readonly elements?: 2;
}

/** The sign-in page as a person meets it: screens by their heading, controls by role and name. */
export class AuthProcessPage {
  readonly prompts: Prompts;

  constructor(
    readonly page: Page,
    private readonly authenticator: VirtualAuthenticator,
    /** Everything is looked for in this element. */
    private readonly scope: Locator = page.locator('auth-process').first(),
    prompts = new Prompts(page),
  ) {
    this.prompts = prompts;
  }

  /** One of several elements on the page. */
  element(index: number): AuthProcessPage {
    const scope = this.page.locator('auth-process').nth(index);
    return new AuthProcessPage(this.page, this.authenticator, scope, this.prompts);
  }

  async open(variant: Variant = {}, hash = ''): Promise<void> {
    const query = new URLSearchParams(Object.entries(variant).map(([name, value]) => [name, String(value)]));
    const search = query.size > 0 ? `?${query.toString()}` : '';
    await this.page.goto(`/complete.html${search}${hash}`);
  }

  /** Opens the page, again if need be, until the server has heard of the device: a busy machine may be slower to tell than the kit waits. */
  async openOnKnownDevice(): Promise<void> {
    for (;;) {
      const init = this.page.waitForRequest('**/v2/auth/process/init');
      await this.open();
      const { clientInformation } = (await init).postDataJSON() as ProcessInitReq;
      if (clientInformation.isUserVerifyingPlatformAuthenticatorAvailable !== undefined) return;
      await this.expectScreen('Create your account');
      await this.page.evaluate(() => localStorage.clear());
    }
  }

  /** Opens the sign-in page for somebody who lets the autofill list be. */
  async openSignIn(variant: Variant = {}): Promise<void> {
    await this.authenticator.ownerIsAway();
    await this.open({ initial: 'login-init', ...variant });
    await this.expectScreen('Welcome back');
  }

  /** From now on the person agrees to every prompt, but picks nothing from the autofill list that waits now. */
  async agreeToPrompts(): Promise<void> {
    // The card of the last identifier has no field, so nothing waits beside it.
    if ((await this.scope.getByRole('textbox').count()) > 0) await this.autofillIsArmed();
    await this.authenticator.ownerAgrees();
  }

  /** To the page no time passes any more: what the device refuses was refused at once, however slow the machine is. */
  async stopTime(): Promise<void> {
    const stop = () => {
      const stopped = performance.now();
      performance.now = () => stopped;
    };
    await this.page.addInitScript(stop);
    await this.page.evaluate(stop);
  }

  async autofillIsArmed(): Promise<void> {
    await expect.poll(() => this.prompts.autofillPending()).toBe(true);
  }

  /** Waits for the prompt and closes it. */
  async closePrompt(kind: 'get' | 'create', times = 1): Promise<void> {
    await expect.poll(() => this.prompts.opened(kind)).toBe(times);
    await this.prompts.dismiss();
  }

  /** To the browser, looking at a page by automation is a gesture; a page that was only loaded has seen none. */
  async reloadWithoutGesture(): Promise<void> {
    await this.page.addInitScript(() => {
      Object.defineProperty(navigator, 'userActivation', {
        value: { isActive: false, hasBeenActive: false },
      });
    });
    await this.page.reload();
  }

  /** Nothing listens at the address of the Frontend API. */
  async serverGoesDown(): Promise<void> {
    await this.page.route('**/v2/**', (route) => route.abort('connectionrefused'));
  }

  async serverIsBack(): Promise<void> {
    await this.page.unroute('**/v2/**');
  }

  /** The server does what it is asked once more, but its answer never arrives. */
  async loseAnswer(path: string): Promise<void> {
    await this.page.route(
      `**/v2/auth/${path}`,
      async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
  }

  screen(heading: string | RegExp): Locator {
    return this.scope.getByRole('heading', { name: heading, level: 2 });
  }

  async expectScreen(heading: string | RegExp): Promise<void> {
    await expect(this.screen(heading)).toBeVisible();
  }

  field(name: string): Locator {
    return this.scope.getByRole('textbox', { name, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.scope.getByRole('button', { name, exact: true });
  }

  text(text: string | RegExp): Locator {
    return this.scope.getByText(text);
  }

  get lastIdentifierCard(): Locator {
    return this.scope.getByRole('button', { name: /^Continue with your passkey/ });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  /** Fills the sign-up form and sends it. */
  async submitSignup(fields: Readonly<Record<string, string>>): Promise<void> {
    await this.expectScreen('Create your account');
    for (const [name, value] of Object.entries(fields)) await this.field(name).fill(value);
    await this.press('Continue');
  }

  async submitIdentifier(identifier: string, label = 'Email'): Promise<void> {
    await this.field(label).fill(identifier);
    await this.press('Continue');
  }

  /** A whole sign-up with a passkey, up to the account page. */
  async signUp(email: string): Promise<void> {
    await this.submitSignup({ Email: email });
    await this.press('Create passkey');
    await this.expectSignedInAs(email);
  }

  async expectSignedInAs(identifier: string): Promise<void> {
    await expect(this.page).toHaveURL(/\/account\.html$/);
    await expect(this.page.getByText(`Signed in as ${identifier}.`)).toBeVisible();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign out' }).click();
    await expect(this.page).toHaveURL(/\/complete\.html/);
  }

  /** An account with a passkey of this device exists and is remembered here; nobody is signed in. */
  async haveAccount(email: string): Promise<void> {
    await this.open({ initial: 'signup-init' });
    await this.signUp(email);
    await this.page.context().clearCookies();
    this.prompts.startCounting();
  }

  /** What this browser remembered is gone; passkeys are not. */
  async forgetEverything(): Promise<void> {
    await this.page.evaluate(() => localStorage.clear());
  }

  /** The screen that waits for a code or link, which says where it was sent. */
  async expectSentTo(shown: string, heading = 'Check your email'): Promise<void> {
    await this.expectScreen(heading);
    await expect(this.text(shown)).toBeVisible();
  }

  /** Types a code and sends it. */
  async enterCode(code: string): Promise<void> {
    await this.field('Code').pressSequentially(code);
    await this.press('Verify');
  }

  /** Pastes into a field, as from another app. */
  async paste(field: string, text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.field(field).press('ControlOrMeta+V');
  }

  /** Fills a field as the autofill of a browser does, in one go and without a key. */
  async autofill(field: string, text: string): Promise<void> {
    await this.field(field).evaluate((input: HTMLInputElement, value) => {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
  }

  /** The form of another account than the one this browser remembers. Nobody picks from the autofill list. */
  async switchAccount(): Promise<void> {
    await this.press('Use another account');
    await expect(this.scope.getByRole('textbox')).toBeVisible();
    await this.agreeToPrompts();
  }

  /** Signs out of an account that this browser does not remember and goes to the sign-in form. */
  async signOutToSignIn(): Promise<void> {
    await this.signOut();
    await this.press('Sign in');
    await this.expectScreen('Welcome back');
  }

  /** The button beside a phone number that names its country. */
  country(name: string | RegExp = /^Country: /): Locator {
    return this.scope.getByRole('button', { name, exact: true });
  }

  combobox(name: string): Locator {
    return this.scope.getByRole('combobox', { name, exact: true });
  }

  /** Sends the person to a provider. */
  async chooseProvider(provider: string): Promise<void> {
    await this.press(`Continue with ${provider}`);
  }

  /** An account of Ada's, made with Google, exists and is remembered here; nobody is signed in. */
  async haveSocialAccount(provider: ProviderPage): Promise<void> {
    await this.open({ initial: 'signup-init' });
    await this.chooseProvider('Google');
    await provider.agreeAs('Ada Lovelace');
    await this.press('Create passkey');
    await this.expectSignedInAs('ada@example.com');
    await this.page.context().clearCookies();
    this.prompts.startCounting();
  }

  /** A first visit again without loading the page: a new element, and a browser that remembers nothing. */
  async reopen(): Promise<void> {
    await this.page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
      history.replaceState(null, '', location.pathname);
      const element = document.querySelector('auth-process');
      element?.replaceWith(element.cloneNode());
    });
  }
}
