/** The built catalogue: its stories, their addresses, and when Storybook has come to an end with one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveFolder } from './static-server.mjs';

const folder = fileURLToPath(new URL('../storybook-static', import.meta.url));

/** Serves the catalogue on a free port. Ends the process when there is none. */
export async function openCatalogue() {
  const index = join(folder, 'index.json');
  if (!existsSync(index)) {
    console.error('There is no built catalogue: run "npm run storybook:build" first.');
    process.exit(1);
  }
  const { entries } = JSON.parse(readFileSync(index, 'utf8'));
  const stories = Object.values(entries).filter(({ type }) => type === 'story');
  const { origin, close } = await serveFolder(folder);
  const addressOf = (id, { theme, dir, locale }) => {
    const globals = `theme:${theme};direction:${dir};locale:${locale}`;
    return `${origin}/iframe.html?id=${id}&viewMode=story&globals=${globals}`;
  };
  return { stories, addressOf, close };
}

/** Runs in the page: has Storybook come to an end with this story, well or badly? */
export function hasFinished(id) {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  const [finished] = channel?.last('storyFinished') ?? [];
  const failed = ['storyThrewException', 'storyErrored', 'storyMissing'].some((event) =>
    channel?.last(event),
  );
  return failed || finished?.storyId === id;
}

/** Runs in the page: shows another story, as a press in the catalogue's list does. */
export function switchTo(storyId) {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
}
