import { expect, type Page } from '@playwright/test';

/** The page of a provider, as the local API plays it. */
export class ProviderPage {
  constructor(private readonly page: Page) {}

  async expectOpen(provider: string): Promise<void> {
    await expect(this.page).toHaveTitle(`Sign in with ${provider}`);
  }

  /** Agrees with one of the accounts at hand. */
  async agreeAs(name: 'Ada Lovelace' | 'Grace Hopper'): Promise<void> {
    await this.page.getByRole('radio', { name }).check();
    await this.page.getByRole('button', { name: 'Continue' }).click();
  }

  /** Agrees with an account of the person's own. */
  async agreeWith(email: string, name: string): Promise<void> {
    await this.page.getByRole('radio', { name: 'Another account' }).check();
    await this.page.getByLabel('E-mail address').fill(email);
    await this.page.getByLabel('Full name').fill(name);
    await this.page.getByRole('button', { name: 'Continue' }).click();
  }

  async cancel(): Promise<void> {
    await this.page.getByRole('button', { name: 'Cancel' }).click();
  }

  /** The provider sends the person back with an error of its own (RFC 6749, 4.1.2.1). */
  async fail(): Promise<void> {
    const asked = new URL(this.page.url()).searchParams;
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.search = new URLSearchParams({ error: 'server_error', state: asked.get('state') ?? '' }).toString();
    await this.page.goto(back.href);
  }
}
