import { addEnglish } from '../../localize/english.js';
import { BlockRegistry, type BlockEntry } from '../../process/block-registry.js';
import type { BlockDataMap } from '../../process/step.js';
import { tagOf } from './block-tag.js';
import { ClientErrorBlock } from './client-error/client-error.js';
import { PasskeyListLoadingBlock } from './client-passkey-list/passkey-list-loading.js';
import type * as LaterBlocks from './passkey-list-later-blocks.js';

/** Loads the list's screens, with their words. */
export async function loadPasskeyListBlocks(): Promise<typeof LaterBlocks> {
  const blocks = await import('./passkey-list-later-blocks.js');
  addEnglish(blocks.words);
  return blocks;
}

function later(type: keyof BlockDataMap, name: Exclude<keyof typeof LaterBlocks, 'words'>): BlockEntry {
  return { type, tag: tagOf(type), load: async () => (await loadPasskeyListBlocks())[name] };
}

/** The blocks of a list of passkeys, a row each. What there is without the network is eager. */
export const passkeyListBlocks = new BlockRegistry([
  { type: 'client:loading', tag: tagOf('passkey-list-loading'), element: PasskeyListLoadingBlock },
  { type: 'client:error', tag: tagOf('client:error'), element: ClientErrorBlock },
  later('client:passkey-list', 'ClientPasskeyListBlock'),
  later('client:unknown', 'ClientUnknownBlock'),
  later('client:developer-error', 'ClientDeveloperErrorBlock'),
]);
