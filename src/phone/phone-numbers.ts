import { getExampleNumber, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min/es6';
import metadata from 'libphonenumber-js/min/metadata';
import examples from 'libphonenumber-js/mobile/examples';
import type { PhoneNumbers } from './phone-registry.js';

const COUNTRIES_OF_CODE: Readonly<Record<string, readonly CountryCode[]>> = metadata.country_calling_codes;

/** Countries by ISO 3166-1 alpha-2 code; the library has no others. */
const CALLING_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries(COUNTRIES_OF_CODE).flatMap(([callingCode, countries]) =>
    countries.map((country): [string, string] => [country, callingCode]),
  ),
);

/** What libphonenumber knows of the world's numbering plans. */
export const phoneNumbers: PhoneNumbers = {
  countries: [...CALLING_CODES].map(([code, callingCode]) => ({ code, callingCode })),

  read(typed, country) {
    const text = plain(typed);
    const number = parsed(text, country);
    const abroad = number !== undefined && number.countryCallingCode !== CALLING_CODES.get(country);
    const named = text.startsWith('+') || abroad;
    return {
      country: named ? (number?.country ?? countryOfPrefix(text, country)) : undefined,
      e164: number?.isValid() ? number.number : undefined,
    };
  },

  national(typed, country) {
    return parsed(plain(typed), country)?.formatNational() ?? '';
  },

  example(country) {
    return isCountry(country) ? getExampleNumber(country, examples)?.formatNational() : undefined;
  },
};

/** Digits of any script's width, without what a link adds (RFC 3966). */
function plain(typed: string): string {
  return typed.normalize('NFKC').trim().replace(/^tel:/i, '');
}

function parsed(text: string, country: string) {
  const defaultCountry = isCountry(country) ? { defaultCountry: country } : {};
  const read = (typed: string) => parsePhoneNumberFromString(typed, { ...defaultCountry, extract: false });
  const number = read(text);
  if (number?.isValid() || !text.startsWith('00')) return number;
  // Most of the world dials 00 to go abroad, and its numbers are pasted in countries that do not.
  const abroad = read(text.replace(/^00/, '+'));
  return abroad?.isValid() ? abroad : number;
}

function isCountry(code: string): code is CountryCode {
  return CALLING_CODES.has(code);
}

/** Of the countries that share a calling code the present one, else the first, which has most of its numbers. */
function countryOfPrefix(text: string, present: string): string | undefined {
  const digits = text.replace(/\D/g, '');
  for (let length = 3; length > 0; length--) {
    const countries = Object.hasOwn(COUNTRIES_OF_CODE, digits.slice(0, length))
      ? COUNTRIES_OF_CODE[digits.slice(0, length)]
      : undefined;
    if (countries) return countries.find((country) => country === present) ?? countries[0];
  }
  return undefined;
}
