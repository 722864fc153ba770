import type { TemplateResult } from 'lit';
import type { ProcessResponse } from '../api/types.js';
import type { Localization } from '../localize/localize-context.js';
import type { Problem } from './process-state.js';
import type { Step } from './step.js';
import type { ActionType, BlockAction, BlockActionMap } from './block-actions.js';

/** Properties every block element gets; extend `BlockElement` or bring any element that has them. */
export interface BlockProperties<Type extends string = string> {
  step: Step<Type>;
  pending: ActionType | undefined;
  problem: Problem | undefined;
  /** Name of the site, `''` while unknown. */
  appName: string;
  /** The language to speak. */
  localization: Localization;
}

/** For sites that draw a block without an element of its own. */
export interface BlockRenderContext extends Readonly<BlockProperties> {
  /** Reports what the person did. */
  act(action: BlockAction): void;
}

/** What a site serves an action of its own with. */
export interface SiteActionContext {
  /** Where the action was made. */
  readonly step: Step;
  /** Aborts when the action is cut off or the element leaves the page. */
  readonly signal: AbortSignal;
  /** Sends a request of this process to a path of the Frontend API, `/` first. Throws `ApiError`. */
  readonly post: (path: string, body?: object) => Promise<ProcessResponse>;
}

/** Serves one action; the process goes on with the answer. An `ApiError` is shown to the person, with a way to try again. */
export type SiteAction<Action = never> = (
  action: Action,
  context: SiteActionContext,
) => Promise<ProcessResponse>;

/** Serves actions that the kit does not know, by type; those it knows stay its own. */
export type SiteActions = {
  readonly [Type in keyof BlockActionMap]?: SiteAction<{ readonly type: Type } & BlockActionMap[Type]>;
};

type BlockClass = CustomElementConstructor;

/** How a block type is drawn, and who serves its own actions. Types are keys into a map, never tag names. */
export type BlockEntry = { readonly type: string; readonly actions?: SiteActions } & (
  | { readonly tag: string; readonly element: BlockClass }
  | { readonly tag: string; readonly load: () => Promise<BlockClass> }
  | { readonly tag: string; readonly element?: never; readonly load?: never; readonly render?: never }
  | { readonly render: (context: BlockRenderContext) => TemplateResult }
);

/** A block type ready to be drawn, or the promise of it. */
export type ResolvedBlock =
  | { readonly kind: 'element'; readonly tag: string }
  | { readonly kind: 'render'; readonly render: (context: BlockRenderContext) => TemplateResult }
  | {
      readonly kind: 'loading';
      readonly tag: string;
      /** Rejects when the block does not come in time; it may come later all the same. */
      readonly loaded: Promise<void>;
      /** What is shown in its place then. */
      readonly otherwise: 'client:error' | 'client:unknown';
    };

/** A wait for a block that a person is made to sit through, milliseconds. */
const PATIENCE_MS = 10_000;

/** Block types of one layer; layers are asked one after the other. */
export class BlockRegistry extends EventTarget {
  readonly #entries = new Map<string, BlockEntry>();
  readonly #loading = new Map<BlockEntry, Promise<void>>();

  constructor(entries: Iterable<BlockEntry> = []) {
    super();
    for (const entry of entries) this.set(entry);
  }

  /** Adds or replaces the entry of a type. Throws `TypeError` for an entry that cannot be drawn. */
  set(entry: BlockEntry): void {
    if (!isDrawable(entry))
      throw new TypeError('A block needs a type and either a custom element tag or a render function.');
    this.#entries.set(entry.type, entry);
    this.dispatchEvent(new CustomEvent('change', { detail: entry.type }));
  }

  has(type: string): boolean {
    return this.#entries.has(type);
  }

  /** Who serves an action that a block of the site reports. */
  action(type: string, action: string): SiteAction | undefined {
    const actions = this.#entries.get(type)?.actions ?? {};
    return Object.hasOwn(actions, action) ? (actions as Record<string, SiteAction>)[action] : undefined;
  }

  /** `undefined` for a type nobody registered. A class at hand is defined on first use. */
  resolve(type: string): ResolvedBlock | undefined {
    const entry = this.#entries.get(type);
    if (!entry) return undefined;
    if ('render' in entry && entry.render) return { kind: 'render', render: entry.render };
    const { tag } = entry as { tag: string };
    if ('element' in entry && entry.element) define(tag, entry.element);
    if (customElements.get(tag)) return { kind: 'element', tag };
    const load = 'load' in entry ? entry.load : undefined;
    const otherwise = load ? 'client:error' : 'client:unknown';
    return { kind: 'loading', tag, loaded: this.#load(entry, tag, load), otherwise };
  }

  /** Loads lazy blocks ahead of their use: those named, or all. A failure shows when they are used. */
  preload(types: Iterable<string> = this.#entries.keys()): void {
    for (const type of types) {
      const resolved = this.resolve(type);
      if (resolved?.kind === 'loading') resolved.loaded.catch(() => undefined);
    }
  }

  #load(entry: BlockEntry, tag: string, load: (() => Promise<BlockClass>) | undefined): Promise<void> {
    const known = this.#loading.get(entry);
    if (known) return known;
    const coming = load ? (async () => define(tag, await load()))() : customElements.whenDefined(tag);
    const loaded = inTime(coming, `<${tag}> has not been defined`);
    this.#loading.set(entry, loaded);
    // What did not come is asked for again the next time.
    loaded.catch(() => this.#loading.delete(entry));
    return loaded;
  }
}

async function inTime(coming: Promise<unknown>, otherwise: string): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TypeError(otherwise)), PATIENCE_MS);
  });
  await Promise.race([coming, late]).finally(() => clearTimeout(timer));
}

/** The first layer that knows the type draws it. */
export function resolveBlock(layers: readonly BlockRegistry[], type: string): ResolvedBlock | undefined {
  return layers.find((layer) => layer.has(type))?.resolve(type);
}

const TAG = /^[a-z][^\sA-Z<>/]*-[^\sA-Z<>/]*$/;

/** Sites write entries without a type checker, too. */
function isDrawable(entry: unknown): boolean {
  const { type, tag, element, load, render, actions = {} } = Object(entry) as Record<string, unknown>;
  const classes = [element, load].every((one) => one === undefined || typeof one === 'function');
  const drawn = typeof render === 'function' || (typeof tag === 'string' && TAG.test(tag) && classes);
  return typeof type === 'string' && type !== '' && drawn && typeof actions === 'object' && actions !== null;
}

/** Defines an element unless the page already has one of that name. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag)) return;
  // A class has one name: under a second one stands a class of its own.
  const named = typeof element === 'function' && customElements.getName(element) !== null;
  customElements.define(tag, named ? class extends element {} : element);
}

const PAGE_KEY = Symbol.for('corbado-elements.blocks');

/** Blocks registered for the whole page, shared by every copy of the kit on it. */
export function pageBlocks(): BlockRegistry {
  const shared = globalThis as { [PAGE_KEY]?: BlockRegistry };
  shared[PAGE_KEY] ??= new BlockRegistry();
  return shared[PAGE_KEY];
}

/** Registers a block type for every element on the page; elements that wait for it draw again. */
export function registerBlock(entry: BlockEntry): void {
  pageBlocks().set(entry);
}
