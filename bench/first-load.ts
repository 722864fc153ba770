import type { Browser } from 'playwright-core';
import type { Chunk } from './bundle.js';
import { firstField, visit } from './browser.js';
import { startServer, type ServedKit } from './server.js';

/** The chunks a page really loads for an element until a person may act, nothing touched. */
export async function chunksBeforeFirstInteraction(
  browser: Browser,
  chunks: readonly Chunk[],
  element: Pick<ServedKit, 'tag' | 'attributes'>,
): Promise<Chunk[]> {
  const files = new Map(chunks.map(({ fileName, code }) => [`/${fileName}`, Buffer.from(code)]));
  const entry = chunks.find(({ isEntry }) => isEntry)?.fileName ?? '';
  const server = await startServer({ files, script: `/${entry}`, ...element });
  const { page, context } = await visit(browser, server.origin);
  await firstField(page);
  await page.waitForLoadState('networkidle');
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  await context.close();
  await server.close();
  return chunks.filter(({ fileName }) => loaded.includes(`/${fileName}`));
}
