import { html, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';

/**
 * @summary A skeleton of a list's size, until there is one.
 * @tag auth-block-passkey-list-loading
 */
export class PasskeyListLoadingBlock extends BlockElement<'client:loading'> {
  override render(): TemplateResult {
    return html`<div class="cbo-body" role="status" aria-busy="true">
      <span class="cbo-visually-hidden" .textContent=${this.t('loading.label')}></span>
      <div class="cbo-skeleton cbo-skeleton--heading"></div>
      <div class="cbo-skeleton cbo-skeleton--lead"></div>
      <div class="cbo-skeleton cbo-skeleton--field"></div>
      <div class="cbo-skeleton cbo-skeleton--field"></div>
      <div class="cbo-skeleton"></div>
    </div>`;
  }
}
