import { createContext } from '@lit/context';
import type { MessageCatalogue, Translate } from './messages.js';

/** What a screen needs to speak: handed down by the public element. */
export interface Localization {
  readonly locale: string;
  /** Language the texts are in: that of the locale, or English. */
  readonly language: string;
  readonly catalogue: Partial<MessageCatalogue>;
  readonly t: Translate;
}

/** Whether the words are in the language that was asked for, of whatever region. */
export function speaksAsAsked({ locale, language }: Localization): boolean {
  return locale.toLowerCase().startsWith(language);
}

/** Locale a `<corbado-provider>` sets for the elements inside. */
export const localeContext = createContext<string | undefined>(Symbol.for('corbado-elements.locale'));
