/** What `Intl` may be asked to speak: a language, and English where it does not know it. Pages, and browsers too (WebKit's "C"), name languages that are none. */
export function languageTags(language: string): string[] {
  try {
    return [...Intl.getCanonicalLocales(language), 'en'];
  } catch {
    return ['en'];
  }
}
