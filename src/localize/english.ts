import { en } from './en.js';
import type { MessageCatalogue } from './messages.js';

/** English as far as it has come: what every element speaks at once, the rest with the code that shows it. Stands in for what another language lacks. */
export const english = { ...en } as MessageCatalogue;

/** Adds the words of another chunk. */
export function addEnglish(words: Partial<MessageCatalogue>): void {
  Object.assign(english, words);
}
