import { html, nothing, type PropertyValues, type TemplateResult, type PropertyDeclarations } from 'lit';
import type { MessageKey } from '../../../localize/messages.js';
import type { LastIdentifier } from '../../../api/client-storage.js';
import type { LoginIdentifierType } from '../../../api/types.js';
import type { LoginInitData } from '../../../process/block-data.js';
import { BlockElement } from '../../base/block-element.js';
import { button, linkButton } from '../../ui/button.js';
import { passkeyIcon } from '../../ui/icon.js';
import { divider, foot, head } from '../../ui/layout.js';
import { textField, type TextFieldOptions } from '../../ui/text-field.js';
import { looksLikePhone } from '../identifier-input.js';
import { errorTopic, phoneField, phonePart, renderSocial, socialPart } from '../lazy-parts.js';
import { identityPart, renderIdentity } from '../lazy-identity.js';

type FieldLabel = Extract<MessageKey, `field.${string}`>;

/**
 * @summary First screen of a sign-in: the last identifier's card, or one field with passkey autofill.
 * @tag auth-block-login-init
 */
export class LoginInitBlock extends BlockElement<'login-init'> {
  static override properties: PropertyDeclarations = {
    drafts: { state: true },
    phone: { state: true },
    edited: { state: true },
    emptyError: { state: true },
  };

  /** What was typed as a phone number and as another identifier: switching loses neither. */
  private drafts: { readonly phone?: string; readonly text?: string } = {};
  /** Which of them the person chose. */
  private phone: boolean | undefined;
  /** Changed since the server judged it. */
  private edited = false;
  private emptyError = false;
  readonly #phone = phonePart(this);
  readonly #social = socialPart(this);
  readonly #identity = identityPart(this);

