import {
  BlockRegistry,
  pageBlocks,
  resolveBlock,
  type BlockEntry,
  type ResolvedBlock,
} from '../../process/block-registry.js';
import { clientStep, type Step } from '../../process/step.js';

export interface BlockLayersOptions {
  /** The kit's own blocks, the last layer. */
  readonly defaults: () => BlockRegistry;
  /** A block has come, or will not come: draw again. */
  readonly onChange: () => void;
  /** An entry of the site that cannot be drawn. */
  readonly onMistake: (mistake: TypeError, entry: unknown) => void;
}

/** Which block draws a step: the element's own, one of the page, or one of the kit. */
export class BlockLayers {
  #own = new BlockRegistry();
  #failedType: string | undefined;

  constructor(private readonly options: BlockLayersOptions) {}

  /** Replaces the element's own blocks. A mistake in one entry leaves the others, and the built-in blocks, in place. */
  register(entries: unknown): void {
    this.#own = new BlockRegistry();
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

  /** A block that failed to load may be loaded again. */
  forgive(): void {
    if (this.#failedType === undefined) return;
    this.#failedType = undefined;
    this.options.onChange();
  }

  /** The block of a step; in its place `client:error` when it could not be loaded, `client:unknown` when nobody registered it. */
  resolve(step: Step): { readonly block: ResolvedBlock; readonly step: Step } {
    const failed = this.#failedType === step.type;
    const block = failed ? undefined : resolveBlock(this.#layers, step.type);
    if (block) return { block: this.#awaited(block, step.type), step };
    const substitute = failed ? 'client:error' : 'client:unknown';
    const own = this.options.defaults().resolve(substitute);
    if (!own) throw new TypeError(`The default blocks lack ${substitute}`);
    return { block: this.#awaited(own, step.type), step: clientStep(substitute, {}, step) };
  }

  get #layers(): readonly BlockRegistry[] {
    return [this.#own, pageBlocks(), this.options.defaults()];
  }

  #awaited(block: ResolvedBlock, type: string): ResolvedBlock {
    if (block.kind === 'loading')
      block.loaded.catch(() => (this.#failedType = type)).then(this.options.onChange, () => undefined);
    return block;
  }
}
