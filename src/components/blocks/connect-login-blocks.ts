import { enConnectLogin } from '../../localize/en-connect-login.js';
import { addEnglish } from '../../localize/english.js';
import { BlockRegistry } from '../../process/block-registry.js';
import { lazyRows, nothingOf, tagOf } from './block-tag.js';

addEnglish(enConnectLogin);

const { load, row: later } = lazyRows(() => import('./connect-login-later-blocks.js'));

/** Loads the screens that follow the first one, with their words. */
export const loadConnectLoginBlocks = load;

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
