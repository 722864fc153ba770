import { html, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';
import { problemMessage } from '../../base/problem-message.js';
import { button } from '../../ui/button.js';
import { alertIcon, mark } from '../../ui/icon.js';
import { head } from '../../ui/layout.js';

/**
 * @summary Nothing could be loaded; tries again.
 * @tag auth-block-client-error
 */
export class ClientErrorBlock extends BlockElement<'client:error'> {
  override render(): TemplateResult {
    const message = this.problem && problemMessage(this.problem, this.localization, this.app);
    return html`<div class="cbo-body">
      ${mark(alertIcon)} ${head(this.t('clientError.heading'), message?.text ?? this.t('clientError.lead'))}
      ${button({
        label: this.t('common.tryAgain'),
        kind: 'primary',
        busy: this.busy,
        onClick: () => this.act({ type: 'retry' }),
      })}
    </div>`;
  }
}
