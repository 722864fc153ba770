import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BlockType } from '../../api/types.js';
import type { BlockAction } from '../../process/block-actions.js';
import { isInitBlock } from '../../process/block-types.js';
import type { ProcessState } from '../../process/process-state.js';

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
  'passkey-verify',
  'passkey-appended',
  'email-verify',
  'phone-verify',
]);

export interface HistoryOptions {
  readonly enabled: () => boolean;
  readonly state: () => ProcessState;
  readonly perform: (action: BlockAction) => void;
}

/** One history entry per screen, by hash. Never touches a hash that is the page's own; one element of a page owns it. */
export class HistoryController implements ReactiveController {
  #listening: AbortController | undefined;

  constructor(
    host: ReactiveControllerHost & object,
    private readonly options: HistoryOptions,
  ) {
    this.#host = host;
    host.addController(this);
  }
  readonly #host: object;

  hostConnected(): void {
    const page = globalThis as { [OWNER_KEY]?: object };
    page[OWNER_KEY] ??= this.#host;
    this.#listening = new AbortController();
    addEventListener('popstate', () => this.#onPopState(), { signal: this.#listening.signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    const page = globalThis as { [OWNER_KEY]?: object | undefined };
    if (page[OWNER_KEY] === this.#host) page[OWNER_KEY] = undefined;
  }

  /** The block the address names, if the address is the kit's to read. */
  preferredBlock(): BlockType | undefined {
    return this.#active ? (blockOf(location.hash) as BlockType | undefined) : undefined;
  }

  /** Makes the address say what the screen shows. The first screen takes the present entry, later ones get their own. */
  follow({ step }: ProcessState): void {
    if (!this.#active) return;
    const present = blockOf(location.hash);
    if (step.type === 'completed' && present !== undefined)
      history.replaceState(history.state, '', location.pathname + location.search);
    if (!OWN_HASHES.has(step.type)) return;
    if (present === step.type && location.hash === `#${step.type}`) return;
    if (present === undefined && location.hash !== '') return;
    if (location.hash === '' || present === step.type)
      history.replaceState(history.state, '', `#${step.type}`);
    else history.pushState(null, '', `#${step.type}`);
  }

  get #active(): boolean {
    return this.options.enabled() && (globalThis as { [OWNER_KEY]?: object })[OWNER_KEY] === this.#host;
  }

  #onPopState(): void {
    const target = blockOf(location.hash);
    const { step, status } = this.options.state();
    if (!this.#active || target === undefined || target === step.type || status === 'completed') return;
    // Where the person went is where the address stays: rewriting it would cost the entries ahead.
    if (step.alternatives.some(({ type }) => type === target) && isInitBlock(target))
      this.options.perform({ type: 'choose-alternative', block: target });
    else if (isInitBlock(target) && !isInitBlock(step.type)) this.options.perform({ type: 'abort' });
    // A screen the process does not allow now: the address returns to the one that is shown.
    else this.#restore();
  }

  #restore(): void {
    const { step } = this.options.state();
    if (OWN_HASHES.has(step.type)) history.replaceState(history.state, '', `#${step.type}`);
  }
}

function blockOf(hash: string): string | undefined {
  const name = hash.slice(1);
  return ALIASES.get(name) ?? (OWN_HASHES.has(name) ? name : undefined);
}
