import { html, nothing, type TemplateResult } from 'lit';
import type { SocialInfo } from '../../process/block-data.js';
import type { BlockElement } from '../base/block-element.js';
import { LazyPart } from '../base/lazy-part.js';
import { button } from '../ui/button.js';
import type { TextFieldOptions } from '../ui/text-field.js';
import type { PhonePart } from './phone-part.js';
import type { InitBlock, SocialPart } from './social-part.js';

/** The country picker of a phone field: it comes where a phone number is asked for. */
export function phonePart(block: BlockElement): LazyPart<PhonePart> {
  return new LazyPart(block, async () => (await import('./phone-part.js')).loadPhonePart(block));
}

/** The options of a phone field: a plain one until its country has come. The input, and what was typed, stay. */
export function phoneField(part: LazyPart<PhonePart>, options: TextFieldOptions, hint: string) {
  return part.get()?.field(options) ?? { ...options, hint };
}

/** The buttons of providers: they come where the project has any. */
export function socialPart(block: InitBlock): LazyPart<SocialPart> {
  return new LazyPart(block, async () => new (await import('./social-part.js')).SocialPart(block));
}

/** The providers of a block; until they have come their place is kept free. */
export function renderSocial(
  part: LazyPart<SocialPart>,
  { step, localization: { t }, appName }: InitBlock,
): TemplateResult | typeof nothing {
  const { length } = step.data.socialData.providers;
  if (length === 0) return nothing;
  if (part.failed)
    return html`<p
        class="cbo-lead"
        .textContent=${t('request.network', { app: appName || t('common.yourSite') })}
      ></p>
      ${button({ label: t('common.tryAgain'), onClick: () => part.again() })}`;
  const places = Array.from({ length: length > 2 ? 1 : length });
  return part.get()?.render() ?? html`${places.map(() => html`<div class="cbo-skeleton"></div>`)}`;
}

/** Whether an error of the block is about a provider: then it has words of its own. */
export function errorTopic({ status, error }: SocialInfo): 'social' | undefined {
  return status === 'finished' || error ? 'social' : undefined;
}
