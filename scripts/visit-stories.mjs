/**
 * Opens every story of the built catalogue in Chromium and fails on accessibility findings, failing play functions,
 * exceptions and console messages.
 *
 *   node scripts/visit-stories.mjs [--filter text] [--theme light|dark] [--dir ltr|rtl] [--locale en|de]
 *                                  [--width pixels] [--screenshots folder]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumArgs, ensureBrowser } from './browsers.mjs';
import { hasFinished, openCatalogue, switchTo } from './catalogue.mjs';

const CONCURRENCY = 2;
const STORY_TIMEOUT = 30_000;

/** axe rules whose "cannot tell" counts as a failure: each can be made certain by writing the element differently. */
const NO_INCOMPLETE = ['aria-valid-attr-value', 'label', 'color-contrast'];

/** Console messages that say nothing about a story, each with the reason. */
const ALLOWED_MESSAGES = [];

const { values: options } = parseArgs({
  options: {
    filter: { type: 'string', default: '' },
    theme: { type: 'string', default: 'light' },
    dir: { type: 'string', default: 'ltr' },
    locale: { type: 'string', default: 'en' },
    width: { type: 'string', default: '1024' },
    screenshots: { type: 'string' },
  },
});

/** What Storybook reported about the story on the page. Runs in the page. */
function readOutcome() {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  const errors = ['playFunctionThrewException', 'storyThrewException', 'storyErrored', 'storyMissing']
    .flatMap((event) => channel.last(event) ?? [])
    .map((error) => error.message ?? error.description ?? String(error));
  const [finished] = channel.last('storyFinished') ?? [];
  const axe = finished?.reporters?.find(({ type }) => type === 'a11y')?.result;
  const findings = (list = []) =>
    list.map(({ id, help, nodes }) => ({
      id,
      help,
      targets: nodes.map(({ target }) => target.flat().join(' ')),
    }));
  return {
    errors,
    axeRan: axe !== undefined,
    axeError: axe?.error?.message,
    violations: findings(axe?.violations),
    incomplete: findings(axe?.incomplete),
  };
}

const describeFinding = (kind) => (finding) =>
  `${kind} ${finding.id}: ${finding.help} (${finding.targets.join(', ')})`;

function problemsOf(outcome) {
  const problems = [...outcome.errors];
  if (!outcome.axeRan) problems.push('the accessibility check did not run');
  if (outcome.axeError) problems.push(`the accessibility check failed: ${outcome.axeError}`);
  problems.push(...outcome.violations.map(describeFinding('violation')));
  problems.push(
    ...outcome.incomplete.filter(({ id }) => NO_INCOMPLETE.includes(id)).map(describeFinding('cannot tell')),
  );
  return problems;
}

/** A page of the catalogue, on which one story after the other is opened as by the catalogue's own navigation. */
class CataloguePage {
  /** @type {import('playwright-core').Page | undefined} */
  #page;
  #messages = [];

  constructor(context, addressOf) {
    this.context = context;
    this.addressOf = addressOf;
  }

  /** Resolves to what is wrong with a story, a line each. */
  async visit({ id }) {
    this.#messages = [];
    try {
      const page = await this.#open(id);
      await page.waitForFunction(hasFinished, id, { timeout: STORY_TIMEOUT });
      if (options.screenshots) {
        const name = [id, options.theme, options.dir, options.locale, options.width].join('.');
        await page.screenshot({ path: join(options.screenshots, `${name}.png`), fullPage: true });
      }
      const problems = [...problemsOf(await page.evaluate(readOutcome)), ...this.#messages];
      if (problems.length > 0) await this.#forget();
      return problems;
    } catch (error) {
      await this.#forget();
      return [error.message, ...this.#messages];
    }
  }

  /** Whatever state the page is in, the next story does not suffer from it. */
  async #forget() {
    await this.#page?.close();
    this.#page = undefined;
  }

  async #open(id) {
    if (this.#page) {
      await this.#page.evaluate(switchTo, id);
      return this.#page;
    }
    this.#page = await this.context.newPage();
    this.#page.on('pageerror', (error) => this.#messages.push(`uncaught: ${error.message}`));
    this.#page.on('console', (message) => {
      const text = message.text();
      if (!['error', 'warning'].includes(message.type())) return;
      if (!ALLOWED_MESSAGES.some((allowed) => allowed.test(text)))
        this.#messages.push(`console ${message.type()}: ${text}`);
    });
    await this.#page.goto(this.addressOf(id, options));
    return this.#page;
  }
}

async function visitAll(stories, addressOf) {
  const browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: chromiumArgs });
  const context = await browser.newContext({
    viewport: { width: Number(options.width), height: 800 },
    colorScheme: options.theme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const queue = [...stories];
  const failures = [];
  const worker = async () => {
    const page = new CataloguePage(context, addressOf);
    for (let story = queue.shift(); story; story = queue.shift()) {
      const problems = await page.visit(story);
      if (problems.length > 0) failures.push({ story, problems });
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  await browser.close();
  return failures;
}

const catalogue = await openCatalogue();
if (options.screenshots) mkdirSync(options.screenshots, { recursive: true });
const stories = catalogue.stories.filter(({ id }) => id.includes(options.filter));
const failures = await visitAll(stories, catalogue.addressOf);
catalogue.close();

for (const { story, problems } of failures) {
  console.log(`\n${story.title} / ${story.name} (${story.id})`);
  for (const problem of problems) console.log(`  ${problem}`);
}
const counts = { passed: stories.length - failures.length, failed: failures.length };
if (stories.length === 0) {
  counts.failed = 1;
  console.log('No story was found.');
}
if (process.env.RESULTS_FILE) writeFileSync(process.env.RESULTS_FILE, JSON.stringify(counts));
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
