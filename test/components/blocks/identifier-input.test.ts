import { expect } from '@open-wc/testing';
import { certainlyWrong, looksLikePhone } from '../../../src/components/blocks/identifier-input.js';

describe('what a person typed', () => {
  for (const value of ['+44 20 7946 0958', '(030) 123-456', '02079460958', '+1.415.555.0100'])
    it(`looks like a phone number: ${value}`, () => expect(looksLikePhone(value)).to.equal(true));

  for (const value of ['ada', 'ada@example.com', 'ada1815', '1815', '', '+'])
    it(`does not look like a phone number: "${value}"`, () => expect(looksLikePhone(value)).to.equal(false));

  const wrong = [
    ['email', 'ada'],
    ['email', '@example.com'],
    ['email', 'ada@'],
    ['email', 'ada lovelace@example.com'],
    ['phone', 'call me'],
    ['phone', '+44'],
    ['phone', '+44 1234 5678 9012 3456'],
  ] as const;
  for (const [type, value] of wrong)
    it(`is certainly no ${type}: ${value}`, () => expect(certainlyWrong(type, value)).to.equal(true));

  const possible = [
    ['email', ''],
    ['email', 'ada@localhost'],
    ['email', 'ada+news@bücher.example'],
    ['phone', '+44 (0)20 7946-0958'],
    ['username', 'a'],
    ['username', '<b>&"'],
  ] as const;
  for (const [type, value] of possible)
    it(`may be a ${type}: "${value}"`, () => expect(certainlyWrong(type, value)).to.equal(false));
});
