import { html, nothing, type CSSResult, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { TemplateResult } from 'lit';
import type { PasskeyRow } from '../../../process/passkeys/passkey-row.js';
import type { PasskeyListNotice } from '../../../process/step.js';
import { BlockElement } from '../../base/block-element.js';
import { passkeyList } from '../../styles/passkey-list.styles.js';
import { button } from '../../ui/button.js';
import { mark, passkeyIcon } from '../../ui/icon.js';
import { head } from '../../ui/layout.js';
import { learnMore } from '../learn-more.js';
import { passkeyItem, passkeyLines, passkeyTags } from './passkey-item.js';
import { passkeyWords } from './passkey-words.js';

/** What is told in a dialog, because nothing came of what the person wanted. */
type Obstacle = Exclude<PasskeyListNotice, 'added' | 'deleted'>;

const isObstacle = (notice: PasskeyListNotice | undefined): notice is Obstacle =>
  notice !== undefined && notice !== 'added' && notice !== 'deleted';

/**
 * @summary A person's passkeys: adds one, deletes one after another question.
 * @tag auth-block-client-passkey-list
 */
export class ClientPasskeyListBlock extends BlockElement<'client:passkey-list'> {
  static override properties: PropertyDeclarations = { explained: { state: true } };
  static override screenStyles: CSSResult = passkeyList;

  private explained = false;
  /** Where the asked passkey stood, so that the focus stays near when it is gone. */
  #askedIndex = -1;

  override render(): TemplateResult {
    const { passkeys, canAdd } = this.step.data;
    return html`<div class="cbo-body">
        ${head(this.t('passkeyList.heading'), this.t('passkeyList.lead'))} ${this.#renderMessage()}
        ${passkeys.length > 0 ? this.#renderList(passkeys) : this.#renderEmpty()}
        ${
          canAdd
            ? html`<div class="cbo-actions">
                  ${button({
                    label: this.labelOr(this.t('passkeyList.add'), 'add-passkey', 'finish-passkey'),
                    kind: passkeys.length > 0 ? 'secondary' : 'primary',
                    icon: passkeyIcon,
                    busy: this.pending === 'add-passkey' || this.pending === 'finish-passkey',
                    blocked: this.busy,
                    onClick: () => this.act({ type: 'add-passkey' }),
                  })}
                </div>
                ${learnMore({
                  t: this.t,
                  id: `${this.uid}-more`,
                  open: this.explained,
                  onToggle: () => this.#toggle(),
                })}`
            : nothing
        }
      </div>
      ${this.#renderDialog()}`;
  }

  protected override willUpdate(): void {
    const { asked, passkeys } = this.step.data;
    if (asked !== undefined) this.#askedIndex = passkeys.findIndex(({ id }) => id === asked);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const dialog = this.querySelector('dialog');
    if (!dialog) return;
    // Its first button, which takes the focus, is the safe one.
    if (this.#isAsking && !dialog.open) dialog.showModal();
    else if (!this.#isAsking && dialog.open) this.#close(dialog);
  }

  get #isAsking(): boolean {
    const { asked, notice } = this.step.data;
    return asked !== undefined || isObstacle(notice);
  }

  /** The browser gives the focus back to what opened the dialog; a row that is gone cannot take it. */
  #close(dialog: HTMLDialogElement): void {
    dialog.close();
    if (this.step.data.notice !== 'deleted') return;
    const rows = [...this.querySelectorAll<HTMLElement>('.cbo-icon-button')];
    const near = rows[this.#askedIndex] ?? rows.at(-1) ?? this.querySelector<HTMLElement>('.cbo-heading');
    near?.focus();
  }

  #renderMessage(): TemplateResult | typeof nothing {
    const { notice, asked } = this.step.data;
    if (asked !== undefined) return nothing;
    if (this.problem) return this.renderProblem();
    if (notice !== 'added' && notice !== 'deleted') return nothing;
    return this.renderMessage(this.t(`passkeyList.${notice}`), 'calm');
  }

  #renderList(passkeys: readonly PasskeyRow[]): TemplateResult {
    return html`<ul class="cbo-passkeys" part="passkeys" role="list">
      ${passkeys.map((row) =>
        passkeyItem(row, {
          words: passkeyWords(row, passkeys, this.localization),
          blocked: this.busy,
          onDelete: () => this.act({ type: 'ask-delete', id: row.id }),
        }),
      )}
    </ul>`;
  }

  #renderEmpty(): TemplateResult {
    return html`<div class="cbo-empty" part="empty">
      ${mark(passkeyIcon)}
      <p class="cbo-empty-title" .textContent=${this.t('passkeyList.empty')}></p>
      <p class="cbo-lead" .textContent=${this.t('passkeyList.emptyText')}></p>
    </div>`;
  }

  #renderDialog(): TemplateResult {
    const { asked, notice, passkeys } = this.step.data;
    const row = passkeys.find(({ id }) => id === asked);
    const close = (event: Event) => {
      event.preventDefault();
      if (!this.busy) this.act({ type: 'close-dialog' });
    };
    const title = `${this.uid}-dialog`;
    return html`<dialog
      class="cbo-dialog"
      part="dialog"
      aria-labelledby=${title}
      aria-describedby=${row ? `${this.uid}-asked` : nothing}
      @cancel=${close}
    >
      ${row ? this.#renderQuestion(row, title) : isObstacle(notice) ? this.#renderObstacle(notice, title) : nothing}
    </dialog>`;
  }

  #renderQuestion(row: PasskeyRow, title: string): TemplateResult {
    const { passkeys } = this.step.data;
    const words = passkeyWords(row, passkeys, this.localization);
    const last = passkeys.length === 1;
    return html`<h3
        class="cbo-dialog-title"
        id=${title}
        .textContent=${this.t('passkeyList.ask.heading', { name: words.name })}
      ></h3>
      <div class="cbo-passkey-text" id="${this.uid}-asked">
        ${words.tags.length > 0 ? html`<span class="cbo-passkey-name">${passkeyTags(words)}</span>` : nothing}
        ${passkeyLines(words)}
      </div>
      <p class="cbo-lead" .textContent=${this.t(last ? 'passkeyList.ask.last' : 'passkeyList.ask.lead')}></p>
      ${this.renderProblem()}
      <div class="cbo-dialog-actions">
        ${button({
          label: this.t('passkeyList.ask.cancel'),
          blocked: this.busy,
          onClick: () => this.act({ type: 'close-dialog' }),
        })}
        ${button({
          label: this.labelOr(this.t('passkeyList.ask.confirm'), 'delete-passkey'),
          kind: 'danger',
          busy: this.pending === 'delete-passkey',
          blocked: this.busy,
          onClick: () => this.act({ type: 'delete-passkey' }),
        })}
      </div>`;
  }

  #renderObstacle(notice: Obstacle, title: string): TemplateResult {
    return html`<h3
        class="cbo-dialog-title"
        id=${title}
        .textContent=${this.t(`passkeyList.${notice}.heading`)}
      ></h3>
      <p class="cbo-lead" .textContent=${this.t(`passkeyList.${notice}.lead`)}></p>
      <div class="cbo-dialog-actions">
        ${button({
          label: this.t('passkeyList.ok'),
          kind: 'primary',
          onClick: () => this.act({ type: 'close-dialog' }),
        })}
      </div>`;
  }

  #toggle(): void {
    this.explained = !this.explained;
    if (this.explained && !this.busy) this.act({ type: 'learn-more' });
  }
}
