import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { MessageKey } from '../../../localize/messages.js';
import type { LastIdentifier } from '../../../api/client-storage.js';
import type { LoginInitData } from '../../../process/block-data.js';
import { BlockElement } from '../../base/block-element.js';
import { requestErrorMessage } from '../../base/problem-message.js';
import { button, linkButton } from '../../ui/button.js';
import { icon, chevronIcon, passkeyIcon } from '../../ui/icon.js';
import { divider, foot, head } from '../../ui/layout.js';
import { textField, type TextFieldOptions } from '../../ui/text-field.js';
import { looksLikePhone } from '../identifier-input.js';

type FieldLabel = Extract<MessageKey, `field.${string}`>;

/**
 * @summary First screen of a sign-in: the last identifier's card, or one field with passkey autofill.
 * @tag auth-block-login-init
 */
export class LoginInitBlock extends BlockElement<'login-init'> {
  @state() private draft: string | undefined;
  /** Changed since the server judged it. */
  @state() private edited = false;
  @state() private emptyError = false;

  override render(): TemplateResult {
    const { data } = this.step;
    return html`<div class="cbo-body">
        ${head(this.t('loginInit.heading'), this.t('loginInit.lead', { app: this.app }))}
        ${this.renderProblem(data.error ?? this.step.error)}
        ${data.lastIdentifier ? this.#renderCard(data.lastIdentifier) : this.#renderForm(data)}
      </div>
      ${this.hasAlternative('signup-init') ? this.#renderFoot() : nothing}`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('pending') === 'submit-identifier' && changed.has('step')) this.edited = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const before = changed.get('step');
    if (before?.data.lastIdentifier && !this.step.data.lastIdentifier) this.querySelector('input')?.focus();
  }

  #renderCard(last: LastIdentifier): TemplateResult {
    const busy = this.pending === 'submit-identifier';
    return html`<div class="cbo-actions">
      <button
        class="cbo-identity"
        part="identity"
        type="button"
        aria-disabled=${this.busy ? 'true' : nothing}
        aria-busy=${busy ? 'true' : nothing}
        @click=${() => this.#submit(last.value, last.type === 'phone')}
      >
        <span class="cbo-avatar">${icon(passkeyIcon)}</span>
        <span class="cbo-identity-text"
          ><span class="cbo-identity-title" .textContent=${this.t('loginInit.lastIdentifier')}></span>
          <bdi class="cbo-identity-value" dir="ltr" translate="no" .textContent=${last.value}></bdi
        ></span>
        ${busy ? html`<span class="cbo-spinner" aria-hidden="true"></span>` : icon(chevronIcon, 'cbo-icon cbo-chevron')}
      </button>
      ${button({
        label: this.t('loginInit.switchAccount'),
        kind: 'quiet',
        blocked: this.busy,
        onClick: () => this.act({ type: 'forget-identifier' }),
      })}
    </div>`;
  }

  #renderForm(data: LoginInitData): TemplateResult {
    return html`<form class="cbo-form" novalidate @submit=${(event: SubmitEvent) => this.#onSubmit(event)}>
        ${textField(this.#field(data))}
        ${button({
          label: this.labelOr(this.t('common.continue'), 'submit-identifier'),
          kind: 'primary',
          type: 'submit',
          busy: this.pending === 'submit-identifier',
          blocked: this.busy,
        })}
      </form>
      ${data.conditionalUIChallenge ? this.#renderPasskey() : nothing}`;
  }

  #renderPasskey(): TemplateResult {
    return html`${divider(this.t('common.or'))}
      <div class="cbo-actions">
        ${button({
          label: this.labelOr(this.t('loginInit.passkey'), 'use-passkey', 'finish-passkey'),
          icon: passkeyIcon,
          busy: this.pending === 'use-passkey' || this.pending === 'finish-passkey',
          blocked: this.busy,
          onClick: () => this.act({ type: 'use-passkey' }),
        })}
      </div>`;
  }

  #renderFoot(): TemplateResult {
    const choose = () => this.act({ type: 'choose-alternative', block: 'signup-init' });
    return foot(
      this.t('loginInit.signupQuestion', { app: this.app }),
      linkButton(this.t('loginInit.signup'), choose),
    );
  }

  #field(data: LoginInitData): TextFieldOptions {
    const { isEmailAvailable: email, isUsernameAvailable: username, isPhoneAvailable: phone } = data;
    const onlyEmail = email && !username && !phone;
    const onlyPhone = phone && !email && !username;
    const error = this.#error(data);
    return {
      id: `${this.uid}-identifier`,
      name: 'identifier',
      label: this.t(fieldLabel(email, username, phone)),
      value: this.draft ?? data.identifierValue,
      // `webauthn` stands last, or no engine offers passkeys in the field.
      autocomplete: onlyEmail ? 'email webauthn' : 'username webauthn',
      type: onlyEmail ? 'email' : onlyPhone ? 'tel' : 'text',
      dir: 'ltr',
      required: true,
      onInput: (value) => this.#onInput(value),
      ...(onlyPhone ? { hint: this.t('field.phoneHint') } : {}),
      ...(error ? { error } : {}),
    };
  }

  #error(data: LoginInitData): string | undefined {
    if (this.emptyError) return this.t('errors.enter_identifier');
    if (!data.fieldError || this.edited) return undefined;
    return requestErrorMessage(data.fieldError, this.localization);
  }

  #onInput(value: string): void {
    this.draft = value;
    this.edited = true;
    if (value.trim() !== '') this.emptyError = false;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    // Password managers may set the value without an event.
    const value = this.querySelector('input')?.value.trim() ?? '';
    this.emptyError = value === '';
    if (this.emptyError) void this.updateComplete.then(() => this.focus());
    else this.#submit(value, this.#isPhone(value));
  }

  #submit(identifier: string, isPhone: boolean): void {
    if (this.busy) return;
    this.act({ type: 'submit-identifier', identifier, isPhone });
  }

  #isPhone(value: string): boolean {
    const { isPhoneAvailable, isEmailAvailable, isUsernameAvailable } = this.step.data;
    return isPhoneAvailable && ((!isEmailAvailable && !isUsernameAvailable) || looksLikePhone(value));
  }
}

function fieldLabel(email: boolean, username: boolean, phone: boolean): FieldLabel {
  if (email && username && phone) return 'field.any';
  if (email && phone) return 'field.emailOrPhone';
  if (username && phone) return 'field.usernameOrPhone';
  if (username && email) return 'field.emailOrUsername';
  if (phone) return 'field.phone';
  return username ? 'field.username' : 'field.email';
}