  override render(): TemplateResult {
    const { data } = this.step;
    return html`<div class="cbo-body">
        ${head(this.t('loginInit.heading'), this.t('loginInit.lead', { app: this.app }))}
        ${this.renderProblem(data.error ?? data.socialData.error ?? this.step.error, errorTopic(data.socialData))}
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
    return html`<div class="cbo-actions">
      ${renderIdentity(this.#identity, {
        title: this.t('loginInit.lastIdentifier'),
        value: last.value,
        busy: this.pending === 'submit-identifier',
        blocked: this.busy,
        onClick: () => this.#submit(last.value, last.type === 'phone'),
      })}
      ${button({
        label: this.t('loginInit.switchAccount'),
        kind: 'quiet',
        blocked: this.busy,
        onClick: () => this.act({ type: 'forget-identifier' }),
      })}
    </div>`;
  }

  #renderForm(data: LoginInitData): TemplateResult {
    const others = this.#renderOthers(data);
    if (!hasIdentifier(data) && data.socialData.providers.length > 0) return html`${others}`;
    return html`<form class="cbo-form" novalidate @submit=${(event: SubmitEvent) => this.#onSubmit(event)}>
        ${textField(this.#field(data))} ${hasSwitch(data) ? this.#renderSwitch(data) : nothing}
        ${button({
          label: this.labelOr(this.t('common.continue'), 'submit-identifier'),
          kind: 'primary',
          type: 'submit',
          busy: this.pending === 'submit-identifier',
          blocked: this.busy,
        })}
      </form>
      ${others === nothing ? nothing : divider(this.t('common.or'))} ${others}`;
  }

  /** Ways in beside the field. */
  #renderOthers({ conditionalUIChallenge, socialData }: LoginInitData): TemplateResult | typeof nothing {
    if (!conditionalUIChallenge && socialData.providers.length === 0) return nothing;
    return html`<div class="cbo-actions">
      ${conditionalUIChallenge ? this.#renderPasskey() : nothing} ${renderSocial(this.#social, this)}
    </div>`;
  }

  #renderPasskey(): TemplateResult {
    return button({
      label: this.labelOr(this.t('loginInit.passkey'), 'use-passkey', 'finish-passkey'),
      icon: passkeyIcon,
      busy: this.pending === 'use-passkey' || this.pending === 'finish-passkey',
      blocked: this.busy,
      onClick: () => this.act({ type: 'use-passkey' }),
    });
  }

  #renderFoot(): TemplateResult {
    const choose = () => this.act({ type: 'choose-alternative', block: 'signup-init' });
    return foot(
      this.t('loginInit.signupQuestion', { app: this.app }),
      linkButton(this.t('loginInit.signup'), choose),
    );
  }

  /** A quiet way from the phone number to the other identifiers and back. */
  #renderSwitch(data: LoginInitData): TemplateResult {
    const label = this.#byPhone(data) ? switchLabel(data) : 'loginInit.usePhone';
    return html`<p class="cbo-hint">${linkButton(this.t(label), () => this.#switch(data), this.busy)}</p>`;
  }

  #switch(data: LoginInitData): void {
    // Password managers may have set the value without an event.
    this.#draft(this.querySelector('input')?.value ?? '');
    this.phone = !this.#byPhone(data);
    this.emptyError = false;
    this.edited = true;
    void this.updateComplete.then(() => this.querySelector('input')?.focus());
  }

  #byPhone(data: LoginInitData): boolean {
    if (!data.isPhoneAvailable) return false;
    return this.phone ?? startsByPhone(data);
  }

  #field(data: LoginInitData): TextFieldOptions {
    const { isEmailAvailable: email, isUsernameAvailable: username } = data;
    const onlyEmail = email && !username;
    const byPhone = this.#byPhone(data);
    const error = this.#error(data);
    const options: TextFieldOptions = {
      id: `${this.uid}-identifier`,
      name: 'identifier',
      label: this.t(byPhone ? 'field.phone' : fieldLabel(email, username)),
      value:
        this.drafts[byPhone ? 'phone' : 'text'] ??
        (byPhone === startsByPhone(data) ? data.identifierValue : ''),
      // `webauthn` stands last, or no engine offers passkeys in the field.
      autocomplete: onlyEmail && !byPhone ? 'email webauthn' : 'username webauthn',
      type: byPhone ? 'tel' : onlyEmail ? 'email' : 'text',
      dir: 'ltr',
      required: true,
      onInput: (value) => this.#onInput(value),
      ...(error ? { error } : {}),
    };
    return byPhone ? phoneField(this.#phone, options, this.t('field.phoneHint')) : options;
  }

  #error(data: LoginInitData): string | undefined {
    if (this.emptyError) return this.errorText({ code: 'enter_identifier', message: '' });
    if (!data.fieldError || this.edited) return undefined;
    return this.errorText(data.fieldError, this.#wanted(data));
  }

  /** The one type of identifier that the field takes, if it is one. */
  #wanted(data: LoginInitData): LoginIdentifierType | undefined {
    const { isEmailAvailable: email, isUsernameAvailable: username } = data;
    if (this.#byPhone(data)) return 'phone';
    if (email && username) return undefined;
    return email ? 'email' : 'username';
  }

  #onInput(value: string): void {
    this.#draft(value);
    this.edited = true;
    if (value.trim() !== '') this.emptyError = false;
  }

  #draft(value: string): void {
    this.drafts = { ...this.drafts, [this.#byPhone(this.step.data) ? 'phone' : 'text']: value };
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    // Password managers may set the value without an event.
    const value = this.querySelector('input')?.value.trim() ?? '';
    this.emptyError = value === '';
    if (this.emptyError) void this.focusInvalid();
    else if (this.#byPhone(this.step.data)) this.#submit(this.#phone.get()?.value(value) ?? value, true);
    else this.#submit(value, this.step.data.isPhoneAvailable && looksLikePhone(value));
  }

  #submit(identifier: string, isPhone: boolean): void {
    if (this.busy) return;
    this.act({ type: 'submit-identifier', identifier, isPhone });
  }
}

function hasIdentifier(data: LoginInitData): boolean {
  return data.isEmailAvailable || data.isUsernameAvailable || data.isPhoneAvailable;
}

/** A phone number is one of several identifiers. */
function hasSwitch(data: LoginInitData): boolean {
  return data.isPhoneAvailable && (data.isEmailAvailable || data.isUsernameAvailable);
}

function startsByPhone(data: LoginInitData): boolean {
  return data.isPhoneAvailable && (data.isPhone || !hasSwitch(data));
}

function switchLabel({ isEmailAvailable: email, isUsernameAvailable: username }: LoginInitData) {
  if (email && username) return 'loginInit.useEmailOrUsername';
  return email ? 'loginInit.useEmail' : 'loginInit.useUsername';
}

function fieldLabel(email: boolean, username: boolean): FieldLabel {
  if (username && email) return 'field.emailOrUsername';
  return username ? 'field.username' : 'field.email';
}
