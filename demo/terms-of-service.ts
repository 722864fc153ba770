import type { BlockEntry, SiteActions } from '../src/index.js';

declare module '../src/index.js' {
  interface BlockDataMap {
    'terms-of-service': TermsOfServiceData;
  }
  interface BlockActionMap {
    'accept-terms': { readonly version: string };
  }
}

/** Data of the block, as the server sends it; nobody has checked it yet. */
export interface TermsOfServiceData {
  readonly version?: unknown;
}

const actions: SiteActions = {
  'accept-terms': ({ version }, { post }) => post('/local-api/terms-of-service/accept', { version }),
};

/** Loads the element of the block. */
export const loadTermsOfService = async () =>
  (await import('./terms-of-service-block.js')).TermsOfServiceBlock;

/** The block of the shop's own: who draws it, and who serves what people do on it. */
export const termsOfService = {
  type: 'terms-of-service',
  tag: 'shop-terms-of-service',
  actions,
  load: loadTermsOfService,
} as const satisfies BlockEntry;
