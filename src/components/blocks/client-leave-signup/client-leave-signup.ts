import { html, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';
import { button } from '../../ui/button.js';
import { head } from '../../ui/layout.js';

/**
 * @summary Asks once before a half-finished sign-up is left.
 * @tag auth-block-client-leave-signup
 */
export class ClientLeaveSignupBlock extends BlockElement<'client:leave-signup'> {
  override render(): TemplateResult {
    const { data, alternatives } = this.step;
    // Whoever is shown that their passkey was created has the account already.
    const orphan = data.passkeyCreated && alternatives[0]?.type !== 'passkey-appended';
    const lead = this.t(orphan ? 'leaveSignup.leadPasskey' : 'leaveSignup.lead');
    return html`<div class="cbo-body">
      ${head(this.t('leaveSignup.heading'), lead)} ${this.renderProblem()}
      <div class="cbo-actions">
        ${button({
          label: this.t('leaveSignup.stay'),
          kind: 'primary',
          blocked: this.busy,
          onClick: () => this.act({ type: 'stay' }),
        })}
        ${button({
          label: this.t('leaveSignup.leave'),
          busy: this.pending === 'abort',
          blocked: this.busy,
          onClick: () => this.act({ type: 'abort', confirmed: true }),
        })}
      </div>
    </div>`;
  }
}
