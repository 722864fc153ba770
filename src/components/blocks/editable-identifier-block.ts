import { html, nothing, type PropertyValues, type TemplateResult, type PropertyDeclarations } from 'lit';
import type { LoginIdentifierType } from '../../api/types.js';
import { SubViewEvent } from '../../process/sub-view-event.js';
import { BlockElement } from '../base/block-element.js';
import { button } from '../ui/button.js';
import { head } from '../ui/layout.js';
import { textField, type TextFieldOptions } from '../ui/text-field.js';
import { certainlyWrong } from './identifier-input.js';
import { phoneField, phonePart } from './lazy-parts.js';

export interface EditOptions {
  readonly type: LoginIdentifierType;
  readonly value: string;
  readonly heading: string;
  readonly lead: string;
  readonly save: string;
}

/** A block with a sub-view that changes the identifier of a sign-up, open until the server has taken the new one. */
export abstract class EditableIdentifierBlock<Type extends string> extends BlockElement<Type> {
  static override properties: PropertyDeclarations = {
    editing: { state: true },
    draft: { state: true },
    edited: { state: true },
    invalid: { state: true },
  };

  protected editing = false;
  private draft: string | undefined;
  /** Changed since the server judged it. */
  private edited = false;
  private invalid = false;
  readonly #phone = phonePart(this);

  override connectedCallback(): void {
    super.connectedCallback();
    const subView = new SubViewEvent();
    this.dispatchEvent(subView);
    this.editing ||= subView.open === true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('pending') !== 'update-identifier' || this.busy || this.problem) return;
    this.edited = false;
    if (!this.step.error) this.edit(false);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const turned = (changed as PropertyValues).get('editing') === !this.editing;
    if (turned) this.focus();
  }

  /** Opens or closes the sub-view. */
  protected edit(editing = true): void {
    this.editing = editing;
    this.dispatchEvent(new SubViewEvent(editing));
    this.draft = undefined;
    this.edited = false;
    this.invalid = false;
  }

  protected renderEdit(options: EditOptions): TemplateResult {
    const { type } = options;
    return html`<div class="cbo-body">
      ${head(options.heading, options.lead)} ${this.problem ? this.renderProblem() : nothing}
      <form
        class="cbo-form"
        novalidate
        @submit=${(event: SubmitEvent) => this.#onSave(event, options)}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
      >
        ${textField(
          this.#field(options, {
            id: `${this.uid}-identifier`,
            name: type,
            label: this.t(`field.${type}`),
            value: this.draft ?? options.value,
            type: type === 'email' ? 'email' : type === 'phone' ? 'tel' : 'text',
            autocomplete: type === 'phone' ? 'tel' : type,
            dir: 'ltr',
            onInput: (value) => this.#onInput(type, value),
            ...this.#error(type),
          }),
        )}
        ${button({
          label: this.labelOr(options.save, 'update-identifier'),
          kind: 'primary',
          type: 'submit',
          busy: this.pending === 'update-identifier',
          blocked: this.busy,
        })}
        ${button({
          label: this.t('common.back'),
          kind: 'quiet',
          blocked: this.busy,
          onClick: () => this.edit(false),
        })}
      </form>
    </div>`;
  }

  #field({ type }: EditOptions, options: TextFieldOptions): TextFieldOptions {
    return type === 'phone' ? phoneField(this.#phone, options, this.t('field.phoneHint')) : options;
  }

  #error(type: LoginIdentifierType): { readonly error?: string } {
    const failed = this.step.error && !this.edited ? this.step.error : undefined;
    const wrong = this.invalid ? { code: 'identifier_invalid_format', message: '' } : failed;
    return wrong ? { error: this.errorText(wrong, type) } : {};
  }

  #onInput(type: LoginIdentifierType, value: string): void {
    this.draft = value;
    this.edited = true;
    this.invalid &&= certainlyWrong(type, value.trim());
  }

  #onKey(event: KeyboardEvent): void {
    // The country picker closes by the same key.
    if (event.key === 'Escape' && !event.defaultPrevented && !this.busy) this.edit(false);
  }

  #onSave(event: SubmitEvent, { type, value: before }: EditOptions): void {
    event.preventDefault();
    if (this.busy) return;
    const typed = this.querySelector('input')?.value.trim() ?? '';
    const value = type === 'phone' ? (this.#phone.get()?.value(typed) ?? typed) : typed;
    this.invalid = value === '' || certainlyWrong(type, value);
    if (this.invalid) void this.focusInvalid();
    else if (value === before && !this.step.error) this.edit(false);
    else this.act({ type: 'update-identifier', identifierType: type, value });
  }
}
