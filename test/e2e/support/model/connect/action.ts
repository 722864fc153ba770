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

/** An invitation that lifts the rollout gate where the settings name it. */
const INVITATION = 'friends';

const OPERATIONS = [
  'ConnectTokenCreate',
  'ConnectLoginInit',
  'ConnectLoginStart',
  'ConnectLoginFinish',
  'ConnectAppendInit',
  'ConnectAppendStart',
  'ConnectAppendFinish',
  'ConnectManageInit',
  'ConnectManageList',
  'ConnectManageDelete',
] as const satisfies readonly Operation[];

const settingsPatch = fc.record(
  {
    conditionalUi: fc.boolean(),
    connectRolloutPercentage: fc.constantFrom(100, 100, 100, 0),
    connectInvitationTokens: fc.constantFrom<readonly string[]>([], [INVITATION]),
    connectIdentifierRules: fc.constantFrom<readonly object[]>(
      [],
      [],
      [{ pattern: 'maria@*', allowed: false }],
    ),
    connectLogin: fc.constantFrom(true, true, true, false),
    connectAppend: fc.constantFrom('off', 'when-useful', 'when-useful', 'always'),
    connectManage: fc.constantFrom(true, true, true, false),
    connectUnknownUser: fc.constantFrom('no_cbo_user', 'user_not_found', 'http-404'),
    connectAutoAppend: fc.constantFrom(false, false, true),
    connectConditionalAppend: fc.constantFrom(false, false, true),
    connectAppendLifetimeSeconds: fc.constantFrom(300, 300, 1),
    connectFlags: fc.constantFrom(
      {},
      {},
      { 'automatic-append': 'true' },
      { 'conditional-ui-allowed': 'false' },
      { 'event-low': 'true' },
    ),
  },
  { requiredKeys: [] },
);

/** The present form, the element's or the site's, with what belongs there. */
const fillIn = fc.record({
  do: fc.constant('fill-in'),
  who: fc.constantFrom('known', 'known', 'known', 'new'),
  password: fc.constantFrom('right', 'right', 'right', 'wrong'),
});

const pages = [
  '/shop/login',
  '/shop/welcome',
  '/shop/account',
  '/shop/checkout',
  '/shop/sign-up',
  `/shop/login?invitationToken=${INVITATION}`,
] as const;

const open = fc.record({ do: fc.constant('open'), at: fc.constantFrom(...pages) });

/** Everything that may happen: the person, the site, the project's owner and the network. */
const anything = fc.oneof(
  { weight: 32, arbitrary: quick },
  // Random typing gets nowhere deep: these lead on.
  { weight: 10, arbitrary: fillIn },
  { weight: 9, arbitrary: open },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sign-out') }) },
  { weight: 6, arbitrary: mood },
  { weight: 7, arbitrary: meanwhile },
  { weight: 8, arbitrary: faultOf(OPERATIONS) },
  { weight: 2, arbitrary: offline },
  { weight: 4, arbitrary: allIsWell },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('people-go') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('device-forgets') }) },
  { weight: 2, arbitrary: forget },
  { weight: 2, arbitrary: time },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('settings'), settings: settingsPatch }) },
  { weight: 3, arbitrary: secondTab },
);

export type Action = ArbitraryValue<typeof anything>;

/** A project with a shop, who is there at the start, and what happens then. */
export interface Scenario {
  readonly settings: Readonly<Record<string, unknown>>;
  /** What `known` signs in to the shop with. */
  readonly account: 'none' | 'password' | 'passkey';
  readonly signedIn: boolean;
  /** How the person answers passkey prompts. */
  readonly mood: Mood;
  readonly at: string;
  readonly actions: readonly Action[];
}

export const scenarios: fc.Arbitrary<Scenario> = fc.record({
  settings: settingsPatch,
  account: fc.constantFrom('none', 'password', 'passkey', 'passkey'),
  signedIn: fc.boolean(),
  mood: moods,
  at: fc.constantFrom(...pages, '/shop/login'),
  actions: fc.array(anything, { minLength: 1, maxLength: 20, size: 'max' }),
});
