import { addEnglish } from '../../localize/english.js';
import { BlockRegistry, type BlockEntry } from '../../process/block-registry.js';
import type { BlockDataMap } from '../../process/step.js';
import { nothingOf, tagOf } from './block-tag.js';
import type * as LaterBlocks from './connect-append-later-blocks.js';

/** Loads the screens of an offer, with their words. */
export async function loadConnectAppendBlocks(): Promise<typeof LaterBlocks> {
  const blocks = await import('./connect-append-later-blocks.js');
  addEnglish(blocks.words);
  return blocks;
}

function later(type: keyof BlockDataMap, name: Exclude<keyof typeof LaterBlocks, 'words'>): BlockEntry {
  return { type, tag: tagOf(type), load: async () => (await loadConnectAppendBlocks())[name] };
}

/** The blocks of `<connect-append>`, a row each. None is eager: most visits end without an offer. */
export const connectAppendBlocks = new BlockRegistry([
  nothingOf('client:loading'),
  nothingOf('client:handed-over'),
  later('client:append-offer', 'ClientAppendOfferBlock'),
  later('client:append-done', 'ClientAppendDoneBlock'),
  later('client:error', 'ClientErrorBlock'),
  later('client:unknown', 'ClientUnknownBlock'),
  later('client:developer-error', 'ClientDeveloperErrorBlock'),
]);
