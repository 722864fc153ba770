import { html, nothing, type TemplateResult } from 'lit';
import { icon, alertIcon } from './icon.js';

export interface TextFieldOptions {
  /** Unique on the page, not only in the root: screens may live in the light DOM. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** Said behind the label, such as "optional". */
  readonly labelHint?: string;
  readonly hint?: string;
  readonly error?: string;
  readonly value: string;
  readonly type?: 'text' | 'email' | 'tel';
  readonly autocomplete: string;
  readonly inputmode?: 'email' | 'tel' | 'text';
  /** Names and free text follow the page's direction; addresses and numbers stay left-to-right. */
  readonly dir?: 'auto' | 'ltr';
  readonly required?: boolean;
  readonly describedBy?: string;
  readonly onInput: (value: string) => void;
}

/** Label, input, error and hint in one tree; error is read before the hint. */
export function textField(options: TextFieldOptions): TemplateResult {
  const { id, error, hint, describedBy } = options;
  const descriptions = [error ? `${id}-error` : '', hint ? `${id}-hint` : '', describedBy ?? ''];
  return html`<div class="cbo-field" part="field">
    <label class="cbo-label" part="label" for=${id}
      ><span .textContent=${options.label}></span>${
        options.labelHint
          ? html`<span class="cbo-label-hint" .textContent=${options.labelHint}></span>`
          : nothing
      }</label
    >
    <input
      class="cbo-input"
      part="input"
      id=${id}
      name=${options.name}
      type=${options.type ?? 'text'}
      autocomplete=${options.autocomplete as 'username'}
      inputmode=${options.inputmode ?? nothing}
      dir=${options.dir ?? nothing}
      autocapitalize="off"
      spellcheck="false"
      aria-required=${options.required ? 'true' : nothing}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${descriptions.filter(Boolean).join(' ') || nothing}
      .value=${options.value}
      @input=${(event: InputEvent) => options.onInput((event.target as HTMLInputElement).value)}
    />
    ${
      error
        ? html`<p class="cbo-error" part="field-error" id="${id}-error">
            ${icon(alertIcon)}<span .textContent=${error}></span>
          </p>`
        : nothing
    }
    ${hint ? html`<p class="cbo-hint" part="field-hint" id="${id}-hint" .textContent=${hint}></p>` : nothing}
  </div>`;
}
