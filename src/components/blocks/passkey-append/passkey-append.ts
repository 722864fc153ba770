import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { MessageKey } from '../../../localize/messages.js';
import type { PasskeyAppendData } from '../../../process/block-data.js';
import { BlockElement } from '../../base/block-element.js';
import { later } from '../../styles/later.styles.js';
import { requestErrorMessage } from '../../base/problem-message.js';
import { renderAlternatives } from '../alternatives.js';
import { certainlyWrong } from '../identifier-input.js';
import { button, linkButton } from '../../ui/button.js';
import { icon, mark, type Icon, passkeyIcon } from '../../ui/icon.js';
import { checkIcon, faceIcon, fingerprintIcon, keypadIcon, shieldIcon } from '../../ui/later-icons.js';
import { head, identityChip } from '../../ui/layout.js';
import { textField } from '../../ui/text-field.js';

type IconSet = PasskeyAppendData['passkeyIconSet'];

const UNLOCK: Readonly<Record<IconSet, { readonly icon: Icon; readonly title: MessageKey }>> = {
  default: { icon: faceIcon, title: 'passkeyAppend.unlock' },
  apple: { icon: faceIcon, title: 'passkeyAppend.unlock.apple' },
  android: { icon: fingerprintIcon, title: 'passkeyAppend.unlock.android' },
  windows: { icon: keypadIcon, title: 'passkeyAppend.unlock.windows' },
};

/**
 * @summary Offers to create a passkey, in the variants default, after-hybrid, after-error and after-no-credential.
 * @tag auth-block-passkey-append
 */
export class PasskeyAppendBlock extends BlockElement<'passkey-append'> {
  static override screenStyles = later;

  @state() private editing = false;
  @state() private draft: string | undefined;
  /** Changed since the server judged it. */
  @state() private edited = false;
  @state() private invalid = false;
  #submittedBy: string | undefined;

  override render(): TemplateResult {
    if (this.#exists) return this.#renderExists();
    return this.editing ? this.#renderEdit() : this.#renderOffer();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('pending') !== 'update-identifier' || this.busy || this.problem) return;
    this.edited = false;
    if (!this.step.error) this.#show(false);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const turned = (changed as PropertyValues).get('editing') === !this.editing;
    if (turned) this.focus();
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
      ${data.variant === 'default' ? this.#renderPoints(data.passkeyIconSet) : nothing}
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
      </div>
    </div>`;
  }

  #renderPoints(iconSet: IconSet): TemplateResult {
    const unlock = UNLOCK[iconSet];
    const point = (name: Icon, title: string, text: string) =>
      html`<li>
        ${icon(name)}
        <div>
          <span class="cbo-point-title" .textContent=${title}></span>
          <span class="cbo-point-text" .textContent=${text}></span>
        </div>
      </li>`;
    return html`<ul class="cbo-points" role="list">
      ${point(unlock.icon, this.t(unlock.title as 'passkeyAppend.unlock'), this.t('passkeyAppend.unlockText'))}
      ${point(shieldIcon, this.t('passkeyAppend.safe'), this.t('passkeyAppend.safeText', { app: this.app }))}
    </ul>`;
  }

  /** The identifier belongs to a sign-up that is not finished; a signed-in account is not renamed here. */
  #renderChange(): TemplateResult | typeof nothing {
    if (this.step.authType !== 'signup') return nothing;
    return linkButton(this.t('common.change'), () => this.#show(true), this.busy);
  }

  #renderEdit(): TemplateResult {
    const { identifierType: type, identifierValue } = this.step.data;
    const failed = this.edited ? undefined : this.step.error;
    const wrong = this.invalid ? { code: 'identifier_invalid_format', message: '' } : failed;
    const error = wrong ? { error: requestErrorMessage(wrong, this.localization, type) } : {};
    return html`<div class="cbo-body">
      ${head(this.t('passkeyAppend.edit.heading'), this.t('passkeyAppend.edit.lead'))}
      ${this.problem ? this.renderProblem() : nothing}
      <form class="cbo-form" novalidate @submit=${(event: SubmitEvent) => this.#onSave(event)}>
        ${textField({
          id: `${this.uid}-identifier`,
          name: type,
          label: this.t(`field.${type}`),
          value: this.draft ?? identifierValue,
          type: type === 'email' ? 'email' : type === 'phone' ? 'tel' : 'text',
          autocomplete: type === 'phone' ? 'tel' : type,
          dir: 'ltr',
          onInput: (value) => {
            this.draft = value;
            this.edited = true;
            this.invalid &&= certainlyWrong(type, value.trim());
          },
          ...error,
        })}
        ${button({
          label: this.labelOr(this.t('passkeyAppend.edit.save'), 'update-identifier'),
          kind: 'primary',
          type: 'submit',
          busy: this.pending === 'update-identifier',
          blocked: this.busy,
        })}
        ${button({ label: this.t('common.back'), kind: 'quiet', blocked: this.busy, onClick: () => this.#show(false) })}
      </form>
    </div>`;
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

  #show(editing: boolean): void {
    this.editing = editing;
    this.draft = undefined;
    this.edited = false;
    this.invalid = false;
  }

  #onSave(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    const { identifierType, identifierValue } = this.step.data;
    const value = this.querySelector('input')?.value.trim() ?? '';
    this.invalid = value === '' || certainlyWrong(identifierType, value);
    if (this.invalid) void this.updateComplete.then(() => this.focus());
    else if (value === identifierValue && !this.step.error) this.#show(false);
    else this.act({ type: 'update-identifier', identifierType, value });
  }
}
