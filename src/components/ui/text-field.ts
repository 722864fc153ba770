import { html, nothing, type TemplateResult } from 'lit';
import { icon, alertIcon } from './icon.js';

export interface TextFieldOptions {
  /** Unique on the page, not only in the root: screens may live in the light DOM. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly value: string;
  readonly type?: 'text' | 'email' | 'tel';
  readonly autocomplete: string;
  /** Names and free text follow the page's direction; addresses and numbers stay left-to-right. */
  readonly dir?: 'auto' | 'ltr';
  readonly required?: boolean;
  /** In front of the input. */
  readonly start?: TemplateResult;
  /** Below the input, above its messages. */
  readonly below?: TemplateResult | typeof nothing;
  readonly onInput: (value: string) => void;
}

/** Label, input, error and hint in one tree; error is read before the hint. */
export function textField(options: TextFieldOptions): TemplateResult {
  const { id, error, hint } = options;
  const descriptions = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''];
  return html`<div class="cbo-field" part="field">
    <label class="cbo-label" part="label" for=${id}><span .textContent=${options.label}></span></label>
    ${options.start ?? nothing}<input
      class="cbo-input"
      part="input"
      id=${id}
      name=${options.name}
      type=${options.type ?? 'text'}
      autocomplete=${options.autocomplete}
      dir=${options.dir ?? nothing}
      autocapitalize="off"
      spellcheck="false"
      aria-required=${options.required ? 'true' : nothing}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${descriptions.filter(Boolean).join(' ') || nothing}
      .value=${options.value}
      @input=${(event: InputEvent) => options.onInput((event.target as HTMLInputElement).value)}
    />
    ${options.below ?? nothing}
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
