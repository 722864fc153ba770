/**
 * The country whose numbers a person most likely types: the region of the text's locale, else of a language the browser
 * prefers, else the one where the locale's language is at home.
 */
export function defaultCountry(
  locale: string,
  preferred: readonly string[] = globalThis.navigator?.languages ?? [],
): string {
  const locales = [locale, ...preferred].flatMap(parsed);
  const language = locales[0]?.language;
  const regional = locales.find((one) => one.region !== undefined && one.language === language);
  return regional?.region ?? locales[0]?.maximize().region ?? 'US';
}

function parsed(tag: string): Intl.Locale[] {
  try {
    return [new Intl.Locale(tag)];
  } catch {
    return [];
  }
}
