import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../../localize/localize-context.js';
import type { PasskeyRow } from '../../../process/passkeys/passkey-row.js';
import { authenticatorIcon } from '../../ui/authenticator-icon.js';
import { icon, passkeyIcon } from '../../ui/icon.js';
import { trashIcon } from '../../ui/later-icons.js';

export interface PasskeyItemOptions {
  readonly localization: Localization;
  /** Another action runs: the button stays focusable, and does nothing. */
  readonly blocked: boolean;
  readonly onDelete: () => void;
}

/** Name of what keeps a passkey, or what stands in for it. */
export function passkeyName({ name }: PasskeyRow, { t }: Localization): string {
  return name || t('passkeyList.nameless');
}

/** A day in the reader's language and zone. */
function day(ms: number, { locale, language }: Localization): string {
  const style = { dateStyle: 'medium' } as const;
  try {
    return new Intl.DateTimeFormat(locale, style).format(ms);
  } catch {
    // What a page gives as its language may be none.
    return new Intl.DateTimeFormat(language, style).format(ms);
  }
}

function created(row: PasskeyRow, localization: Localization): string {
  const { createdMs, browser, os } = row;
  const { t } = localization;
  if (createdMs === undefined) return '';
  const date = day(createdMs, localization);
  if (browser && os) return t('passkeyList.createdInOn', { date, browser, os });
  if (browser) return t('passkeyList.createdIn', { date, browser });
  return os ? t('passkeyList.createdOn', { date, os }) : t('passkeyList.created', { date });
}

function lastUsed({ lastUsedMs }: PasskeyRow, localization: Localization): string {
  const { t } = localization;
  if (lastUsedMs === undefined) return t('passkeyList.neverUsed');
  return t('passkeyList.lastUsed', { date: day(lastUsedMs, localization) });
}

/** Names may be the same: the day tells them apart. */
function deleteLabel(row: PasskeyRow, localization: Localization): string {
  const { t } = localization;
  const name = passkeyName(row, localization);
  if (row.createdMs === undefined) return t('passkeyList.delete', { name });
  return t('passkeyList.deleteCreated', { name, date: day(row.createdMs, localization) });
}

/** One passkey of a list, with the button that deletes it. */
export function passkeyItem(row: PasskeyRow, options: PasskeyItemOptions): TemplateResult {
  const { localization, blocked, onDelete } = options;
  const { t } = localization;
  const badge = (text: string) => html`<span class="cbo-tag" .textContent=${text}></span>`;
  const line = (text: string) =>
    text === '' ? nothing : html`<span class="cbo-passkey-line" .textContent=${text}></span>`;
  const mark = authenticatorIcon(row.icon);
  return html`<li class="cbo-passkey" part="passkey">
    ${mark === nothing ? html`<span class="cbo-avatar">${icon(passkeyIcon)}</span>` : mark}
    <div class="cbo-passkey-text">
      <span class="cbo-passkey-name"
        ><span .textContent=${passkeyName(row, localization)}></span> ${
          row.isHere ? badge(t('passkeyList.here')) : nothing
        }
        ${row.isSynced ? badge(t('passkeyList.synced')) : nothing}</span
      >
      ${line(created(row, localization))} ${line(lastUsed(row, localization))}
    </div>
    <button
      class="cbo-icon-button"
      part="delete"
      type="button"
      aria-label=${deleteLabel(row, localization)}
      aria-disabled=${blocked ? 'true' : nothing}
      @click=${() => {
        if (!blocked) onDelete();
      }}
    >
      ${icon(trashIcon)}
    </button>
  </li>`;
}
