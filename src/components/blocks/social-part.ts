import { html, nothing, type TemplateResult } from 'lit';
import { addEnglish } from '../../localize/english.js';
import { enSocial } from '../../localize/en-social.js';
import { BlockActionEvent } from '../../process/events.js';
import type { BlockElement } from '../base/block-element.js';
import type { ScreenPart } from '../base/lazy-part.js';
import { social } from '../styles/social.styles.js';
import { githubMark, googleMark, microsoftMark } from '../ui/brand-marks.js';
import { button } from '../ui/button.js';
import type { Icon } from '../ui/icon.js';

addEnglish(enSocial);

export type InitBlock = BlockElement<'login-init' | 'signup-init'>;

const KNOWN: ReadonlyMap<string, { readonly name: string; readonly mark: Icon }> = new Map([
  ['google', { name: 'Google', mark: googleMark }],
  ['microsoft', { name: 'Microsoft', mark: microsoftMark }],
  ['github', { name: 'GitHub', mark: githubMark }],
]);

/** More labelled buttons than these would push the form's own actions aside. */
const MOST_LABELLED = 2;

/** A button for each provider, in the server's order: with its name for up to two, marks in a row from three on. One without a mark is always named. */
export class SocialPart implements ScreenPart {
  readonly styles = social;
  #pressed: string | undefined;

  constructor(private readonly block: InitBlock) {}

  render(): TemplateResult {
    const { providers } = this.block.step.data.socialData;
    const marked = providers.filter((provider) => KNOWN.has(provider));
    const inRow = providers.length > MOST_LABELLED && marked.length > 1 ? marked : [];
    const named = providers.filter((provider) => !inRow.includes(provider));
    const row = html`<div class="cbo-social" part="social">
      ${inRow.map((provider) => this.#renderButton(provider))}
    </div>`;
    return html`${inRow.length > 0 ? row : nothing}${named.map((provider) => this.#renderButton(provider))}`;
  }

  #renderButton(provider: string): TemplateResult {
    const { localization, pending, step } = this.block;
    const known = KNOWN.get(provider);
    const pressed = this.#pressed ?? step.data.socialData.providers[0];
    return button({
      label: localization.t('social.continueWith', { provider: known?.name ?? capitalized(provider) }),
      busy: pending === 'use-social' && provider === pressed,
      blocked: pending !== undefined,
      onClick: () => this.#leave(provider),
      ...(known ? { icon: known.mark } : {}),
    });
  }

  #leave(provider: string): void {
    this.#pressed = provider;
    this.block.dispatchEvent(new BlockActionEvent({ type: 'use-social', provider }));
  }
}

function capitalized(name: string): string {
  const [first = '', ...rest] = name;
  return first.toUpperCase() + rest.join('');
}
