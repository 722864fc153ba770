import { html, nothing, type TemplateResult } from 'lit';
import { icon, type Icon } from './icon.js';

export interface ButtonOptions {
  readonly label: string;
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly type?: 'submit' | 'button';
  readonly icon?: Icon;
  /** Its own action runs: keeps name and focus, shows a spinner. */
  readonly busy?: boolean;
  /** Another action runs: stays focusable, does nothing. */
  readonly blocked?: boolean;
  readonly onClick?: (event: MouseEvent) => void;
}

const spinner = html`<span class="cbo-spinner" aria-hidden="true"></span>`;

/** A full-width button. While busy or blocked a click does nothing; the name never changes. The spinner takes the place of the icon, or stands at the end, so that the label stays where it is. */
export function button(options: ButtonOptions): TemplateResult {
  const { kind = 'secondary', busy = false, blocked = false, onClick } = options;
  const idle = !busy && !blocked;
  return html`<button
    class="cbo-button cbo-button--${kind}"
    part="button button-${kind}"
    type=${options.type ?? 'button'}
    aria-disabled=${idle ? nothing : 'true'}
    aria-busy=${busy ? 'true' : nothing}
    @click=${(event: MouseEvent) => {
      if (idle) onClick?.(event);
      else event.preventDefault();
    }}
  >
    ${options.icon ? (busy ? spinner : icon(options.icon)) : nothing}<span
      class="cbo-button-label"
      .textContent=${options.label}
    ></span
    >${busy && !options.icon ? spinner : nothing}
  </button>`;
}

/** An inline, underlined button. */
export function linkButton(label: string, onClick: () => void, blocked = false): TemplateResult {
  return html`<button
    class="cbo-link"
    part="link"
    type="button"
    aria-disabled=${blocked ? 'true' : nothing}
    @click=${() => {
      if (!blocked) onClick();
    }}
    .textContent=${label}
  ></button>`;
}
