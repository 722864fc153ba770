import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PasskeyAppendData } from '../../../process/block-data.js';
import { later } from '../../styles/later.styles.js';
import { renderAlternatives } from '../alternatives.js';
import { EditableIdentifierBlock } from '../editable-identifier-block.js';
import { passkeyBenefits } from '../passkey-offer.js';
import { button, linkButton } from '../../ui/button.js';
import { mark, passkeyIcon } from '../../ui/icon.js';
import { checkIcon } from '../../ui/later-icons.js';
import { head, identityChip } from '../../ui/layout.js';

type PasskeyOffer = 'passkey-append' | 'passkey-append-after-hybrid';

/**
 * @summary Offers to create a passkey, in the variants default, after-hybrid, after-error and after-no-credential.
 * @tag auth-block-passkey-append
 */
export class PasskeyAppendBlock extends EditableIdentifierBlock<PasskeyOffer> {
  static override screenStyles = later;

  #submittedBy: string | undefined;

  override render(): TemplateResult {
    if (this.#exists) return this.#renderExists();
    return this.editing ? this.#renderEdit() : this.#renderOffer();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('problem') && this.#exists) this.focus();
    // Once per screen: an answer with an error must not open the prompt again.
    if (this.step.data.autoSubmit && this.#submittedBy !== this.step.key && !this.busy && !this.problem) {
      this.#submittedBy = this.step.key;
      this.act({ type: 'create-passkey' });
    }
  }

  get #exists(): boolean {
    return this.problem?.kind === 'ceremony' && this.problem.outcome === 'already-registered';
  }

  get #skippable(): boolean {
    return this.hasAlternative('completed');
  }

  #renderOffer(): TemplateResult {
    const { data, authType } = this.step;
    const words = this.#words(data.variant, authType === 'signup');
    const creating = this.pending === 'create-passkey' || this.pending === 'finish-passkey';
    const again =
      this.problem?.kind === 'ceremony' ? this.t('common.tryAgain') : this.t('passkeyAppend.create');
    return html`<div class="cbo-body">
      ${mark(passkeyIcon)} ${head(words.heading, words.lead)} ${this.renderProblem()}
      ${data.variant === 'default' ? passkeyBenefits(this.t, this.app, data.passkeyIconSet) : nothing}
      ${data.identifierValue ? identityChip(data.identifierValue, this.#renderChange()) : nothing}
      <div class="cbo-actions">
        ${button({
          label: this.labelOr(again, 'create-passkey', 'finish-passkey'),
          kind: 'primary',
          icon: passkeyIcon,
          busy: creating,
          blocked: this.busy,
          onClick: () => this.act({ type: 'create-passkey' }),
        })}
        ${renderAlternatives(this.step, this.t, this.busy, (action) => this.act(action))}
        ${data.canOptOut && this.#skippable ? this.#renderOptOut() : nothing}
      </div>
    </div>`;
  }

  /** The identifier belongs to a sign-up that is not finished; a signed-in account is not renamed here. */
  #renderChange(): TemplateResult | typeof nothing {
    if (this.step.authType !== 'signup') return nothing;
    return linkButton(this.t('common.change'), () => this.edit(), this.busy);
  }

  #renderOptOut(): TemplateResult {
    const skip = () => this.act({ type: 'skip', forGood: true });
    return html`<p class="cbo-opt-out">${linkButton(this.t('passkeyAppend.optOut'), skip, this.busy)}</p>`;
  }

  #renderEdit(): TemplateResult {
    const { identifierType, identifierValue } = this.step.data;
    return this.renderEdit({
      type: identifierType,
      value: identifierValue,
      heading: this.t(`edit.${identifierType}`),
      lead: this.t('passkeyAppend.edit.lead'),
      save: this.t('passkeyAppend.edit.save'),
    });
  }

  #renderExists(): TemplateResult {
    return html`<div class="cbo-body">
      ${mark(checkIcon, 'success')}
      ${head(this.t('ceremony.already-registered'), this.t('passkeyAppended.lead'))}
      ${button({
        label: this.t('common.continue'),
        kind: 'primary',
        busy: this.pending === 'continue',
        blocked: this.busy,
        onClick: () => this.act({ type: 'continue' }),
      })}
    </div>`;
  }

  #words(variant: PasskeyAppendData['variant'], signup: boolean): { heading: string; lead: string } {
    if (variant === 'after-hybrid')
      return { heading: this.t('passkeyAppend.hybrid.heading'), lead: this.t('passkeyAppend.hybrid.lead') };
    if (variant === 'after-error')
      return { heading: this.t('passkeyAppend.error.heading'), lead: this.t('passkeyAppend.error.lead') };
    if (variant === 'after-no-credential')
      return {
        heading: this.t('passkeyAppend.noCredential.heading'),
        lead: this.t('passkeyAppend.noCredential.lead'),
      };
    const heading = signup && !this.#skippable ? 'passkeyAppend.headingSignup' : 'passkeyAppend.heading';
    return { heading: this.t(heading), lead: this.t('passkeyAppend.lead') };
  }
}
