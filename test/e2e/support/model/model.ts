import type * as fc from 'fast-check';
import type { CommonAction } from './common-action.js';
import type { View } from './screen.js';
import type { Tab } from './tab.js';
import type { Way, World } from './walk.js';

/** Anything that can happen, by its name in `do`. */
export interface AnyAction {
  readonly do: string;
}

/** The pages a model walks through. */
export interface Site {
  /** Names of the elements whose screens are looked at. */
  readonly tags: readonly string[];
  /** Where somebody begins who has left for good. */
  readonly front: string;
  /** Paths of the calls that somebody waits for, and that can be held on their way. */
  readonly calls: RegExp;
  /** What somebody does who just wants to go on. */
  goOn(tab: Tab): Promise<unknown>;
}

/** A project, who is there at the start, and what happens then. */
export interface AnyScenario {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly actions: readonly AnyAction[];
}

/** What is told of the elements of a site: what may happen to them, and what must hold whatever does. */
export interface Model<S extends AnyScenario> {
  readonly site: Site;
  readonly scenarios: fc.Arbitrary<S>;
  /** Where scenarios are kept that failed once. */
  readonly seeds: URL;
  /** Has accounts, settings and moods as the scenario wants them, and opens its first page. */
  begin(world: World, scenario: S, way: Way): Promise<void>;
  /** Brings whoever has left for good back, before their next action. */
  comeBack(world: World, before: View): Promise<void>;
  /** Does what the action says, and does not wait for what follows. */
  perform(world: World, action: S['actions'][number] | CommonAction): Promise<void>;
  /** What is wrong with what is shown, a sentence each. */
  problemsOf(view: View): readonly string[];
  /** What was typed, before or meanwhile, and is gone though it is still needed. */
  lossesBetween(before: View, typed: ReadonlyMap<string, string>, after: View): readonly string[];
  /** Changes back what the project's owner has set that would be in the way. */
  haveInOrder(world: World): Promise<void>;
  /** The person is where they wanted to be. */
  isThere(view: View): boolean;
  /** One thing a person would try who wants to get there; each but once, by the names in `tried`. */
  step(world: World, view: View, tried: Set<string>): Promise<unknown>;
}
