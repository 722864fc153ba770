import { html, type TemplateResult } from 'lit';
import { LazyPart } from '../base/lazy-part.js';
import type { BlockElement } from '../base/block-element.js';
import { button } from '../ui/button.js';
import type { IdentityCardOptions } from '../ui/identity-card.js';
import type { IdentityPart } from './identity-part.js';

/** The card of the last identifier: it comes where this browser remembers one. */
export function identityPart(block: BlockElement): LazyPart<IdentityPart> {
  return new LazyPart(block, async () => new (await import('./identity-part.js')).IdentityPart());
}

/** The card; its place is kept free until it has come, and a plain button does where it does not come. */
export function renderIdentity(part: LazyPart<IdentityPart>, options: IdentityCardOptions): TemplateResult {
  if (part.failed) return button({ ...options, label: options.value });
  return part.get()?.render(options) ?? html`<div class="cbo-skeleton cbo-skeleton--field"></div>`;
}
