import { languages } from './languages.js';
import { english } from './english.js';
import type { MessageCatalogue } from './messages.js';

interface LanguageRegistry {
  readonly catalogues: Map<string, MessageCatalogue>;
  readonly loading: Map<string, Promise<void>>;
  readonly changes: EventTarget;
}

const KEY = Symbol.for('corbado-elements.languages');

// On globalThis, because a language file from the CDN is a bundle of its own.
function registry(): LanguageRegistry {
  const shared = globalThis as { [KEY]?: LanguageRegistry };
  shared[KEY] ??= { catalogues: new Map(), loading: new Map(), changes: new EventTarget() };
  return shared[KEY];
}

/** Makes a language known to every element on the page; elements that wait for it draw again. */
export function registerLanguage(language: string, catalogue: MessageCatalogue): void {
  registry().catalogues.set(language.toLowerCase(), catalogue);
  registry().changes.dispatchEvent(new Event('change'));
}

/** Calls back whenever a language was registered, until the signal aborts. */
export function onLanguageRegistered(callback: () => void, signal: AbortSignal): void {
  registry().changes.addEventListener('change', callback, { signal });
}

/** `de-AT` → `de-at`, `de`: from the narrowest to the widest. */
function candidates(locale: string): string[] {
  const parts = locale.toLowerCase().split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/** A catalogue and the language it is in. */
export interface Language {
  readonly language: string;
  readonly catalogue: MessageCatalogue;
}

export const ENGLISH: Language = { language: 'en', catalogue: english };

/** The language for a locale if it is at hand; English when the kit does not have it at all. */
export function languageFor(locale: string): Language | undefined {
  for (const language of candidates(locale)) {
    const catalogue = registry().catalogues.get(language);
    if (catalogue) return catalogue === english ? ENGLISH : { language, catalogue };
    if (Object.hasOwn(languages, language)) return undefined;
  }
  return ENGLISH;
}

/** Loads the language of a locale, once. Resolves even when that fails: English is always there. */
export function loadLanguage(locale: string): Promise<void> {
  const language = candidates(locale).find((candidate) => Object.hasOwn(languages, candidate));
  const load = language === undefined ? undefined : languages[language];
  if (!load || language === undefined) return Promise.resolve();
  const { loading } = registry();
  const loaded = loading.get(language) ?? register(language, load);
  loading.set(language, loaded);
  return loaded;
}

async function register(language: string, load: () => Promise<MessageCatalogue>): Promise<void> {
  try {
    registerLanguage(language, await load());
  } catch {
    registerLanguage(language, english);
  }
}
