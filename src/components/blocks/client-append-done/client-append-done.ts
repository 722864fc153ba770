import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';
import { connectAppend } from '../../styles/connect-append.styles.js';
import { authenticatorIcon } from '../../ui/authenticator-icon.js';
import { button } from '../../ui/button.js';
import { mark } from '../../ui/icon.js';
import { checkIcon } from '../../ui/later-icons.js';
import { head } from '../../ui/layout.js';

/**
 * @summary Says that a passkey was created and where it is kept, or that this device had one.
 * @tag auth-block-client-append-done
 */
export class ClientAppendDoneBlock extends BlockElement<'client:append-done'> {
  static override screenStyles: CSSResult = connectAppend;

  override render(): TemplateResult {
    const { existed, authenticator, icon } = this.step.data;
    const heading = existed ? 'ceremony.already-registered' : 'passkeyAppended.heading';
    return html`<div class="cbo-body">
      ${mark(checkIcon, 'success')} ${head(this.t(heading), this.t('passkeyAppended.lead'))}
      ${
        authenticator === ''
          ? nothing
          : html`<p class="cbo-saved">
              ${authenticatorIcon(icon)}<span
                .textContent=${this.t('passkeyAppended.savedIn', { authenticator })}
              ></span>
            </p>`
      }
      ${button({
        label: this.t('common.continue'),
        kind: 'primary',
        busy: this.busy,
        onClick: () => this.act({ type: 'continue' }),
      })}
    </div>`;
  }
}
