import { languages } from './languages.js';
import { english } from './english.js';
import type { Area, ElementCatalogue, MessageCatalogue } from './messages.js';

/** What is there of one language. */
interface KnownLanguage {
  /** All areas that have come; another object whenever one comes. */
  readonly catalogue: Partial<MessageCatalogue>;
  readonly areas: ReadonlySet<Area>;
  /** Areas that were asked for and did not come. */
  readonly missing: ReadonlySet<Area>;
}

interface LanguageRegistry {
  readonly known: Map<string, KnownLanguage>;
  readonly loading: Map<string, Promise<void>>;
  readonly changes: EventTarget;
}

const AREAS: readonly Area[] = ['common', 'auth', 'connect'];
const KEY = Symbol.for('corbado-elements.languages');

// On globalThis, because a language file from the CDN is a bundle of its own.
function registry(): LanguageRegistry {
  const shared = globalThis as { [KEY]?: LanguageRegistry };
  shared[KEY] ??= { known: new Map(), loading: new Map(), changes: new EventTarget() };
  return shared[KEY];
}

/**
 * Makes a language of the site's own known to every element on the page; elements that wait for it draw again. The
 * catalogue holds every message, or all that `<auth-process>` or the Connect elements speak where a site has only those.
 */
export function registerLanguage(
  language: string,
  catalogue: MessageCatalogue | ElementCatalogue<'auth'> | ElementCatalogue<'connect'>,
): void {
  add(language, catalogue, AREAS);
}

/** Adds one area of one of the kit's languages. */
export function registerArea(language: string, area: Area, words: Partial<MessageCatalogue>): void {
  add(language, words, [area]);
}

function add(
  name: string,
  words: Partial<MessageCatalogue>,
  came: readonly Area[],
  gone: readonly Area[] = [],
): void {
  const { known, changes } = registry();
  const language = name.toLowerCase();
  const before = known.get(language);
  known.set(language, {
    catalogue: { ...before?.catalogue, ...words },
    areas: new Set([...(before?.areas ?? []), ...came]),
    missing: new Set([...(before?.missing ?? []), ...gone].filter((area) => !came.includes(area))),
  });
  changes.dispatchEvent(new Event('change'));
}

/** Calls back whenever words were registered, until the signal aborts. */
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
  readonly catalogue: Partial<MessageCatalogue>;
}

export const ENGLISH: Language = { language: 'en', catalogue: english };

/** The language for a locale if all areas asked for are at hand; English when the kit does not have it, or when it did not come. */
export function languageFor(locale: string, areas: readonly Area[]): Language | undefined {
  for (const language of candidates(locale)) {
    const known = registry().known.get(language);
    if (areas.some((area) => known?.missing.has(area))) return ENGLISH;
    const loadable = Object.hasOwn(languages, language);
    if (loadable && !areas.every((area) => known?.areas.has(area))) return undefined;
    if (known) return { language, catalogue: known.catalogue };
  }
  return ENGLISH;
}

/** Loads the areas of the language of a locale, each once. Resolves even when that fails: English is always there. */
export async function loadLanguage(locale: string, areas: readonly Area[]): Promise<void> {
  const language = candidates(locale).find((candidate) => Object.hasOwn(languages, candidate));
  if (language === undefined) return;
  const { known, loading } = registry();
  const missing = areas.filter((area) => !known.get(language)?.areas.has(area));
  const loads = missing.map((area) => {
    const key = `${language} ${area}`;
    const loaded = loading.get(key) ?? load(language, area);
    loading.set(key, loaded);
    return loaded;
  });
  await Promise.all(loads);
}

async function load(language: string, area: Area): Promise<void> {
  const part: (() => Promise<Partial<MessageCatalogue>>) | undefined = languages[language]?.[area];
  try {
    if (part) registerArea(language, area, await part());
  } catch {
    add(language, {}, [], [area]);
  }
}
