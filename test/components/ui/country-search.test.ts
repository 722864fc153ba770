import { expect } from '@open-wc/testing';
import { matching, namedCountries } from '../../../src/components/ui/phone/country-search.js';
import { phoneNumbers } from '../../../src/phone/phone-numbers.js';

const { countries } = phoneNumbers;
const found = (locale: string, query: string) =>
  matching(namedCountries(countries, locale), query).map(({ code }) => code);

describe('searching for a country', () => {
  it('finds all of them, by name, before anything is typed', () => {
    const names = namedCountries(countries, 'en').map(({ name }) => name);
    expect(names.length).to.be.greaterThan(200);
    expect(names).to.deep.equal([...names].sort(new Intl.Collator('en').compare));
  });

  const table = [
    ['en', 'germ', 'DE', 'the beginning of a name'],
    ['en', 'GERM', 'DE', 'a name in capitals'],
    ['en', ' germany ', 'DE', 'a name with spaces around it'],
    ['en', 'kingdom', 'GB', 'a later word of a name'],
    ['en', 'gb', 'GB', 'an ISO code'],
    ['de', 'deutsch', 'DE', 'a name in another language'],
    ['de', 'osterreich', 'AT', 'a name without its accents'],
    ['en', '+49', 'DE', 'a calling code'],
    ['en', '49', 'DE', 'a calling code without its sign'],
  ] as const;
  for (const [locale, query, code, what] of table)
    it(`finds ${what}: ${query}`, () => expect(found(locale, query)[0]).to.equal(code));

  it('finds each country that shares a calling code', () =>
    expect(found('en', '+1')).to.include.members(['US', 'CA', 'JM']));

  it('puts an ISO code before names that begin alike', () =>
    expect(found('en', 'de').slice(0, 2)).to.deep.equal(['DE', 'DK']));

  it('finds nothing in vain', () => expect(found('en', 'xyzzy')).to.deep.equal([]));

  for (const language of ['xx', 'C', 'not a language', ''])
    it(`falls back to English names for "${language}"`, () =>
      expect(found(language, 'germany')[0]).to.equal('DE'));
});
