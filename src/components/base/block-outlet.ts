import { isServer, nothing, type TemplateResult } from 'lit';
import type { BlockProperties, ResolvedBlock } from '../../process/block-registry.js';
import type { BlockAction } from '../../process/block-actions.js';
import type { Step } from '../../process/step.js';

export interface OutletOptions extends Omit<BlockProperties, 'step'> {
  readonly step: Step;
  readonly block: ResolvedBlock;
  readonly act: (action: BlockAction) => void;
}

type Drawn = HTMLElement | TemplateResult | typeof nothing;

/** Keeps the element of a step while the step or one of its alternatives is shown, so that nothing typed is lost; replaces it otherwise. */
export class BlockOutlet {
  #elements = new Map<string, HTMLElement>();
  #shown: Drawn = nothing;

  /** What to put where the screens live; the same element wherever that is. */
  draw(options: OutletOptions): Drawn {
    const { step, block, pending, problem, appName, localization, act } = options;
    // A server has no elements; the browser draws the first screen.
    if (isServer) return nothing;
    this.#drop(step);
    if (block.kind === 'loading') {
      if (this.#shown instanceof HTMLElement) this.#shown.inert = true;
      return this.#shown;
    }
    if (block.kind === 'render')
      return (this.#shown = block.render({ step, pending, problem, appName, localization, act }));
    const kept = this.#elements.get(step.key);
    const element = kept?.localName === block.tag ? kept : document.createElement(block.tag);
    this.#elements.set(step.key, element);
    element.inert = false;
    Object.assign(element, { step, pending, problem, appName, localization });
    return (this.#shown = element);
  }

  #drop(step: Step): void {
    const kept = new Set([step.key, ...step.alternatives.map(({ key }) => key)]);
    for (const key of this.#elements.keys()) if (!kept.has(key)) this.#elements.delete(key);
  }
}
