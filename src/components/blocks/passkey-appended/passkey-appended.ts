import { html, type TemplateResult } from 'lit';
import { isFields, text } from '../../../process/fields.js';
import { BlockElement } from '../../base/block-element.js';
import { later } from '../../styles/later.styles.js';
import { button } from '../../ui/button.js';
import { mark } from '../../ui/icon.js';
import { checkIcon } from '../../ui/later-icons.js';
import { head } from '../../ui/layout.js';

/**
 * @summary Says that a passkey was created, and where it is kept when that is known.
 * @tag auth-block-passkey-appended
 */
export class PasskeyAppendedBlock extends BlockElement<'passkey-appended'> {
  static override screenStyles = later;

  override render(): TemplateResult {
    const authenticator = this.#authenticator();
    const saved = authenticator === '' ? '' : `${this.t('passkeyAppended.savedIn', { authenticator })} `;
    return html`<div class="cbo-body">
      ${mark(checkIcon, 'success')}
      ${head(this.t('passkeyAppended.heading'), `${saved}${this.t('passkeyAppended.lead')}`)}
      ${this.renderProblem()}
      ${button({
        label: this.labelOr(this.t('common.continue'), 'continue'),
        kind: 'primary',
        busy: this.pending === 'continue',
        blocked: this.busy,
        onClick: () => this.act({ type: 'continue' }),
      })}
    </div>`;
  }

  #authenticator(): string {
    const details = this.step.data['aaguidDetails'];
    return isFields(details) ? text(details['name']).slice(0, 64) : '';
  }
}
