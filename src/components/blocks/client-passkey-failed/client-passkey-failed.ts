import { html, nothing, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';
import { problemMessage } from '../../base/problem-message.js';
import { later } from '../../styles/later.styles.js';
import { button } from '../../ui/button.js';
import { mark, passkeyIcon } from '../../ui/icon.js';
import { foot, head, identityChip } from '../../ui/layout.js';

/**
 * @summary A passkey prompt came to nothing: once more, softly; then with the site's own login in front, and help.
 * @tag auth-block-client-soft-error
 */
export class ClientPasskeyFailedBlock extends BlockElement<'client:soft-error' | 'client:hard-error'> {
  static override screenStyles = later;

  override render(): TemplateResult {
    const { identifierValue, helpUrl } = this.step.data;
    const hard = this.step.type === 'client:hard-error';
    const words = hard ? 'hard' : 'soft';
    // After the second failure the site's own login stands in front.
    const ways = [this.#renderRetry(hard), this.#renderOwnLogin(hard)];
    return html`<div class="cbo-body">
        ${mark(passkeyIcon)}
        ${head(this.t(`connectLogin.${words}.heading`), this.t(`connectLogin.${words}.lead`))}
        ${this.#renderWhy()} ${identifierValue ? identityChip(identifierValue) : nothing}
        <div class="cbo-actions">${hard ? ways.reverse() : ways}</div>
      </div>
      ${hard && helpUrl ? this.#renderHelp(helpUrl) : nothing}`;
  }

  #renderHelp(url: string): TemplateResult {
    const link = html`<a
      class="cbo-link"
      part="link"
      href=${url}
      .textContent=${this.t('connectLogin.help')}
    ></a>`;
    return foot(this.t('connectLogin.helpQuestion'), link);
  }

  #renderWhy(): TemplateResult | typeof nothing {
    if (this.problem) return this.renderProblem();
    const { outcome } = this.step.data;
    const message = problemMessage({ kind: 'ceremony', outcome, attempt: 1 }, this.localization, this.app);
    return message ? this.renderMessage(message.text, message.tone) : nothing;
  }

  #renderRetry(hard: boolean): TemplateResult {
    return button({
      label: this.t(hard ? 'common.tryAgain' : 'connectLogin.oneTap.start'),
      kind: hard ? 'secondary' : 'primary',
      icon: passkeyIcon,
      busy: this.pending === 'use-passkey' || this.pending === 'finish-passkey',
      blocked: this.busy,
      onClick: () => this.act({ type: 'use-passkey' }),
    });
  }

  #renderOwnLogin(hard: boolean): TemplateResult {
    return button({
      label: this.t('connectLogin.ownLogin'),
      kind: hard ? 'primary' : 'quiet',
      onClick: () => this.act({ type: 'use-own-login' }),
    });
  }
}
