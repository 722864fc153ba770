import { languageTags } from '../../../localize/language-tags.js';
import type { Country } from '../../../phone/phone-registry.js';

/** A country by the name that the person reads. */
export interface NamedCountry extends Country {
  readonly name: string;
}

/** The countries in a language, in its order; those it has no name for are left out. English where nobody knows the language. */
export function namedCountries(countries: readonly Country[], language: string): readonly NamedCountry[] {
  const languages = languageTags(language);
  const names = new Intl.DisplayNames(languages, { type: 'region', fallback: 'none' });
  const { compare } = new Intl.Collator(languages);
  return countries
    .flatMap((country) => {
      const name = names.of(country.code);
      return name === undefined ? [] : [{ ...country, name }];
    })
    .sort((one, other) => compare(one.name, other.name));
}

/** Countries by name, calling code or ISO code; what begins as it was typed stands first. */
export function matching(countries: readonly NamedCountry[], query: string): readonly NamedCountry[] {
  const wanted = folded(query);
  if (wanted === '') return countries;
  const digits = /^\+?\d+$/.test(wanted) ? wanted.replace('+', '') : undefined;
  if (digits !== undefined) return countries.filter(({ callingCode }) => callingCode.startsWith(digits));
  const rank = ({ code, name }: NamedCountry): number => {
    const text = folded(name);
    if (code.toLowerCase() === wanted) return 0;
    if (text.startsWith(wanted)) return 1;
    return text.split(/[\s()\-,]+/).some((word) => word.startsWith(wanted)) ? 2 : 3;
  };
  return countries.filter((country) => rank(country) < 3).sort((one, other) => rank(one) - rank(other));
}

/** Without case and accents: people leave them out. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}
