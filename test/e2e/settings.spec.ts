import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.js';
import { expect, test } from './support/fixtures.js';

type Settings = Readonly<Record<string, unknown>>;

async function settingsOf(page: Page): Promise<Settings> {
  return (await (await page.request.get('/local-api/settings')).json()) as Settings;
}

/** Names of all settings as dotted paths; a list is one setting, and so is a map that begins empty. */
function pathsIn(settings: Settings, prefix = ''): string[] {
  return Object.entries(settings).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
      ? pathsIn(value as Settings, `${prefix}${name}.`)
      : [`${prefix}${name}`],
  );
}

/** The values that the API allows, as it lists them when it refuses one; the empty one stands for null. */
async function allowedValues(page: Page, path: string): Promise<string[]> {
  const [outer = '', inner] = path.split('.');
  const data = { [outer]: inner === undefined ? '?' : { [inner]: '?' } };
  const answer = await page.request.patch('/local-api/settings', { data });
  const { error } = (await answer.json()) as { error: { validation: { message: string }[] } };
  const message = error.validation[0]?.message ?? '';
  const listed = inner === undefined ? /^must be (?:one of )?(.*)$/ : new RegExp(`${inner} \\((.*?)\\)`);
  const [, list = ''] = listed.exec(message) ?? [];
  return list.split(/, | or /).map((value) => (value === 'null' ? '' : value));
}

test.beforeEach(async ({ page }) => {
  await page.goto('/settings.html');
  await expect(page.getByLabel('Name', { exact: true })).not.toBeEmpty();
});

const save = (page: Page) => page.getByRole('button', { name: 'Save settings' }).click();

test.describe('The settings page', () => {
  test('has a control for each setting of the local API, and no other', async ({ page }) => {
    const names = await page
      .locator('#settings [name]')
      .evaluateAll((controls) => controls.map((control) => control.getAttribute('name') ?? ''));
    expect(names.sort()).toEqual(pathsIn(await settingsOf(page)).sort());
  });

  test('offers each value that the local API allows, and no other', async ({ page }) => {
    for (const select of await page.locator('#settings select').all()) {
      const path = (await select.getAttribute('name')) ?? '';
      const offered = await select
        .locator('option')
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
      expect(offered.sort(), path).toEqual((await allowedValues(page, path)).sort());
    }
  });

  test('shows what is set, and saves nothing else', async ({ page }) => {
    const before = await settingsOf(page);
    await save(page);
    await expect(page.getByText('Saved.')).toBeVisible();
    expect(await settingsOf(page)).toEqual(before);
  });

  test('reaches every kind of setting', async ({ page }) => {
    await page.getByRole('checkbox', { name: 'Phone number', exact: true }).check();
    await page.getByRole('checkbox', { name: 'Username is required' }).check();
    await page.getByRole('checkbox', { name: 'Anybody may create an account' }).uncheck();
    await page.getByRole('checkbox', { name: 'A code or link may stand in' }).check();
    await page.getByRole('checkbox', { name: 'Mask identifiers' }).uncheck();
    await page.getByLabel('Verification').selectOption('At first sign-in');
    await page.getByLabel('Email is proved by').selectOption('A link');
    await page.getByLabel('Block of the project’s own').selectOption('Terms of service');
    await page.getByLabel('Providers').fill('github, google');
    await page.getByLabel('Order').fill('phone, email, username');
    await page.getByLabel('Allowed origins').fill('http://localhost:3000\nhttps://shop.example');
    await page.getByLabel('Relying party ID').fill('localhost');
    await page.getByLabel('Codes and links an hour').fill('7');
    await page.getByLabel('Invitations').fill('inv-1\ninv-2');
    await page.getByLabel('Rules for identifiers').fill('refuse eve@example.com\nallow *@example.com');
    await page.getByLabel('Flags').fill('event-low=true');
    await save(page);
    await expect(page.getByText('Saved.')).toBeVisible();
    expect(await settingsOf(page)).toMatchObject({
      identifiers: { phone: { enabled: true }, username: { enabled: false, required: true } },
      publicSignup: false,
      codeFallback: true,
      obfuscate: false,
      verification: 'at-login',
      verificationMethods: { email: 'email-link', phone: 'phone-otp' },
      ownBlock: 'terms-of-service',
      socialProviders: ['github', 'google'],
      identifierOrder: ['phone', 'email', 'username'],
      allowedOrigins: ['http://localhost:3000', 'https://shop.example'],
      rpId: 'localhost',
      codesPerHour: 7,
      connectInvitationTokens: ['inv-1', 'inv-2'],
      connectIdentifierRules: [
        { pattern: 'eve@example.com', allowed: false },
        { pattern: '*@example.com', allowed: true },
      ],
      connectFlags: { 'event-low': 'true' },
    });
    await page.reload();
    await expect(page.getByLabel('Providers')).toHaveValue('github, google');
  });

  test('says beside each field what cannot be', async ({ page, watch }) => {
    watch.allowFailedRequests(400);
    const before = await settingsOf(page);
    await page.getByLabel('Providers').fill('google, myspace');
    await page.getByLabel('Pause before another, seconds').fill('-1');
    await save(page);
    const providers = page.getByLabel('Providers');
    await expect(providers).toHaveAccessibleDescription(/must be a list of google, microsoft, github/);
    await expect(providers).toBeFocused();
    await expect(page.getByLabel('Pause before another, seconds')).toHaveAccessibleDescription(
      /must be a whole number from 0 to 3600/,
    );
    await expectAccessible(page);
    expect(await settingsOf(page)).toEqual(before);
  });

  test('says in its group what is wrong with several fields together', async ({ page, watch }) => {
    watch.allowFailedRequests(400);
    await page.getByRole('checkbox', { name: 'Email', exact: true }).uncheck();
    await save(page);
    const group = page.getByRole('group', { name: 'Identifiers' });
    await expect(group.getByText('They must have at least one enabled.')).toBeVisible();
    const email = page.getByRole('checkbox', { name: 'Email', exact: true });
    await expect(email).toHaveAccessibleDescription('They must have at least one enabled.');
    await expect(email).toBeFocused();
    await email.check();
    await save(page);
    await expect(page.getByText('Saved.')).toBeVisible();
    await expect(group.getByText('They must have at least one enabled.')).toBeHidden();
  });
});
