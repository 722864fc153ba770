import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.js';

const MARIA = 'maria@example.com';
const text = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

/** The pages of docs/own-blocks.md: with a module, and with classic scripts. */
const [withModule = '', importMap = '', withClassicScripts = ''] = [
  ...text('docs/own-blocks.md').matchAll(/^```html\n(.*?)^```$/gms),
].map(([, code]) => code);

/** Hashes by address, as the page of a site that serves the files under `/dist/cdn` gives them. */
const hashes = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(JSON.parse(text('dist/cdn/integrity.json')) as Record<string, string>).map(
      ([file, hash]) => [`/dist/cdn/${file}`, hash],
    ),
  );

/** Opens a page of the documentation as a reader would put it on their site: paths, hashes and project filled in. */
async function open(page: Page, documented: string, integrity = {}): Promise<string[]> {
  const html = documented
    .replaceAll('/cdn/', '/dist/cdn/')
    .replace(/src="([^"?]+)([^"]*)" integrity="sha384-…"/g, (_, file: string, query: string) => {
      return `src="${file}${query}" integrity="${hashes()[file] ?? 'unknown'}"`;
    })
    .replace('<script', `<script type="importmap">${JSON.stringify({ integrity })}</script><script`)
    .replace('project-id="pro-1234"', 'project-id="pro-1" frontend-api-url="/"')
    .replace('redirect-url="/account"', 'redirect-url="/account.html"');
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') loaded.push(new URL(request.url()).pathname);
  });
  await page.route('**/documented.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('/documented.html');
  return loaded;
}

test.beforeEach(({ owner }) =>
  owner.configure({
    ownBlock: 'terms-of-service',
    identifiers: { phone: { enabled: true, required: true } },
  }),
);

test.describe('The files for a CDN, on the pages of the documentation', () => {
  test('serve as a module whose every file is checked by its hash', async ({ auth, page }) => {
    const chunks = Object.fromEntries(Object.entries(hashes()).filter(([file]) => file.includes('/chunks/')));
    expect(importMap).toContain('"integrity"');
    await open(page, withModule, chunks);
    await auth.submitSignup({ Email: MARIA, 'Phone number': '+49 1512 3456789' });
    await auth.press('Create passkey');
    await auth.press('Accept and continue');
    await auth.expectSignedInAs(MARIA);
  });

  test('do not run as a module when a chunk is not what its hash says', async ({ page, watch }) => {
    const kit = Object.keys(hashes()).find((file) => file.includes('/chunks/kit-')) ?? '';
    watch.allowLogged(/integrity/);
    const refused = page.waitForEvent('console', (message) => message.text().includes('integrity'));
    await open(page, withModule, { [kit]: hashes()['/dist/cdn/phone.js'] });
    await refused;
    expect(await page.evaluate(() => customElements.get('auth-process'))).toBe(undefined);
  });

  test('serve as classic scripts, with a language and phone numbers', async ({ auth, page }) => {
    const loaded = await open(page, withClassicScripts);
    await auth.expectScreen('Erstelle dein Konto');
    await expect(auth.country(/^Land: /)).toBeVisible();
    await auth.field('E-Mail').fill(MARIA);
    await auth.field('Telefonnummer').fill('+49 1512 3456789');
    await auth.press('Weiter');
    await auth.press('Passkey erstellen');
    await auth.press('Accept and continue');
    expect(loaded.filter((file) => file.includes('/chunks/'))).toEqual([]);
    await auth.expectSignedInAs(MARIA);
  });

  test('are loaded once, whatever address the page knows the module by', async ({ auth, page }) => {
    const loaded = await open(page, withModule.replaceAll('corbado-elements.js', 'corbado-elements.js?v=2'));
    await auth.submitSignup({ Email: MARIA, 'Phone number': '+49 1512 3456789' });
    await auth.expectScreen('Create your passkey');
    const kit = loaded.filter((file) => /corbado-elements|\/kit-/.test(file));
    expect(kit.map((file) => file.replace(/kit-.+/, 'kit.js'))).toEqual([
      '/dist/cdn/corbado-elements.js',
      '/dist/cdn/chunks/kit.js',
    ]);
  });
});
