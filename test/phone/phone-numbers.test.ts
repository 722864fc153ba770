import { expect } from '@open-wc/testing';
import { phoneNumbers } from '../../src/phone/phone-numbers.js';

const { countries } = phoneNumbers;
const read = (typed: string, country: string) => phoneNumbers.read(typed, country);
const national = (typed: string, country: string) => phoneNumbers.national(typed, country);
const example = (country: string) => phoneNumbers.example(country);

describe('a typed phone number', () => {
  const valid = [
    ['+44 20 7946 0958', 'DE', 'GB', '+442079460958'],
    ['020 7946 0958', 'GB', undefined, '+442079460958'],
    ['030/901820', 'DE', undefined, '+4930901820'],
    ['(030) 90 18 20', 'DE', undefined, '+4930901820'],
    ['0044 20 7946 0958', 'DE', 'GB', '+442079460958'],
    ['00442079460958', 'US', 'GB', '+442079460958'],
    ['+44 (0)20 7946-0958', 'DE', 'GB', '+442079460958'],
    ['tel:+442079460958', 'DE', 'GB', '+442079460958'],
    ['＋４９ ３０ ９０１８２０', 'US', 'DE', '+4930901820'],
    ['\u00a0+49\u00a030\u00a0901820\n', 'US', 'DE', '+4930901820'],
    ['+1 416 555 0123', 'US', 'CA', '+14165550123'],
  ] as const;
  for (const [typed, present, country, e164] of valid)
    it(`${JSON.stringify(typed)} in ${present} is ${e164}`, () =>
      expect(read(typed, present)).to.deep.equal({ country, e164 }));

  const partial = [
    ['+49', 'US', 'DE'],
    ['+4', 'US', undefined],
    ['+', 'US', undefined],
    ['+1', 'DE', 'US'],
    ['+1', 'CA', 'CA'],
    ['+7 7', 'DE', 'RU'],
    ['030', 'DE', undefined],
    ['', 'DE', undefined],
  ] as const;
  for (const [typed, present, country] of partial)
    it(`"${typed}" in ${present} says ${country ?? 'nothing'} so far`, () =>
      expect(read(typed, present)).to.deep.equal({ country, e164: undefined }));

  for (const typed of ['call me', '12', '+999 123456', '9'.repeat(400), '<b>&"', '+49 call me'])
    it(`"${typed.slice(0, 20)}" has no E.164 form`, () => expect(read(typed, 'DE').e164).to.equal(undefined));

  it('in a country without numbers needs a prefix', () => {
    expect(read('030 901820', 'AQ').e164).to.equal(undefined);
    expect(read('+49 30 901820', 'AQ').e164).to.equal('+4930901820');
  });

  it('loses its prefix when another country is chosen', () => {
    expect(national('+49 30 901820', 'US')).to.equal('030 901820');
    expect(national('+4', 'US')).to.equal('');
  });
});

describe('the countries', () => {
  it('have a code and a calling code each, once', () => {
    expect(countries.length).to.be.greaterThan(200);
    for (const { code, callingCode } of countries) {
      expect(code).to.match(/^[A-Z]{2}$/);
      expect(callingCode).to.match(/^[1-9]\d{0,2}$/);
    }
    expect(new Set(countries.map(({ code }) => code)).size).to.equal(countries.length);
  });

  it('show by example how a number is written there, and the example is valid', () => {
    expect(example('DE')).to.equal('01512 3456789');
    for (const { code } of countries) {
      const written = example(code);
      if (written !== undefined) expect(read(written, code).e164, code).to.match(/^\+\d{6,15}$/);
    }
  });

  it('without numbers have no example', () => expect(example('AQ')).to.equal(undefined));
});
