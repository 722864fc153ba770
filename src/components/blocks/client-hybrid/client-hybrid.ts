import { html, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';
import { later } from '../../styles/later.styles.js';
import { button } from '../../ui/button.js';
import { mark } from '../../ui/icon.js';
import { phoneIcon } from '../../ui/later-icons.js';
import { head, identityChip } from '../../ui/layout.js';

/**
 * @summary The passkey is on another device: explains the QR code before the browser shows it.
 * @tag auth-block-client-hybrid
 */
export class ClientHybridBlock extends BlockElement<'client:hybrid'> {
  static override screenStyles = later;

  override render(): TemplateResult {
    return html`<div class="cbo-body">
      ${mark(phoneIcon)} ${head(this.t('connectLogin.hybrid.heading'), this.t('connectLogin.hybrid.lead'))}
      ${this.renderProblem()} ${identityChip(this.step.data.identifierValue)}
      <div class="cbo-actions">
        ${button({
          label: this.labelOr(this.t('connectLogin.hybrid.start'), 'use-passkey', 'finish-passkey'),
          kind: 'primary',
          icon: phoneIcon,
          busy: this.pending === 'use-passkey' || this.pending === 'finish-passkey',
          blocked: this.busy,
          onClick: () => this.act({ type: 'use-passkey' }),
        })}
        ${button({
          label: this.t('connectLogin.ownLogin'),
          kind: 'quiet',
          onClick: () => this.act({ type: 'use-own-login' }),
        })}
      </div>
    </div>`;
  }
}
