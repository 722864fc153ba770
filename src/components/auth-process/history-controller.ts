import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BlockType } from '../../api/types.js';
import type { BlockAction } from '../../process/block-actions.js';
import { isInitBlock } from '../../process/block-types.js';
import type { ProcessState } from '../../process/process-state.js';
import { SubViewEvent } from '../../process/sub-view-event.js';

const OWNER_KEY = Symbol.for('corbado-elements.history-owner');
const ALIASES: ReadonlyMap<string, BlockType> = new Map([
  ['login', 'login-init'],
  ['register', 'signup-init'],
]);
/** Hashes the kit may read and write; any other belongs to the page. */
const OWN_HASHES: ReadonlySet<string> = new Set([
  'signup-init',
  'login-init',
  'passkey-append',
  'passkey-append-after-hybrid',
  'passkey-verify',
  'passkey-appended',
  'email-verify',
  'phone-verify',
]);

/** In the state of a history entry: the screen's sub-view is open. */
const SUB_VIEW = 'cbo-sub-view';
/** In the state of a history entry: its screen is a later one than its address says. */
const LATER = 'cbo-later';

export interface HistoryOptions {
  readonly enabled: () => boolean;
  readonly state: () => ProcessState;
  readonly perform: (action: BlockAction) => void;
}

type Page = { [OWNER_KEY]?: HistoryController | undefined };

/** One history entry per screen, by hash. Never touches a hash that is the page's own; one element of a page owns it. */
export class HistoryController implements ReactiveController {
  #listening: AbortController | undefined;
  #placed = false;

  constructor(
    private readonly host: ReactiveControllerHost & EventTarget,
    private readonly options: HistoryOptions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener('popstate', () => this.#onPopState(), { signal });
    const onSubView = (event: Event) => event instanceof SubViewEvent && this.#onSubView(event);
    this.host.addEventListener(SubViewEvent.eventName, onSubView, { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#listening = undefined;
    this.#release();
  }

  /** The block the address names, if the address is the kit's to read. */
  preferredBlock(): BlockType | undefined {
    return this.#active ? (blockOf(location.hash) as BlockType | undefined) : undefined;
  }

  /** Whether the page was left at a screen beyond the first ones that its address does not name: a reload goes on there. */
  get isLater(): boolean {
    return this.#active && entryState()?.[LATER] === true;
  }

  /** Makes the address say what the screen shows. The first screen takes the present entry, later ones get their own. */
  follow({ step }: ProcessState): void {
    if (!this.#active) return;
    this.#place(step);
    this.#note(step);
  }

  #place(step: ProcessState['step']): void {
    const present = blockOf(location.hash);
    if (step.type === 'completed' && present !== undefined)
      history.replaceState(history.state, '', location.pathname + location.search);
    if (!OWN_HASHES.has(step.type)) return;
    if (present === undefined && location.hash !== '') return;
    const first = !this.#placed;
    this.#placed = true;
    // WebKit allows a page so many changes in a while.
    if (location.hash === `#${step.type}`) return;
    if (first || location.hash === '' || present === step.type)
      history.replaceState(history.state, '', `#${step.type}`);
    else history.pushState(null, '', `#${step.type}`);
  }

  /** Where the address cannot say it, the entry does. */
  #note({ type }: ProcessState['step']): void {
    const asks = type === 'client:leave-signup';
    if (type.startsWith('client:') && !asks && !isLeft(type)) return;
    const later = asks || (type !== 'completed' && isLeft(type) && blockOf(location.hash) !== type);
    const state = entryState();
    if (state && (state[LATER] === true) !== later) history.replaceState({ ...state, [LATER]: later }, '');
  }

  /** The first that wants the address has it until it leaves or wants it no more. */
  get #active(): boolean {
    const page = globalThis as Page;
    if (!this.#listening || !this.options.enabled()) {
      this.#release();
      return false;
    }
    return (page[OWNER_KEY] ??= this) === this;
  }

  #release(): void {
    const page = globalThis as Page;
    if (page[OWNER_KEY] === this) page[OWNER_KEY] = undefined;
  }

  /** A sub-view is remembered with the entry of its screen, so that a reload opens it again. */
  #onSubView(event: SubViewEvent): void {
    event.stopPropagation();
    const state = entryState();
    if (!state || !this.#active || blockOf(location.hash) !== this.options.state().step.type) return;
    if (event.open === undefined) event.open = state[SUB_VIEW] === true;
    else history.replaceState({ ...state, [SUB_VIEW]: event.open }, '');
  }

  #onPopState(): void {
    const target = blockOf(location.hash);
    const { step, status } = this.options.state();
    if (!this.#active || target === undefined || target === step.type || status === 'completed') return;
    // Where the person went is where the address stays: rewriting it would cost the entries ahead.
    if (step.alternatives.some(({ type }) => type === target) && isInitBlock(target))
      this.options.perform({ type: 'choose-alternative', block: target });
    else if (isInitBlock(target) && isLeft(step.type)) this.options.perform({ type: 'abort' });
    // A screen the process does not allow now: the address returns to the one that is shown.
    else this.#restore();
  }

  #restore(): void {
    const { step } = this.options.state();
    if (OWN_HASHES.has(step.type)) history.replaceState(history.state, '', `#${step.type}`);
  }
}

/** Whether going back from a screen means leaving the process: not where there is none, or where that is the question. */
function isLeft(type: string): boolean {
  return type.startsWith('client:') ? type === 'client:no-passkey-support' : !isInitBlock(type);
}

/** The state of the present entry; undefined where the page keeps something there that nothing can be added to. */
function entryState(): Record<string, unknown> | undefined {
  const state: unknown = history.state;
  return typeof state === 'object' ? { ...state } : undefined;
}

function blockOf(hash: string): string | undefined {
  const name = hash.slice(1);
  return ALIASES.get(name) ?? (OWN_HASHES.has(name) ? name : undefined);
}
