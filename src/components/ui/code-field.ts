import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon, icon } from './icon.js';

export interface CodeFieldOptions {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly describedBy: string;
  readonly onInput: (event: Event) => void;
}

/** One field for a one-time code, in a frame that draws its six places. No `maxlength`: it would cut off a pasted `123 456`. */
export function codeField(options: CodeFieldOptions): TemplateResult {
  const { id, error } = options;
  const errorId = `${id}-error`;
  return html`<div class="cbo-field" part="field">
    <label class="cbo-label" part="label" for=${id} .textContent=${options.label}></label>
    <div class="cbo-code-frame" part="code-frame" dir="ltr">
      <input
        class="cbo-code"
        part="input code"
        id=${id}
        name="code"
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        pattern="[0-9]*"
        autocapitalize="off"
        spellcheck="false"
        translate="no"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? `${errorId} ${options.describedBy}` : options.describedBy}
        .value=${options.value}
        @input=${options.onInput}
      />
    </div>
    ${
      error
        ? html`<p class="cbo-error" part="field-error" id=${errorId}>
            ${icon(alertIcon)}<span .textContent=${error}></span>
          </p>`
        : nothing
    }
  </div>`;
}
