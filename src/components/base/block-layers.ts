import {
  BlockRegistry,
  pageBlocks,
  resolveBlock,
  type BlockEntry,
  type ResolvedBlock,
  type SiteAction,
} from '../../process/block-registry.js';
import { clientStep, type Step } from '../../process/step.js';

export interface BlockLayersOptions {
  /** The kit's own blocks, the last layer. */
  readonly defaults: () => BlockRegistry;
  /** A block has come, or will not come: draw again. */
  readonly onChange: () => void;
  /** An entry of the site that cannot be drawn, or a type whose element nobody has defined. */
  readonly onMistake: (mistake: TypeError, entry: unknown) => void;
}

/** Which block draws a step: the element's own, one of the page, or one of the kit. */
export class BlockLayers {
  #own = new BlockRegistry();
  #connected: AbortController | undefined;
  /** Types whose block has not come, and what stands in for it. */
  readonly #missing = new Map<string, 'client:error' | 'client:unknown'>();

  constructor(private readonly options: BlockLayersOptions) {}

  /** From now on blocks that come to the page, or the network that comes back, are noticed. */
  connect(): void {
    const { signal } = (this.#connected = new AbortController());
    pageBlocks().addEventListener(
      'change',
      (event) => this.#registered((event as CustomEvent<string>).detail),
      { signal },
    );
    addEventListener('online', () => this.forgive(), { signal });
  }

  disconnect(): void {
    this.#connected?.abort();
  }

  /** Replaces the element's own blocks. A mistake in one entry leaves the others, and the built-in blocks, in place. */
  register(entries: unknown): void {
    this.#own = new BlockRegistry();
    this.#missing.clear();
    for (const entry of Array.isArray(entries) ? (entries as readonly BlockEntry[]) : [])
      try {
        this.#own.set(entry);
      } catch (mistake) {
        this.options.onMistake(mistake as TypeError, entry);
      }
  }

  knows(type: string): boolean {
    return resolveBlock(this.#layers, type) !== undefined;
  }

  /** Who serves an action that the site's block of a type reports. */
  action(type: string, action: string): SiteAction | undefined {
    return this.#layers.find((layer) => layer.has(type))?.action(type, action);
  }

  /** Blocks that failed to load may be loaded again. */
  forgive(): void {
    const failed = [...this.#missing].filter(([, substitute]) => substitute === 'client:error');
    for (const [type] of failed) this.#missing.delete(type);
    if (failed.length > 0) this.options.onChange();
  }

  /** The block of a step; in its place `client:error` when it could not be loaded, `client:unknown` when nobody registered or defined it. */
  resolve(step: Step): { readonly block: ResolvedBlock; readonly step: Step } {
    const missing = this.#missing.get(step.type);
    const block = missing ? undefined : resolveBlock(this.#layers, step.type);
    if (block) return { block: this.#awaited(block, step.type), step };
    const substitute = missing ?? 'client:unknown';
    const own = this.options.defaults().resolve(substitute);
    if (!own) throw new TypeError(`The default blocks lack ${substitute}`);
    return { block: this.#awaited(own, step.type), step: clientStep(substitute, {}, step) };
  }

  get #layers(): readonly BlockRegistry[] {
    return [this.#own, pageBlocks(), this.options.defaults()];
  }

  #awaited(block: ResolvedBlock, type: string): ResolvedBlock {
    if (block.kind === 'loading')
      void block.loaded
        .catch((cause: unknown) => this.#miss(type, block, cause))
        .then(this.options.onChange, () => undefined);
    return block;
  }

  /** The page has a block of that type now. */
  #registered(type: string): void {
    this.#missing.delete(type);
    this.options.onChange();
  }

  #miss(type: string, { tag, otherwise }: Extract<ResolvedBlock, { kind: 'loading' }>, cause: unknown): void {
    // Asked for at every drawing.
    if (this.#missing.get(type) === otherwise) return;
    this.#missing.set(type, otherwise);
    if (otherwise === 'client:unknown') this.options.onMistake(cause as TypeError, type);
    customElements.whenDefined(tag).then(
      () => this.#registered(type),
      () => undefined,
    );
  }
}
