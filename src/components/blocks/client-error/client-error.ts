import { html, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';
import { button } from '../../ui/button.js';
import { alertIcon, mark } from '../../ui/icon.js';
import { head } from '../../ui/layout.js';

/**
 * @summary Nothing could be loaded; tries again.
 * @tag auth-block-client-error
 */
export class ClientErrorBlock extends BlockElement<'client:error'> {
  override render(): TemplateResult {
    const { problem } = this;
    const failure = problem?.kind === 'request' && this.failureText(problem.error);
    return html`<div class="cbo-body">
      ${mark(alertIcon)} ${head(this.t('clientError.heading'), failure || this.t('clientError.lead'))}
      ${button({
        label: this.t('common.tryAgain'),
        kind: 'primary',
        busy: this.busy,
        onClick: () => this.act({ type: 'retry' }),
      })}
    </div>`;
  }
}
