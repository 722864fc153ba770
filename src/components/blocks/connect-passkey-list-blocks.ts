import { BlockRegistry } from '../../process/block-registry.js';
import { lazyRows, tagOf } from './block-tag.js';
import { ClientErrorBlock } from './client-error/client-error.js';
import { PasskeyListLoadingBlock } from './client-passkey-list/passkey-list-loading.js';

const { load, row: later } = lazyRows(() => import('./passkey-list-later-blocks.js'));

/** Loads the list's screens, with their words. */
export const loadPasskeyListBlocks = load;

/** The blocks of a list of passkeys, a row each. What there is without the network is eager. */
export const passkeyListBlocks = new BlockRegistry([
  { type: 'client:loading', tag: tagOf('passkey-list-loading'), element: PasskeyListLoadingBlock },
  { type: 'client:error', tag: tagOf('client:error'), element: ClientErrorBlock },
  later('client:passkey-list', 'ClientPasskeyListBlock'),
  later('client:unknown', 'ClientUnknownBlock'),
  later('client:developer-error', 'ClientDeveloperErrorBlock'),
]);
