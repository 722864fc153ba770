import type { Area, AreaCatalogue } from './messages.js';

/** How the words of one language come, area by area. */
export type LanguageParts = { readonly [Name in Area]: () => Promise<AreaCatalogue<Name>> };

/** Languages beside the built-in English, each area in a chunk of its own. */
export const languages: Readonly<Record<string, LanguageParts>> = {
  de: {
    common: async () => (await import('./de.js')).de,
    auth: async () => (await import('./de-auth.js')).deAuth,
    connect: async () => (await import('./de-connect.js')).deConnect,
  },
};
