import { enSecondFactor } from '../../localize/en-second-factor.js';
import { addEnglish } from '../../localize/english.js';
import { BlockRegistry, type BlockEntry } from '../../process/block-registry.js';
import type { BlockDataMap } from '../../process/step.js';
import { nothingOf, tagOf } from './block-tag.js';
import type * as LaterBlocks from './second-factor-later-blocks.js';

// The site's own factor takes over with words, too.
addEnglish(enSecondFactor);

/** Loads the screens, with their words. */
export async function loadSecondFactorBlocks(): Promise<typeof LaterBlocks> {
  const blocks = await import('./second-factor-later-blocks.js');
  addEnglish(blocks.words);
  return blocks;
}

function later(type: keyof BlockDataMap, name: Exclude<keyof typeof LaterBlocks, 'words'>): BlockEntry {
  return { type, tag: tagOf(type), load: async () => (await loadSecondFactorBlocks())[name] };
}

/** The blocks of `<connect-second-factor>`, a row each. */
export const secondFactorBlocks = new BlockRegistry([
  nothingOf('client:loading'),
  nothingOf('client:handed-over'),
  later('client:second-factor', 'ClientSecondFactorBlock'),
  later('completed', 'CompletedBlock'),
  later('client:error', 'ClientErrorBlock'),
  later('client:unknown', 'ClientUnknownBlock'),
  later('client:developer-error', 'ClientDeveloperErrorBlock'),
]);
