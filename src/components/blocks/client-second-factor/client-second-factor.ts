import { html, type CSSResult, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';
import { later } from '../../styles/later.styles.js';
import { button } from '../../ui/button.js';
import { mark, passkeyIcon } from '../../ui/icon.js';
import { phoneIcon } from '../../ui/later-icons.js';
import { head } from '../../ui/layout.js';

/**
 * @summary Confirms with a passkey who has signed in already; the site's own factor is one press away.
 * @tag auth-block-client-second-factor
 */
export class ClientSecondFactorBlock extends BlockElement<'client:second-factor'> {
  static override screenStyles: CSSResult = later;

  override render(): TemplateResult {
    const { hybrid } = this.step.data;
    const words = hybrid ? 'secondFactor.hybrid' : 'secondFactor';
    const sign = hybrid ? phoneIcon : passkeyIcon;
    const failed = this.problem?.kind === 'ceremony';
    const start = this.t(failed ? 'common.tryAgain' : `${words}.start`);
    return html`<div class="cbo-body">
      ${mark(sign)} ${head(this.t(`${words}.heading`), this.t(`${words}.lead`))} ${this.renderProblem()}
      <div class="cbo-actions">
        ${button({
          label: this.labelOr(start, 'use-passkey', 'finish-passkey'),
          kind: 'primary',
          icon: sign,
          busy: this.pending === 'use-passkey' || this.pending === 'finish-passkey',
          blocked: this.busy,
          onClick: () => this.act({ type: 'use-passkey' }),
        })}
        ${button({
          label: this.t('secondFactor.other'),
          kind: 'quiet',
          onClick: () => this.act({ type: 'use-own-login' }),
        })}
      </div>
    </div>`;
  }
}
