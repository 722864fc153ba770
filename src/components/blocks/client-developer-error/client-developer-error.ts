import { html, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';
import { mark } from '../../ui/icon.js';
import { wrenchIcon } from '../../ui/later-icons.js';
import { head } from '../../ui/layout.js';

/**
 * @summary A mistake of the page's developer, told in place.
 * @tag auth-block-client-developer-error
 */
export class ClientDeveloperErrorBlock extends BlockElement<'client:developer-error'> {
  override render(): TemplateResult {
    return html`<div class="cbo-body">
      ${mark(wrenchIcon)} ${head(this.t('developerError.heading'), this.t('developerError.lead'))}
      ${this.renderMessage(this.step.data.message)}
    </div>`;
  }
}
