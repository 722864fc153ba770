import { html, nothing, type TemplateResult } from 'lit';
import type { PasskeyRow } from '../../../process/passkeys/passkey-row.js';
import { authenticatorIcon } from '../../ui/authenticator-icon.js';
import { icon, passkeyIcon } from '../../ui/icon.js';
import { trashIcon } from '../../ui/later-icons.js';
import type { PasskeyWords } from './passkey-words.js';

export interface PasskeyItemOptions {
  readonly words: PasskeyWords;
  /** Another action runs: the button stays focusable, and does nothing. */
  readonly blocked: boolean;
  readonly onDelete: () => void;
}

export function passkeyTags({ tags }: PasskeyWords): readonly TemplateResult[] {
  return tags.map((text) => html`<span class="cbo-tag" .textContent=${text}></span> `);
}

export function passkeyLines({ lines }: PasskeyWords): readonly TemplateResult[] {
  return lines.map((text) => html`<span class="cbo-passkey-line" .textContent=${text}></span> `);
}

/** One passkey of a list, with the button that deletes it. */
export function passkeyItem(row: PasskeyRow, options: PasskeyItemOptions): TemplateResult {
  const { words, blocked, onDelete } = options;
  const mark = authenticatorIcon(row.icon);
  return html`<li class="cbo-passkey" part="passkey">
    ${mark === nothing ? html`<span class="cbo-avatar">${icon(passkeyIcon)}</span>` : mark}
    <div class="cbo-passkey-text">
      <span class="cbo-passkey-name"><bdi .textContent=${words.name}></bdi> ${passkeyTags(words)}</span>
      ${passkeyLines(words)}
    </div>
    <button
      class="cbo-icon-button"
      part="delete"
      type="button"
      aria-label=${words.deleteLabel}
      aria-disabled=${blocked ? 'true' : nothing}
      @click=${() => {
        if (!blocked) onDelete();
      }}
    >
      ${icon(trashIcon)}
    </button>
  </li>`;
}
