import { html, type TemplateResult } from 'lit';
import type { RequestError } from '../../../api/types.js';
import { isFields, requestError } from '../../../process/fields.js';
import { BlockElement } from '../../base/block-element.js';
import { later } from '../../styles/later.styles.js';
import { button } from '../../ui/button.js';
import { mark } from '../../ui/icon.js';
import { shieldIcon } from '../../ui/later-icons.js';
import { head, progress } from '../../ui/layout.js';

/**
 * @summary Waits for the provider of a social sign-in, with a way back.
 * @tag auth-block-social-verify
 */
export class SocialVerifyBlock extends BlockElement<'social-verify'> {
  static override screenStyles = later;

  override render(): TemplateResult {
    const error = this.#error;
    return error ? this.#renderOver(error) : this.#renderWaiting();
  }

  #renderWaiting(): TemplateResult {
    return html`<div class="cbo-body">
      ${mark(shieldIcon)} ${head(this.t('socialVerify.heading'), this.t('socialVerify.lead'))}
      ${this.problem ? this.renderProblem() : progress(this.t('socialVerify.waiting'))}
      <div class="cbo-actions">
        ${button({
          label: this.labelOr(this.t('common.continue'), 'continue'),
          kind: 'primary',
          busy: this.pending === 'continue',
          blocked: this.busy,
          onClick: () => this.act({ type: 'continue' }),
        })}
        ${this.#renderLeave('quiet')}
      </div>
    </div>`;
  }

  /** The provider has said no: asking again would hear the same. */
  #renderOver(error: RequestError): TemplateResult {
    return html`<div class="cbo-body">
      ${mark(shieldIcon)} ${head(this.t('socialVerify.over.heading'))} ${this.renderProblem(error, 'social')}
      ${this.#renderLeave('primary')}
    </div>`;
  }

  #renderLeave(kind: 'primary' | 'quiet'): TemplateResult {
    return button({
      label: this.t('socialVerify.leave'),
      kind,
      busy: this.pending === 'abort',
      onClick: () => this.act({ type: 'abort' }),
    });
  }

  get #error(): RequestError | undefined {
    const { data, error } = this.step;
    const social = data['socialData'];
    return requestError(data['error']) ?? requestError(isFields(social) && social['error']) ?? error;
  }
}
