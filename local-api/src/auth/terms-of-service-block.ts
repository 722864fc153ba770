import type { AuthType, BlockBody } from '../contract.js';

/** The terms people accept at present. */
export const TERMS_VERSION = '2026-11';

/**
 * A block that is NOT part of Corbado's contract: what a site's own server may send beside it, for the setting
 * `ownBlock`. The kit has no element for it; the site brings one (docs/own-blocks.md).
 */
export function termsOfServiceBlock(authType: AuthType): BlockBody {
  const block = {
    block: 'terms-of-service',
    authType,
    data: { blockType: 'ownBlockTermsOfService', version: TERMS_VERSION },
    alternatives: [],
  };
  // The contract's types know no blocks but its own.
  return block as object as BlockBody;
}
