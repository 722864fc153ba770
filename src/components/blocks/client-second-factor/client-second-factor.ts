import { html, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';
import { button } from '../../ui/button.js';
import { mark, passkeyIcon } from '../../ui/icon.js';
import { head } from '../../ui/layout.js';

/**
 * @summary Confirms with a passkey who has signed in already; the site's own factor is one press away.
 * @tag auth-block-client-second-factor
 */
export class ClientSecondFactorBlock extends BlockElement<'client:second-factor'> {
  override render(): TemplateResult {
    const again = this.problem?.kind === 'ceremony';
    return html`<div class="cbo-body">
      ${mark(passkeyIcon)} ${head(this.t('secondFactor.heading'), this.t('secondFactor.lead'))}
      ${this.renderProblem()}
      <div class="cbo-actions">
        ${button({
          label: this.labelOr(
            this.t(again ? 'common.tryAgain' : 'secondFactor.start'),
            'use-passkey',
            'finish-passkey',
          ),
          kind: 'primary',
          icon: passkeyIcon,
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
