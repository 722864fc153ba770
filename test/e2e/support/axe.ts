import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';
import { cdpSession } from './cdp-session.js';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that must come to a verdict: “needs review” is a failure as well. */
const DECIDED = ['aria-valid-attr-value', 'label', 'color-contrast'];

/** The whole page as it is shown now, in light and in dark, has no accessibility violation (axe, all rules). */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    const { violations, incomplete } = await run(page);
    const findings = [...violations, ...incomplete.filter(({ id }) => DECIDED.includes(id))];
    expect(findings.map(describe), `axe, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

async function run(page: Page): Promise<axe.AxeResults> {
  const loaded = await page.evaluate(() => 'axe' in globalThis);
  if (!loaded) {
    // By the protocol and not as a script element, which the page's policy would refuse.
    const session = await cdpSession(page);
    await session.send('Runtime.evaluate', { expression: source });
  }
  return page.evaluate(() => {
    const { axe: engine } = globalThis as unknown as { axe: typeof axe };
    return engine.run(document, { resultTypes: ['violations', 'incomplete'], preload: false });
  });
}

/** Waits until nothing moves: colours are those of the end of every transition. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    // A document's list leaves out what moves in shadow trees.
    const trees = () => [
      document,
      ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
    ];
    const moving = () =>
      trees()
        .flatMap((tree) => tree.getAnimations())
        .filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    // A change of style starts its transitions with the frame that follows.
    await frame();
    await frame();
    for (let animations = moving(); animations.length > 0; animations = moving()) {
      await Promise.allSettled(animations.map(({ finished }) => finished));
      await frame();
    }
  });
}

function describe({ id, help, nodes }: axe.Result): string {
  const where = nodes.map(
    ({ target, any }) => `${JSON.stringify(target)} ${any.map(({ message }) => message).join('; ')}`,
  );
  return `${id}: ${help}\n  ${where.join('\n  ')}`;
}
