/**
 * Draws the pictures of docs/blocks.md: for each block it describes, the first story of the built catalogue, in light
 * colours, at one width. The headless shell spaces letters by whole pixels, so name a Chromium with a window:
 * `CHROME_PATH=/usr/bin/chromium npm run pictures`
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumArgs, ensureBrowser } from './browsers.mjs';
import { hasFinished, openCatalogue } from './catalogue.mjs';

const LOOK = { theme: 'light', dir: 'ltr', locale: 'en' };
const VIEWPORT = { width: 432, height: 800 };

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs/images/blocks');

/** `client:error` is the story "Blocks/Client states/error", `login-init` one of "Blocks/…/login-init". */
function isStoryOf(block, title) {
  const [room, group, name] = title.split('/');
  const prefix = group === 'Client states' ? 'client:' : '';
  return room === 'Blocks' && `${prefix}${name}` === block;
}

const described = readFileSync(join(root, 'docs/blocks.md'), 'utf8');
const blocks = [...described.matchAll(/^### `(.+)`$/gm)].map(([, block]) => block);

const catalogue = await openCatalogue();
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: chromiumArgs });
const context = await browser.newContext({
  viewport: VIEWPORT,
  colorScheme: 'light',
  reducedMotion: 'reduce',
});

for (const block of blocks) {
  const story = catalogue.stories.find(({ title }) => isStoryOf(block, title));
  if (!story) {
    console.error(`The catalogue has no story of ${block}.`);
    process.exitCode = 1;
    continue;
  }
  const page = await context.newPage();
  await page.goto(catalogue.addressOf(story.id, LOOK));
  await page.waitForFunction(hasFinished, story.id);
  const path = join(folder, `${block.replace(':', '-')}.png`);
  await page.screenshot({ path, fullPage: true, animations: 'disabled', clip: await cardIn(page) });
  await page.close();
}

await browser.close();
catalogue.close();
console.log(`${blocks.length} blocks`);

/** The element with a margin on all sides. */
async function cardIn(page) {
  const { y, height } = await page.locator('auth-process').boundingBox();
  return { x: 0, y: Math.max(0, y - 16), width: VIEWPORT.width, height: height + 32 };
}
