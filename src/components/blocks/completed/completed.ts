import { html, nothing, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';
import { later } from '../../styles/later.styles.js';
import { button } from '../../ui/button.js';
import { mark } from '../../ui/icon.js';
import { checkIcon } from '../../ui/later-icons.js';
import { head } from '../../ui/layout.js';

/**
 * @summary The end of a process, while the page takes over.
 * @tag auth-block-completed
 */
export class CompletedBlock extends BlockElement<'completed'> {
  static override screenStyles = later;

  override render(): TemplateResult {
    const { done, confirmed } = this.step.data;
    return html`<div class="cbo-body">
      ${mark(checkIcon, 'success')}
      ${head(
        this.t(confirmed ? 'completed.confirmed' : 'completed.heading'),
        this.t(done ? 'completed.leadDone' : 'completed.lead'),
      )}
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
