import { html, nothing, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';
import { identity } from '../../styles/identity.styles.js';
import { button } from '../../ui/button.js';
import { identityCard } from '../../ui/identity-card.js';
import { head } from '../../ui/layout.js';

/**
 * @summary First screen of a Connect login for who was here last: one press.
 * @tag auth-block-client-one-tap
 */
export class ClientOneTapBlock extends BlockElement<'client:one-tap'> {
  static override screenStyles = identity;

  override render(): TemplateResult {
    const { identifierValue: identifier } = this.step.data;
    return html`<div class="cbo-body">
      ${head(this.t('connectLogin.oneTap.heading'), this.t('connectLogin.oneTap.lead'))}
      ${this.renderProblem()}
      <div class="cbo-actions">
        ${identityCard({
          title: this.labelOr(this.t('connectLogin.oneTap.start'), 'submit-identifier', 'finish-passkey'),
          value: identifier,
          busy: this.pending === 'submit-identifier' || this.pending === 'finish-passkey',
          blocked: this.busy,
          onClick: () => this.act({ type: 'submit-identifier', identifier, isPhone: false }),
        })}
        ${
          this.step.data.vouchedFor
            ? nothing
            : button({
                label: this.t('connectLogin.switchAccount'),
                kind: 'quiet',
                blocked: this.busy,
                onClick: () => this.act({ type: 'forget-identifier' }),
              })
        }
        ${
          this.step.data.vouchedFor || this.problem?.kind === 'request'
            ? button({
                label: this.t('connectLogin.ownLogin'),
                kind: 'quiet',
                onClick: () => this.act({ type: 'use-own-login' }),
              })
            : nothing
        }
      </div>
    </div>`;
  }
}
