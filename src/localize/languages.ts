import type { MessageCatalogue } from './messages.js';

/** Languages beside the built-in English, each in a chunk of its own. */
export const languages: Readonly<Record<string, () => Promise<MessageCatalogue>>> = {
  de: async () => (await import('./de.js')).de,
};
