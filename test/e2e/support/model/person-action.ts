import * as fc from 'fast-check';
import type { Operation } from '../local-api.js';

/** What a person may type; `known` has an account in walks that start with one. */
export const TYPED = {
  known: 'maria@example.com',
  new: 'new@example.com',
  ada: 'ada@example.com',
  phone: '+49 1512 3456789',
  second: '+49 1512 3456788',
  national: '01512 3456788',
  username: 'maria.k',
  malformed: 'maria@',
  empty: '',
  blank: '   ',
  markup: '<img/src=x>@example.com',
  long: `${'a'.repeat(300)}@example.com`,
} as const;

export type Typed = keyof typeof TYPED;

const OPERATIONS = [
  'ProcessInit',
  'ProcessGet',
  'ProcessReset',
  'ProcessComplete',
  'SignupInit',
  'LoginInit',
  'IdentifierUpdate',
  'IdentifierVerifyStart',
  'IdentifierVerifyFinish',
  'IdentifierVerifyStatus',
  'BlockSkip',
  'PasskeyAppendStart',
  'PasskeyAppendFinish',
  'PasskeyLoginStart',
  'PasskeyLoginFinish',
  'PasskeyMediationFinish',
  'SocialVerifyStart',
  'SocialVerifyFinish',
] as const satisfies readonly Operation[];

const EFFECTS = ['drop', 'status', 'html', 'empty', 'truncated'] as const;

const MOODS = ['agrees', 'away', 'refused'] as const;
export type Mood = (typeof MOODS)[number];

/** What a person can do at any moment without waiting for anything. Numbers count what is visible, modulo how much there is. */
const quick = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('press'), button: fc.nat(7) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('press-twice'), button: fc.nat(7) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('go-on') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('submit') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('type'),
      field: fc.nat(3),
      text: fc.constantFrom(...(Object.keys(TYPED) as Typed[])),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('back') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forward') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reload') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('close-prompt') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('escape') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('page'),
      change: fc.constantFrom('locale', 'theme', 'root', 'move', 'take-out-and-back', 'reset'),
    }),
  },
);

const settingsPatch = fc.record(
  {
    identifiers: fc.constantFrom(
      { email: { enabled: true, required: true } },
      { email: { enabled: true, required: false }, username: { enabled: true, required: false } },
      { email: { enabled: true, required: true }, phone: { enabled: true, required: false } },
      { email: { enabled: false, required: false }, phone: { enabled: true, required: true } },
      { email: { enabled: false, required: false }, username: { enabled: true, required: true } },
      {
        email: { enabled: true, required: true },
        username: { enabled: true, required: true },
        phone: { enabled: true, required: true },
      },
    ),
    verification: fc.constantFrom('none', 'at-signup', 'at-login'),
    verificationMethods: fc.constantFrom({ email: 'email-otp' }, { email: 'email-link' }),
    codeFallback: fc.boolean(),
    socialProviders: fc.constantFrom<readonly string[]>([], ['google'], ['google', 'microsoft', 'github']),
    publicSignup: fc.constantFrom(true, true, true, false),
    fullName: fc.constantFrom('off', 'optional', 'required'),
    passkeyAppendAtSignup: fc.constantFrom('required', 'optional'),
    passkeyAppendAfterLogin: fc.constantFrom('off', 'when-useful', 'always'),
    passkeyAppendedScreen: fc.boolean(),
    autoSubmit: fc.constantFrom(false, false, true),
    conditionalUi: fc.boolean(),
    obfuscate: fc.boolean(),
    codePauseSeconds: fc.constantFrom(0, 30),
    codesPerHour: fc.constantFrom(1000, 2),
    codeLifetimeSeconds: fc.constantFrom(600, 600, 0),
  },
  { requiredKeys: [] },
);

const fillIn = fc.record({
  do: fc.constant('fill-in'),
  who: fc.constantFrom('known', 'known', 'new', 'ada'),
});

/** Everything that may happen: the person, the project's owner, the network and the page they are on. */
const anything = fc.oneof(
  { weight: 32, arbitrary: quick },
  // Random typing gets nowhere deep: these lead on.
  { weight: 12, arbitrary: fillIn },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('code'),
      which: fc.constantFrom('right', 'right', 'right', 'wrong', 'old', 'short'),
      how: fc.constantFrom('typed', 'pasted'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('link'),
      which: fc.nat(2),
      where: fc.constantFrom('same-tab', 'new-tab', 'other-browser'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('mood'), mood: fc.constantFrom(...MOODS) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('provider'),
      account: fc.nat(2),
      decision: fc.constantFrom('Continue', 'Cancel'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('open'),
      at: fc.constantFrom(
        '',
        '?initial=login-init',
        '?initial=signup-init',
        '#login-init',
        '#signup-init',
        '?root=light',
        '?history=off',
        '?locale=de',
        '?elements=2',
      ),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('meanwhile'),
      first: quick,
      then: quick,
      held: fc.constantFrom('request', 'answer'),
      end: fc.constantFrom('arrives', 'is-lost'),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('fault'),
      operation: fc.constantFrom(...OPERATIONS),
      effect: fc.constantFrom(...EFFECTS),
      lose: fc.constantFrom('request', 'answer'),
      status: fc.constantFrom(500, 503, 429, 408),
      times: fc.constantFrom(1, 1, 3),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('offline') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('all-well') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('processes-end') }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('forget'), what: fc.constantFrom('storage', 'cookies') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('time'),
      passes: fc.constantFrom('00:31', '05:00', '31:00'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settings'), settings: settingsPatch }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('second-tab'), doing: fc.array(quick, { maxLength: 3 }) }),
  },
);

export type QuickAction = ArbitraryValue<typeof quick>;
export type Action = ArbitraryValue<typeof anything>;
type ArbitraryValue<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** A project, who is there at the start, and what happens then. */
export interface Scenario {
  readonly settings: Readonly<Record<string, unknown>>;
  /** Whether `known` has an account with a passkey on this device. */
  readonly account: boolean;
  /** How the person answers passkey prompts. */
  readonly mood: Mood;
  readonly at: string;
  readonly actions: readonly Action[];
}

export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  settings: settingsPatch,
  account: fc.boolean(),
  mood: fc.constantFrom(...MOODS),
  at: fc.constantFrom('', '', '?initial=login-init', '?initial=signup-init', '?root=light', '?elements=2'),
  actions: fc
    .tuple(
      fc.array(fillIn, { minLength: 1, maxLength: 1 }),
      fc.array(anything, { maxLength: 20, size: 'max' }),
    )
    .map(([first, then]) => [...first, ...then]),
});
