import { html, nothing, type TemplateResult } from 'lit';
import { chevronIcon, icon, passkeyIcon } from './icon.js';

export interface IdentityCardOptions {
  readonly title: string;
  /** Who it is; left out where that is not known. */
  readonly value: string;
  /** Its own action runs: keeps name and focus, shows a spinner. */
  readonly busy: boolean;
  /** This or another action runs: stays focusable, does nothing. */
  readonly blocked: boolean;
  readonly onClick: () => void;
}

/** One press signs in who was here last. */
export function identityCard({ title, value, busy, blocked, onClick }: IdentityCardOptions): TemplateResult {
  return html`<button
    class="cbo-identity"
    part="identity"
    type="button"
    aria-disabled=${blocked ? 'true' : nothing}
    aria-busy=${busy ? 'true' : nothing}
    @click=${() => {
      if (!blocked) onClick();
    }}
  >
    <span class="cbo-avatar">${icon(passkeyIcon)}</span>
    <span class="cbo-identity-text"
      ><span class="cbo-identity-title" .textContent=${title}></span> ${
        value
          ? html`<bdi class="cbo-identity-value" dir="ltr" translate="no" .textContent=${value}></bdi>`
          : nothing
      }</span
    >
    ${busy ? html`<span class="cbo-spinner" aria-hidden="true"></span>` : icon(chevronIcon, 'cbo-icon cbo-chevron')}
  </button>`;
}
