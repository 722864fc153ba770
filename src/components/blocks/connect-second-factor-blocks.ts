import { enSecondFactor } from '../../localize/en-second-factor.js';
import { addEnglish } from '../../localize/english.js';
import { BlockRegistry } from '../../process/block-registry.js';
import { lazyRows, nothingOf } from './block-tag.js';

// The site's own factor takes over with words, too.
addEnglish(enSecondFactor);

const { load, row: later } = lazyRows(() => import('./second-factor-later-blocks.js'));

/** Loads the screens, with their words. */
export const loadSecondFactorBlocks = load;

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
