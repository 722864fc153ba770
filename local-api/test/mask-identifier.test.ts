import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maskIdentifier } from '../src/identifiers/mask-identifier.js';

describe('a masked identifier', () => {
  for (const [type, value, expected] of [
    ['email', 'ada@example.com', 'a***@e*****.com'],
    ['email', 'x@sub.example.co.uk', 'x***@s*****.uk'],
    ['phone', '+12025550112', '+1 *** **12'],
    ['phone', '+4915123456712', '+49 *** **12'],
    ['phone', '+353851234512', '+353 *** **12'],
    ['username', 'ada', 'a***'],
  ] as const) {
    it(`of ${value} is ${expected}`, () => assert.equal(maskIdentifier(type, value), expected));
  }
});
