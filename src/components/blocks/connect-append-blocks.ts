import { BlockRegistry } from '../../process/block-registry.js';
import { lazyRows, nothingOf } from './block-tag.js';

const { load, row: later } = lazyRows(() => import('./connect-append-later-blocks.js'));

/** Loads the screens of an offer, with their words. */
export const loadConnectAppendBlocks = load;

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
