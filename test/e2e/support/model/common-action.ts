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

const EFFECTS = ['drop', 'status', 'html', 'empty', 'truncated'] as const;

const MOODS = ['agrees', 'away', 'refused'] as const;
export type Mood = (typeof MOODS)[number];

/** How the person answers passkey prompts. */
export const moods = fc.constantFrom(...MOODS);

/** What a person can do at any moment without waiting for anything. Numbers count what is visible, modulo how much there is. */
export const quick = fc.oneof(
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

export const mood = fc.record({ do: fc.constant('mood'), mood: moods });

/** The person does something else while a call is under way. */
export const meanwhile = fc.record({
  do: fc.constant('meanwhile'),
  first: quick,
  then: quick,
  held: fc.constantFrom('request', 'answer'),
  end: fc.constantFrom('arrives', 'is-lost'),
});

/** A call that goes wrong when it is made next. */
export const faultOf = <Name extends Operation>(operations: readonly Name[]) =>
  fc
    .record({
      do: fc.constant('fault'),
      operation: fc.constantFrom(...operations),
      effect: fc.constantFrom(...EFFECTS),
      lose: fc.constantFrom('request', 'answer'),
      status: fc.constantFrom(500, 503, 429, 408),
      times: fc.constantFrom(1, 1, 3),
    })
    // A 408 says that the request was never read, which is why browsers send it again by themselves (RFC 9110, 15.5.9).
    .map((fault) => (fault.status === 408 ? { ...fault, lose: 'request' as const } : fault));

export const offline = fc.record({ do: fc.constant('offline') });

export const allIsWell = fc.record({ do: fc.constant('all-well') });

export const forget = fc.record({
  do: fc.constant('forget'),
  what: fc.constantFrom('storage', 'cookies'),
});

export const time = fc.record({
  do: fc.constant('time'),
  passes: fc.constantFrom('00:31', '05:00', '31:00'),
});

export const secondTab = fc.record({
  do: fc.constant('second-tab'),
  doing: fc.array(quick, { maxLength: 3 }),
});

/** What the project's owner changes meanwhile. */
export interface SettingsAction {
  readonly do: 'settings';
  readonly settings: Readonly<Record<string, unknown>>;
}

export type ArbitraryValue<A> = A extends fc.Arbitrary<infer T> ? T : never;

export type QuickAction = ArbitraryValue<typeof quick>;

/** What can happen on the pages of every model. */
export type CommonAction =
  | QuickAction
  | SettingsAction
  | ArbitraryValue<typeof mood>
  | ArbitraryValue<typeof meanwhile>
  | ArbitraryValue<ReturnType<typeof faultOf<Operation>>>
  | ArbitraryValue<typeof offline>
  | ArbitraryValue<typeof allIsWell>
  | ArbitraryValue<typeof forget>
  | ArbitraryValue<typeof time>
  | ArbitraryValue<typeof secondTab>;
