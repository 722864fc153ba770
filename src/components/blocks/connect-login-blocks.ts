import { enConnectLogin } from '../../localize/en-connect-login.js';
import { addEnglish } from '../../localize/english.js';
import { BlockRegistry, type BlockEntry } from '../../process/block-registry.js';
import type { BlockDataMap } from '../../process/step.js';
import { nothingOf, tagOf } from './block-tag.js';
import type * as LaterBlocks from './connect-login-later-blocks.js';

addEnglish(enConnectLogin);

/** Loads the screens that follow the first one, with their words. */
export async function loadConnectLoginBlocks(): Promise<typeof LaterBlocks> {
  const blocks = await import('./connect-login-later-blocks.js');
  addEnglish(blocks.words);
  return blocks;
}

function later(type: keyof BlockDataMap, name: Exclude<keyof typeof LaterBlocks, 'words'>): BlockEntry {
  return { type, tag: tagOf(type), load: async () => (await loadConnectLoginBlocks())[name] };
}

/** The blocks of `<connect-login>`, a row each. */
export const connectLoginBlocks = new BlockRegistry([
  nothingOf('client:loading'),
  nothingOf('client:handed-over'),
  {
    type: 'client:identifier',
    tag: tagOf('client:identifier'),
    load: async () => (await import('./client-identifier/client-identifier.js')).ClientIdentifierBlock,
  },
  {
    type: 'client:one-tap',
    tag: tagOf('client:one-tap'),
    load: async () => (await import('./client-one-tap/client-one-tap.js')).ClientOneTapBlock,
  },
  later('client:hybrid', 'ClientHybridBlock'),
  later('client:soft-error', 'ClientPasskeyFailedBlock'),
  later('client:hard-error', 'ClientPasskeyFailedBlock'),
  later('completed', 'CompletedBlock'),
  later('client:error', 'ClientErrorBlock'),
  later('client:unknown', 'ClientUnknownBlock'),
  later('client:developer-error', 'ClientDeveloperErrorBlock'),
]);
