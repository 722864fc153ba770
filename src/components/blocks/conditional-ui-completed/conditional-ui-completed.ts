import { html, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';
import { later } from '../../styles/later.styles.js';
import { button } from '../../ui/button.js';
import { mark } from '../../ui/icon.js';
import { checkIcon } from '../../ui/later-icons.js';
import { head, progress } from '../../ui/layout.js';

/**
 * @summary The passkey picked in a field was taken; waits for the server to say how it goes on, with a way back.
 * @tag auth-block-conditional-ui-completed
 */
export class ConditionalUiCompletedBlock extends BlockElement<'conditional-ui-completed'> {
  static override screenStyles = later;

  override render(): TemplateResult {
    const failed = this.problem !== undefined || this.step.error !== undefined;
    return html`<div class="cbo-body">
      ${mark(checkIcon, 'success')}
      ${head(this.t('conditionalUiCompleted.heading'), this.t('conditionalUiCompleted.lead'))}
      ${failed ? this.renderProblem() : progress(this.t('busy.working'))}
      <div class="cbo-actions">
        ${button({
          label: this.labelOr(this.t('common.continue'), 'continue'),
          kind: 'primary',
          busy: this.pending === 'continue',
          blocked: this.busy,
          onClick: () => this.act({ type: 'continue' }),
        })}
        ${button({
          label: this.t('common.startAgain'),
          kind: 'quiet',
          busy: this.pending === 'abort',
          onClick: () => this.act({ type: 'abort' }),
        })}
      </div>
    </div>`;
  }
}
