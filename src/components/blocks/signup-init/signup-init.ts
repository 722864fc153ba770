import { html, nothing, type PropertyValues, type TemplateResult, type PropertyDeclarations } from 'lit';
import type { LoginIdentifierType, RequestError } from '../../../api/types.js';
import type { IdentifierField, SignupInitData } from '../../../process/block-data.js';
import { BlockElement } from '../../base/block-element.js';
import { button, linkButton } from '../../ui/button.js';
import { divider, foot, head } from '../../ui/layout.js';
import { textField, type TextFieldOptions } from '../../ui/text-field.js';
import { certainlyWrong } from '../identifier-input.js';
import { errorTopic, phoneField, phonePart, renderSocial, socialPart } from '../lazy-parts.js';

type FieldName = LoginIdentifierType | 'fullName';

/**
 * @summary First screen of a sign-up: the identifiers and the name the project asks for.
 * @tag auth-block-signup-init
 */
export class SignupInitBlock extends BlockElement<'signup-init'> {
  static override properties: PropertyDeclarations = {
    drafts: { state: true },
    edited: { state: true },
    localErrors: { state: true },
  };

  private drafts: Readonly<Partial<Record<FieldName, string>>> = {};
  /** Changed since the server judged them. */
  private edited: readonly FieldName[] = [];
  readonly #phone = phonePart(this);
  readonly #social = socialPart(this);
  private localErrors: Readonly<Partial<Record<FieldName, RequestError>>> = {};

  override render(): TemplateResult {
    const { data } = this.step;
    const hasProviders = data.socialData.providers.length > 0;
    return html`<div class="cbo-body">
        ${head(this.t('signupInit.heading'), this.t('signupInit.lead'))}
        ${this.renderProblem(data.error ?? data.socialData.error ?? this.step.error, errorTopic(data.socialData))}
        ${hasFields(data) || !hasProviders ? this.#renderForm(data) : nothing}
        ${hasFields(data) && hasProviders ? divider(this.t('common.or')) : nothing}
        ${hasProviders ? this.#renderProviders() : nothing}
      </div>
      ${this.hasAlternative('login-init') ? this.#renderFoot() : nothing}`;
  }

  #renderForm(data: SignupInitData): TemplateResult {
    return html`<form class="cbo-form" novalidate @submit=${(event: SubmitEvent) => this.#onSubmit(event)}>
      ${data.fullName ? textField(this.#nameField(data.fullName)) : nothing}
      ${data.identifiers.map((field) => textField(this.#identifierField(field)))}
      ${button({
        label: this.labelOr(this.t('common.continue'), 'submit-signup'),
        kind: 'primary',
        type: 'submit',
        busy: this.pending === 'submit-signup',
        blocked: this.busy,
      })}
    </form>`;
  }

  #renderProviders(): TemplateResult {
    return html`<div class="cbo-actions">${renderSocial(this.#social, this)}</div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('pending') === 'submit-signup' && changed.has('step')) this.edited = [];
  }

  #renderFoot(): TemplateResult {
    const choose = () => this.act({ type: 'choose-alternative', block: 'login-init' });
    return foot(this.t('signupInit.loginQuestion'), linkButton(this.t('signupInit.login'), choose));
  }

  #nameField({ fullName, error }: { fullName: string; error?: RequestError }): TextFieldOptions {
    return {
      ...this.#common('fullName', fullName, error),
      label: this.t('field.fullName'),
      autocomplete: 'name',
      dir: 'auto',
    };
  }

  #identifierField({ type, identifier, error }: IdentifierField): TextFieldOptions {
    const common = this.#common(type, identifier, error);
    const label = this.t(`field.${type}`);
    if (type === 'email') return { ...common, label, type: 'email', autocomplete: 'email', dir: 'ltr' };
    if (type === 'username') return { ...common, label, autocomplete: 'username', dir: 'ltr' };
    const options: TextFieldOptions = { ...common, label, type: 'tel', autocomplete: 'tel', dir: 'ltr' };
    return phoneField(this.#phone, options, this.t('field.phoneHint'));
  }

  #common(name: FieldName, initial: string, error: RequestError | undefined) {
    const known = this.localErrors[name] ?? (this.edited.includes(name) ? undefined : error);
    const type = name === 'fullName' ? undefined : name;
    return {
      id: `${this.uid}-${name}`,
      name,
      value: this.drafts[name] ?? initial,
      onInput: (value: string) => this.#onInput(name, value),
      ...(known ? { error: this.errorText(known, type) } : {}),
    };
  }

  #onInput(name: FieldName, value: string): void {
    this.drafts = { ...this.drafts, [name]: value };
    this.edited = [...this.edited, name];
    const { [name]: error, ...others } = this.localErrors;
    const mended = name === 'fullName' || !certainlyWrong(name, value.trim());
    if (error && mended && value.trim() !== '') this.localErrors = others;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    const { data } = this.step;
    const identifiers = data.identifiers.map(({ type }) => ({ type, identifier: this.#value(type) }));
    this.localErrors = this.#check(identifiers);
    if (Object.keys(this.localErrors).length > 0) {
      void this.focusInvalid();
      return;
    }
    const fullName = data.fullName ? { fullName: this.#value('fullName') } : {};
    this.act({ type: 'submit-signup', identifiers, ...fullName });
  }

  /** Only what is certainly wrong; which fields are required the server knows. */
  #check(identifiers: readonly { type: LoginIdentifierType; identifier: string }[]) {
    const errors: Partial<Record<FieldName, RequestError>> = {};
    const only = identifiers.length === 1 && !this.step.data.fullName ? identifiers[0] : undefined;
    if (only?.identifier === '') errors[only.type] = { code: 'missing_identifier_type', message: '' };
    for (const { type, identifier } of identifiers)
      if (certainlyWrong(type, identifier)) errors[type] = { code: 'identifier_invalid_format', message: '' };
    // Where another field awaits the server's judgement, everything that is wrong is told in one go.
    const judged = identifiers.some(({ type, identifier }) => identifier !== '' && !errors[type]);
    return judged ? {} : errors;
  }

  /** Read from the input, because password managers may set the value without an event. */
  #value(name: FieldName): string {
    const typed = this.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value.trim() ?? '';
    return name === 'phone' ? (this.#phone.get()?.value(typed) ?? typed) : typed;
  }
}

function hasFields({ identifiers, fullName }: SignupInitData): boolean {
  return identifiers.length > 0 || fullName !== undefined;
}
