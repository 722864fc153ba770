import { expect } from '@open-wc/testing';
import { failureOutcome, type CeremonyFailure } from '../../src/webauthn/webauthn-outcome.js';

const named = (name: string) => new DOMException('secret detail of the browser', name);
const outcomeOf = (thrown: unknown, ceremony: 'get' | 'create' = 'get') =>
  failureOutcome(thrown, { ceremony, elapsedMs: 3000, timeoutMs: 300_000 });

describe('failureOutcome', () => {
  const rows: [name: string, get: CeremonyFailure, create: CeremonyFailure][] = [
    ['NotAllowedError', 'cancelled', 'cancelled'],
    ['AbortError', 'cancelled', 'cancelled'],
    ['OperationError', 'busy', 'busy'],
    ['InvalidStateError', 'failed', 'already-registered'],
    ['SecurityError', 'not-secure', 'not-secure'],
    ['NotSupportedError', 'unsupported', 'unsupported'],
    ['ConstraintError', 'failed', 'failed'],
    ['UnknownError', 'failed', 'failed'],
    ['NotReadableError', 'failed', 'failed'],
    ['DataError', 'failed', 'failed'],
    ['TimeoutError', 'timed-out', 'timed-out'],
    ['EncodingError', 'invalid-options', 'invalid-options'],
    ['InvalidCharacterError', 'invalid-options', 'invalid-options'],
    ['TypeError', 'invalid-options', 'invalid-options'],
  ];
  for (const [name, get, create] of rows) {
    it(`maps ${name} to ${get} for get and ${create} for create`, () => {
      expect([outcomeOf(named(name)).outcome, outcomeOf(named(name), 'create').outcome]).to.deep.equal([
        get,
        create,
      ]);
    });
  }

  const inventedNames = [
    ...['UserCancellationError', 'PromptClosedError', 'HybridTransportError', 'BiometricLockoutError'],
    ...['VaultLockedError', 'ExtensionContextError', 'NetworkError', 'QuotaExceededError', 'NotFoundError'],
    ...['VersionError', 'ReadOnlyError', 'WrongDocumentError', 'SyntaxError', 'RangeError', 'ReferenceError'],
    ...['PermissionError', 'PinRequiredError', 'AttestationError', 'OptOutError', 'constructor', '__proto__'],
  ];
  for (const name of inventedNames) {
    it(`maps the unknown name ${name} to failed and keeps the name`, () => {
      expect(outcomeOf({ name })).to.deep.equal({ outcome: 'failed', errorName: name, elapsedMs: 3000 });
    });
  }

  const throwingName = Object.defineProperty({}, 'name', {
    get() {
      throw new Error('patched');
    },
  });
  const oddities: [title: string, thrown: unknown][] = [
    ['undefined', undefined],
    ['null', null],
    ['a string', 'NotAllowedError'],
    ['an object without a name', {}],
    ['a name that is no string', { name: 7 }],
    ['a name that is a sentence', { name: 'Something <b>bad</b> happened to ann@example.com' }],
    ['a name of 65 characters', { name: 'x'.repeat(65) }],
    ['a getter that throws', throwingName],
  ];
  for (const [title, thrown] of oddities) {
    it(`maps ${title} to failed with the general name`, () => {
      expect(outcomeOf(thrown)).to.deep.equal({ outcome: 'failed', errorName: 'Error', elapsedMs: 3000 });
    });
  }

  it('keeps the message of the browser to itself', () => {
    expect(JSON.stringify(outcomeOf(named('UnknownError')))).not.to.contain('secret');
  });

  const buckets: [elapsedMs: number, timeoutMs: number | undefined, outcome: CeremonyFailure][] = [
    [0, 300_000, 'no-credential'],
    [149, 300_000, 'no-credential'],
    [150, 300_000, 'cancelled'],
    [298_999, 300_000, 'cancelled'],
    [299_000, 300_000, 'timed-out'],
    [300_005, 300_000, 'timed-out'],
    [600_000, undefined, 'cancelled'],
    [100, 1000, 'no-credential'],
  ];
  for (const [elapsedMs, timeoutMs, outcome] of buckets) {
    it(`calls a NotAllowedError after ${elapsedMs} of ${timeoutMs} ms ${outcome}`, () => {
      const { outcome: actual } = failureOutcome(named('NotAllowedError'), {
        ceremony: 'get',
        elapsedMs,
        timeoutMs,
      });
      expect(actual).to.equal(outcome);
    });
  }

  for (const [elapsedMs, outcome] of [
    [500, 'no-credential'],
    [999, 'no-credential'],
    [1000, 'cancelled'],
  ] as const)
    it(`calls a NotAllowedError after ${elapsedMs} ms of looking for passkeys at hand ${outcome}`, () => {
      const circumstances = { ceremony: 'get', elapsedMs, immediate: true } as const;
      expect(failureOutcome(named('NotAllowedError'), circumstances).outcome).to.equal(outcome);
    });
});
