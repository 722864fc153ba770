import { html, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';
import { later } from '../../styles/later.styles.js';
import { button } from '../../ui/button.js';
import { mark } from '../../ui/icon.js';
import { checkIcon } from '../../ui/later-icons.js';
import { head } from '../../ui/layout.js';

/**
 * @summary The end of a page that was opened from an email link while the process goes on, or has gone on, elsewhere.
 * @tag auth-block-client-continue-elsewhere
 */
export class ClientContinueElsewhereBlock extends BlockElement<'client:continue-elsewhere'> {
  static override screenStyles = later;

  override render(): TemplateResult {
    const { reason } = this.step.data;
    return html`<div class="cbo-body">
      ${mark(checkIcon, 'success')}
      ${head(this.t(`continueElsewhere.${reason}.heading`), this.t(`continueElsewhere.${reason}.lead`))}
      ${this.renderProblem()}
      ${button({
        label: this.t('common.startAgain'),
        kind: 'quiet',
        busy: this.busy,
        onClick: () => this.act({ type: 'restart' }),
      })}
    </div>`;
  }
}
