import { expect, type Locator, type Page } from '@playwright/test';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const ADA: Person = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'correct horse' };

/** Where a login leads: to the offer of a passkey, and without one on to the account. */
export const AFTER_LOGIN = /\/shop\/(welcome|account)$/;

/** The demo shop as a person meets it. */
export class ShopPage {
  constructor(readonly page: Page) {}

  /** One of the kit's elements. */
  element(
    tag: 'connect-login' | 'connect-append' | 'connect-second-factor' | 'connect-passkey-list',
  ): Locator {
    return this.page.locator(tag);
  }

  /** The shop's own form. */
  get passwordForm(): Locator {
    return this.page.locator('form.card');
  }

  async signUp({ name, email, password } = ADA): Promise<void> {
    await this.page.goto('/shop/sign-up');
    await this.page.getByLabel('Name').fill(name);
    await this.page.getByLabel('Email').fill(email);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Create account' }).click();
    await expect(this.page).toHaveURL(AFTER_LOGIN);
  }

  /** Goes to a page after a login. One that had no passkey to offer is on its way to the account, and may cut this off or take its place. */
  async open(path: string, leadsTo = path): Promise<void> {
    await expect(async () => {
      await this.page.goto(path);
      expect(new URL(this.page.url()).pathname).toBe(leadsTo);
    }).toPass();
  }

  async signOut(scripts: 'with-scripts' | 'without-scripts' = 'with-scripts'): Promise<void> {
    await this.open('/shop/account');
    if (scripts === 'with-scripts') await this.expectListLoaded();
    await this.page.getByRole('button', { name: 'Sign out' }).click();
    await expect(this.page).toHaveURL('/shop/login');
  }

  /** The list of passkeys on the account page asks for nothing any more that only somebody signed in gets. */
  async expectListLoaded(): Promise<void> {
    await expect(this.element('connect-passkey-list').getByRole('heading').first()).toBeVisible();
  }

  /** By the shop's own form, which must be there. */
  async signInWithPassword({ email, password } = ADA): Promise<void> {
    const form = this.passwordForm;
    await form.getByLabel('Email').fill(email);
    await form.getByLabel('Password').fill(password);
    await form.getByRole('button', { name: 'Sign in' }).click();
  }

  /** Accepts the offer after the login, and goes on to the account. */
  async createPasskey(): Promise<void> {
    const append = this.element('connect-append');
    await append.getByRole('button', { name: 'Create passkey' }).click();
    await append.getByRole('button', { name: 'Continue' }).click();
    await expect(this.page).toHaveURL('/shop/account');
  }

  /** The one press of somebody whom the login remembers. */
  async continueWithPasskey(): Promise<void> {
    await this.element('connect-login').getByRole('button', { name: 'Continue with your passkey' }).click();
  }

  async expectSignedInAs({ email } = ADA): Promise<void> {
    await expect(this.page).toHaveURL('/shop/account');
    await expect(this.page.getByText(`Signed in as ${email}`)).toBeVisible();
  }

  async expectHeading(heading: string | RegExp, level = 2): Promise<void> {
    await expect(this.page.getByRole('heading', { name: heading, level })).toBeVisible();
  }
}
