import * as fc from 'fast-check';
import type { Operation } from '../../local-api.js';
import {
  allIsWell,
  faultOf,
  forget,
  meanwhile,
  mood,
  moods,
  offline,
  quick,
  secondTab,
  time,
  type ArbitraryValue,
  type Mood,
} from '../common-action.js';

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
  { weight: 6, arbitrary: mood },
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
  { weight: 7, arbitrary: meanwhile },
  { weight: 8, arbitrary: faultOf(OPERATIONS) },
  { weight: 2, arbitrary: offline },
  { weight: 4, arbitrary: allIsWell },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('processes-end') }) },
  { weight: 2, arbitrary: forget },
  { weight: 2, arbitrary: time },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settings'), settings: settingsPatch }) },
  { weight: 3, arbitrary: secondTab },
);

export type Action = ArbitraryValue<typeof anything>;

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
  mood: moods,
  at: fc.constantFrom('', '', '?initial=login-init', '?initial=signup-init', '?root=light', '?elements=2'),
  actions: fc
    .tuple(
      fc.array(fillIn, { minLength: 1, maxLength: 1 }),
      fc.array(anything, { maxLength: 20, size: 'max' }),
    )
    .map(([first, then]) => [...first, ...then]),
});
