import { expect } from '@open-wc/testing';
import { defaultCountry } from '../../src/phone/default-country.js';

describe('the country of a phone field at first', () => {
  const table = [
    ['en-GB', [], 'GB', 'the region of the locale'],
    ['de', [], 'DE', 'where the language is at home'],
    ['de', ['en-US', 'de-AT'], 'AT', 'the region the browser prefers for that language'],
    ['de', ['en-US'], 'DE', 'not the region of another language'],
    ['zh-Hant', [], 'TW', 'where the script is at home'],
    ['de-CH-1996', [], 'CH', 'the region among other subtags'],
    ['', ['fr-CA'], 'CA', 'that of the browser where the page says nothing'],
    ['not a locale', [], 'US', 'some country whatever the page says'],
  ] as const;
  for (const [locale, preferred, country, why] of table)
    it(`is ${why}: ${locale || 'none'}, ${preferred.join(' ') || 'none'}`, () =>
      expect(defaultCountry(locale, preferred)).to.equal(country));
});
