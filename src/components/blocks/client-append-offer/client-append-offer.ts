import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { MessageKey } from '../../../localize/messages.js';
import type { AppendOfferData } from '../../../process/step.js';
import { BlockElement } from '../../base/block-element.js';
import { connectAppend } from '../../styles/connect-append.styles.js';
import { button } from '../../ui/button.js';
import { mark, passkeyIcon } from '../../ui/icon.js';
import { head } from '../../ui/layout.js';
import { learnMore } from '../learn-more.js';
import { passkeyBenefits } from '../passkey-offer.js';

interface Words {
  readonly heading: MessageKey;
  readonly lead: MessageKey;
}

const WORDS = {
  default: { heading: 'passkeyAppend.heading', lead: 'passkeyAppend.lead' },
  'after-hybrid': { heading: 'passkeyAppend.hybrid.heading', lead: 'passkeyAppend.hybrid.lead' },
  'after-error': { heading: 'passkeyAppend.error.heading', lead: 'passkeyAppend.error.lead' },
} as const satisfies Record<AppendOfferData['variant'], Words>;

/**
 * @summary Offers a passkey after a login of the site's own, and explains what it is to who asks.
 * @tag auth-block-client-append-offer
 */
export class ClientAppendOfferBlock extends BlockElement<'client:append-offer'> {
  static override properties: PropertyDeclarations = { explained: { state: true } };
  static override screenStyles: CSSResult = connectAppend;

  private explained = false;

  override render(): TemplateResult {
    const { variant } = this.step.data;
    const words = WORDS[variant];
    const failed = this.problem?.kind === 'ceremony';
    const creating = this.pending === 'create-passkey' || this.pending === 'finish-passkey';
    const create = this.t(failed ? 'common.tryAgain' : 'passkeyAppend.create');
    return html`<div class="cbo-body">
      ${mark(passkeyIcon)} ${head(this.t(words.heading), this.t(words.lead))} ${this.renderProblem()}
      ${variant === 'default' ? passkeyBenefits(this.t, this.app, 'default') : nothing}
      ${learnMore({
        t: this.t,
        id: `${this.uid}-more`,
        open: this.explained,
        onToggle: () => this.#toggle(),
      })}
      <div class="cbo-actions">
        ${button({
          label: this.labelOr(create, 'create-passkey', 'finish-passkey'),
          kind: 'primary',
          icon: passkeyIcon,
          busy: creating,
          blocked: this.busy,
          onClick: () => this.act({ type: 'create-passkey' }),
        })}
        ${button({
          label: this.t('connectAppend.skip'),
          kind: 'quiet',
          busy: this.pending === 'abort',
          onClick: () => this.act({ type: 'abort' }),
        })}
      </div>
    </div>`;
  }

  #toggle(): void {
    this.explained = !this.explained;
    if (this.explained && !this.busy) this.act({ type: 'learn-more' });
  }
}
