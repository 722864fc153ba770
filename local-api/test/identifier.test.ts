import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { normalizeIdentifier } from '../src/identifiers/identifier.js';

const table = {
  email: {
    ' Ada@Example.COM ': 'ada@example.com',
    'a.b+c@sub.example.co': 'a.b+c@sub.example.co',
    'käthe@straße.example': 'käthe@straße.example',
    [`${'a'.repeat(64)}@example.com`]: `${'a'.repeat(64)}@example.com`,
    [`${'a'.repeat(65)}@example.com`]: undefined,
    'a@a': undefined,
    '@': undefined,
    'a b@example.com': undefined,
    'a@b@example.com': undefined,
    '.a@example.com': undefined,
    'a..b@example.com': undefined,
    'a@-example.com': undefined,
    'a@example.com\u0000': undefined,
    '<a@example.com>': undefined,
  },
  phone: {
    '+49 151 2345678': '+491512345678',
    '0049 (151) 234-56.78': '+491512345678',
    '+１２０２５５５０１００': '+12025550100',
    '0151 2345678': undefined,
    '1234': undefined,
    '+0151234567': undefined,
    '+1234567890123456': undefined,
    '+49abc1234567': undefined,
  },
  username: {
    'Ada.Lovelace_1-x': 'ada.lovelace_1-x',
    a: 'a',
    Åse: 'åse',
    '@': undefined,
    'a b': undefined,
    '-a': undefined,
    'a.': undefined,
    ['a'.repeat(65)]: undefined,
    'ada@example.com': undefined,
  },
} as const;

for (const [type, values] of Object.entries(table)) {
  describe(`the normal form of ${type}`, () => {
    for (const [value, expected] of Object.entries(values)) {
      it(`of ${JSON.stringify(value)} is ${expected ?? 'none'}`, () => {
        assert.equal(normalizeIdentifier(type as keyof typeof table, value), expected);
      });
    }
  });
}
