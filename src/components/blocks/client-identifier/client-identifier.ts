import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { BlockElement } from '../../base/block-element.js';
import { button } from '../../ui/button.js';
import { passkeyIcon } from '../../ui/icon.js';
import { divider, head } from '../../ui/layout.js';
import { textField } from '../../ui/text-field.js';

/**
 * @summary First screen of a Connect login: one field with passkey autofill.
 * @tag auth-block-client-identifier
 */
export class ClientIdentifierBlock extends BlockElement<'client:identifier'> {
  static override properties: PropertyDeclarations = {
    draft: { state: true },
    edited: { state: true },
    emptyError: { state: true },
  };

  private draft: string | undefined;
  /** Changed since the server judged it. */
  private edited = false;
  private emptyError = false;

  override render(): TemplateResult {
    const error = this.#error();
    return html`<div class="cbo-body">
      ${head(this.t('connectLogin.heading'))} ${this.#renderMessage()}
      <form class="cbo-form" novalidate @submit=${(event: SubmitEvent) => this.#onSubmit(event)}>
        ${textField({
          id: `${this.uid}-identifier`,
          name: 'identifier',
          label: this.t('connectLogin.identifier'),
          value: this.draft ?? this.step.data.identifierValue,
          // `webauthn` stands last, or no engine offers passkeys in the field.
          autocomplete: 'username webauthn',
          type: 'email',
          dir: 'ltr',
          required: true,
          onInput: (value) => this.#onInput(value),
          ...(error ? { error } : {}),
        })}
        ${button({
          label: this.labelOr(this.t('common.continue'), 'submit-identifier', 'finish-passkey'),
          kind: 'primary',
          type: 'submit',
          busy: this.pending === 'submit-identifier' || this.pending === 'finish-passkey',
          blocked: this.busy,
        })}
      </form>
      ${this.#renderOthers()}
    </div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('pending') !== undefined && changed.has('step')) this.edited = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const before = changed.get('step')?.data;
    // The button that was pressed is gone.
    if (before && before.reason !== 'no-passkey-here' && this.step.data.reason === 'no-passkey-here')
      this.focus();
  }

  #renderMessage(): TemplateResult | typeof nothing {
    if (this.problem || this.step.data.reason !== 'no-passkey-here') return this.renderProblem();
    return this.renderMessage(this.t('connectLogin.noPasskeyHere'), 'calm');
  }

  /** Ways in beside the field. */
  #renderOthers(): TemplateResult | typeof nothing {
    const { immediate, reason, message } = this.step.data;
    const passkey = immediate && reason !== 'no-passkey-here';
    // Whoever the server turns away may have an account with the site all the same.
    const turnedAway = reason === 'unknown-user' || message !== undefined;
    const stuck = this.problem?.kind === 'request' || turnedAway;
    if (!passkey && !stuck) return nothing;
    return html`${passkey ? divider(this.t('common.or')) : nothing}
      <div class="cbo-actions">
        ${
          passkey
            ? button({
                label: this.t('connectLogin.passkey'),
                icon: passkeyIcon,
                busy: this.pending === 'use-passkey',
                blocked: this.busy,
                onClick: () => this.act({ type: 'use-passkey' }),
              })
            : nothing
        }
        ${
          stuck
            ? button({
                label: this.t('connectLogin.ownLogin'),
                kind: 'quiet',
                onClick: () => this.act({ type: 'use-own-login' }),
              })
            : nothing
        }
      </div>`;
  }

  #error(): string | undefined {
    if (this.emptyError) return this.errorText({ code: 'enter_identifier', message: '' });
    const { reason, message } = this.step.data;
    if (this.edited) return undefined;
    return reason === 'unknown-user' ? this.t('connectLogin.unknownUser') : message;
  }

  #onInput(value: string): void {
    this.draft = value;
    this.edited = true;
    if (value.trim() !== '') this.emptyError = false;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    // Password managers may set the value without an event.
    const identifier = this.querySelector('input')?.value.trim() ?? '';
    this.emptyError = identifier === '';
    if (this.emptyError) void this.focusInvalid();
    else if (this.problem?.kind === 'request') this.act({ type: 'retry' });
    else if (!this.busy) this.act({ type: 'submit-identifier', identifier, isPhone: false });
  }
}
