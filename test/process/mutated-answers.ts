import * as fc from 'fast-check';
import type { BlockBody } from '../../src/api/types.js';
import { blockOf, otherBlockOf, processResponseOf, socialDataOf } from '../../src/testing/index.js';

/** Markup that must stay text wherever it is shown. */
export const MARKUP = '<b class="injected">x</b><img class="injected" src="x" onerror="injected = 1">';

const social = socialDataOf(['google', 'microsoft', 'github']);
const error = { code: 'some_code', message: 'Some message' };
const data = (fields: object) => ({ data: fields as BlockBody['data'] });

/** A full answer for each block type of the contract, and one that sends the person elsewhere: whatever may be in it is in it. */
export const BLOCKS: Readonly<Record<string, BlockBody>> = {
  'signup-init': blockOf('signup-init', {
    data: {
      identifiers: [
        { type: 'email', identifier: 'ada@example.com', error },
        { type: 'phone', identifier: '+442079460958' },
        { type: 'username', identifier: 'ada' },
      ],
      fullName: { fullName: 'Ada Lovelace', error },
      socialData: social,
      error,
    },
    alternatives: [blockOf('login-init')],
  }),
  'login-init': blockOf('login-init', {
    data: {
      identifierValue: 'ada@example.com',
      isPhoneAvailable: true,
      isUsernameAvailable: true,
      socialData: { ...social, status: 'finished', error },
      fieldError: error,
      error,
    },
    alternatives: [blockOf('signup-init')],
  }),
  'passkey-append': blockOf('passkey-append', {
    alternatives: [blockOf('email-verify'), blockOf('completed')],
    error,
  }),
  'passkey-append-after-hybrid': otherBlockOf(
    'passkey-append-after-hybrid',
    data({ ...blockOf('passkey-append').data, blockType: 'generalBlockPasskeyAppendAfterHybrid' }),
  ),
  'passkey-verify': blockOf('passkey-verify', {
    data: { loginHint: 'cda' },
    alternatives: [blockOf('email-verify'), blockOf('phone-verify')],
    error,
  }),
  'passkey-appended': otherBlockOf(
    'passkey-appended',
    data({
      blockType: 'generalBlockPasskeyAppended',
      aaguidDetails: { name: 'A keychain', iconLight: 'data:image/svg+xml,x', iconDark: '' },
    }),
  ),
  'email-verify': blockOf('email-verify', {
    data: {
      alternativeVerificationMethods: [
        { verificationMethod: 'email-link', identifier: 'ada@example.com' },
        { verificationMethod: 'phone-otp', identifier: '+44 *** **58' },
      ],
      retryNotBefore: 4_102_444_800,
      isPostLoginVerification: true,
      error,
    },
    alternatives: [blockOf('passkey-verify')],
  }),
  'phone-verify': blockOf('phone-verify', { data: { retryNotBefore: 1, error }, authType: 'signup' }),
  'post-signup-email-verify': otherBlockOf(
    'post-signup-email-verify',
    data({ blockType: 'generalBlockPostSignupEmailVerify', identifier: 'ada@example.com', error }),
  ),
  'social-verify': otherBlockOf(
    'social-verify',
    data({ blockType: 'generalBlockSocialVerify', socialData: { ...social, status: 'started', error } }),
  ),
  'conditional-ui-completed': otherBlockOf(
    'conditional-ui-completed',
    data({ ...blockOf('completed').data, blockType: 'generalBlockConditionalUICompleted' }),
  ),
  completed: blockOf('completed'),
  continueOnOtherDevice: {
    ...blockOf('email-verify', { data: { verificationMethod: 'email-link' } }),
    continueOnOtherDevice: { reason: 'process-already-completed' },
  },
};

type Json = null | boolean | number | string | Json[] | { [member: string]: Json };

/** What becomes of a value somewhere in an answer. */
const REPLACEMENTS: Readonly<Record<string, (value: Json) => Json>> = {
  null: () => null,
  true: () => true,
  zero: () => 0,
  negative: () => -1e308,
  empty: () => '',
  text: () => 'something else',
  markup: () => MARKUP,
  script: () => 'javascript:injected=1',
  huge: () => 'W'.repeat(100_000),
  wide: () => '\u{1F468}‍\u{1F469}\u202E\u0000'.repeat(50),
  object: () => ({}),
  list: () => [],
  nested: (value) => [[[[value]]]],
  wrapped: (value) => ({ value, toString: 'x', length: 7 }),
  many: (value) => Array<Json>(500).fill(value),
  deep: (value) => Array.from({ length: 300 }).reduce<Json>((inner) => [inner], value),
  prototype: (value) => withOwn(value, '__proto__'),
  constructed: (value) => withOwn(value, 'constructor'),
  method: (value) => withOwn(value, 'hasOwnProperty'),
};

function withOwn(value: Json, name: string): Json {
  const members = isMembers(value) ? { ...value } : {};
  return set(members, name, { injected: 1 });
}

/** Also of names that an assignment would give to the prototype. */
function set(members: Record<string, Json>, name: string, value: Json): Record<string, Json> {
  return Object.defineProperty(members, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

const isMembers = (value: Json): value is { [member: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Mutation {
  /** Which value, counted through the answer and modulo their number. */
  readonly at: number;
  readonly how: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(200),
  how: fc.constantFrom('dropped', ...Object.keys(REPLACEMENTS)),
});

/** The answer with a block, as JSON that went through all mutations. */
export function mutatedAnswer(block: BlockBody, mutations: readonly Mutation[]): Json {
  const answer = JSON.parse(JSON.stringify(processResponseOf(block))) as Json;
  return mutations.reduce(mutated, answer);
}

function mutated(answer: Json, { at, how }: Mutation): Json {
  const places = placesIn(answer);
  const place = places[at % places.length];
  if (!place) return answer;
  const { holder, name } = place;
  if (how === 'dropped') Reflect.deleteProperty(holder, name);
  else set(holder, name, REPLACEMENTS[how]?.(holder[name] ?? null) ?? null);
  return answer;
}

interface Place {
  readonly holder: Record<string, Json>;
  readonly name: string;
}

function placesIn(value: Json, depth = 0): Place[] {
  // Values repeated hundreds of times are one place: else nothing beside them would ever be reached.
  if (typeof value !== 'object' || value === null || depth > 12) return [];
  const holder = value as Record<string, Json>;
  return Object.keys(holder)
    .slice(0, 20)
    .flatMap((name) => [{ holder, name }, ...placesIn(holder[name] ?? null, depth + 1)]);
}

/** What a person meets: an answer, how it comes, and what they press then. */
export interface Case {
  /** As the first answer of a process, or as the answer to a person's action. */
  readonly when: 'first' | 'later';
  readonly root: 'shadow' | 'light';
  readonly mutations: readonly Mutation[];
  readonly presses: readonly number[];
}

export const cases: fc.Arbitrary<Case> = fc.record({
  when: fc.constantFrom('first', 'later'),
  root: fc.constantFrom('shadow', 'light'),
  mutations: fc.array(mutation, { minLength: 1, maxLength: 4 }),
  presses: fc.array(fc.nat(9), { maxLength: 5 }),
});
