import { html, nothing, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';
import { button } from '../../ui/button.js';
import { mark } from '../../ui/icon.js';
import { head } from '../../ui/layout.js';

/**
 * @summary The end of a process, while the page takes over.
 * @tag auth-block-completed
 */
export class CompletedBlock extends BlockElement<'completed'> {
  override render(): TemplateResult {
    return html`<div class="cbo-body">
      ${mark('check', 'success')}
      ${head(this.t('completed.heading'), this.t(this.step.data.done ? 'completed.leadDone' : 'completed.lead'))}
      ${this.renderProblem()}
      ${
        this.problem
          ? button({
              label: this.t('common.tryAgain'),
              kind: 'primary',
              onClick: () => this.act({ type: 'retry' }),
            })
          : nothing
      }
    </div>`;
  }
}
