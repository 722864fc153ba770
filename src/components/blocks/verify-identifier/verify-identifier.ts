import { css, html, nothing, type PropertyValues, type TemplateResult, type PropertyDeclarations } from 'lit';
import type { RequestError } from '../../../api/types.js';
import { later } from '../../styles/later.styles.js';
import { verify } from '../../styles/verify.styles.js';
import { button, linkButton } from '../../ui/button.js';
import { codeField } from '../../ui/code-field.js';
import { icon, mark } from '../../ui/icon.js';
import { head, identityChip, progress } from '../../ui/layout.js';
import { mailIcon, openIcon, phoneIcon } from '../../ui/later-icons.js';
import { Countdown, minutes } from '../../base/countdown.js';
import { renderAlternatives } from '../alternatives.js';
import { EditableIdentifierBlock } from '../editable-identifier-block.js';
import { CODE_LENGTH, codeIn, isWhole } from './one-time-code.js';
import { readVerifyIdentifier, type VerifyIdentifierData } from './verify-identifier-data.js';
import { mailboxOf } from './webmail.js';

/**
 * @summary Proves an email address or a phone number by a code or a link.
 * @tag auth-block-email-verify
 */
export class VerifyIdentifierBlock extends EditableIdentifierBlock<string> {
  static override properties: PropertyDeclarations = {
    code: { state: true },
    codeEdited: { state: true },
    missing: { state: true },
    resent: { state: true },
  };

  static override screenStyles = css`
    ${later}
    ${verify}
  `;

  private code = '';
  /** Changed since the server judged it. */
  private codeEdited = false;
  private missing = false;
  private resent = false;
  readonly #countdown = new Countdown(this);
  #data: VerifyIdentifierData = readVerifyIdentifier('email-verify', {});

  override render(): TemplateResult {
    const { method } = this.#data;
    if (this.editing) return this.#renderEdit();
    return method === 'email-link' ? this.#renderLink() : this.#renderCode();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.get('pending') !== undefined && !this.busy) this.codeEdited = false;
    if (!changed.has('step')) return;
    this.#data = readVerifyIdentifier(this.step.type, { ...this.step.data });
    this.#countdown.start(this.#data.resendInMs);
    this.resent = changed.get('pending') === 'resend-code' && !this.problem && !this.#data.error;
    if (this.resent) this.code = '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const answered = changed.get('pending') !== undefined && !this.busy;
    if (answered && this.#data.error) this.querySelector('input')?.select();
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    // What was pressed may be gone, and a new code goes into the field.
    if (answered && (this.resent || !this.contains(activeElement))) this.focus();
  }

  #renderCode(): TemplateResult {
    const { error } = this.#data;
    const wrong: RequestError | undefined = this.missing ? { code: 'code_missing', message: '' } : error;
    return html`<div class="cbo-body">
      ${this.#renderHead('code')} ${this.#renderNotice()}
      <form class="cbo-form" novalidate @submit=${(event: SubmitEvent) => this.#onSubmit(event)}>
        ${codeField({
          id: `${this.uid}-code`,
          label: this.t('verify.code.label'),
          value: this.code,
          error: wrong && !this.codeEdited ? this.errorText(wrong) : undefined,
          describedBy: `${this.uid}-head`,
          onInput: (event) => this.#onInput(event),
        })}
        ${button({
          label: this.labelOr(this.t('verify.code.submit'), 'submit-code'),
          kind: 'primary',
          type: 'submit',
          busy: this.pending === 'submit-code',
          blocked: this.busy,
        })}
      </form>
      ${this.#renderResend('code')} ${this.#renderOthers(this.#renderMailbox('secondary'))}
    </div>`;
  }

  #renderLink(): TemplateResult {
    return html`<div class="cbo-body">
      ${this.#renderHead('link')} ${this.#renderNotice()}
      <p class="cbo-hint" .textContent=${this.t('verify.link.hint')}></p>
      ${this.#renderMailbox('primary') ?? nothing} ${progress(this.t('verify.link.waiting'))}
      ${this.#renderResend('link')} ${this.#renderOthers()}
    </div>`;
  }

  #renderHead(kind: 'code' | 'link'): TemplateResult {
    const { method, identifier, afterLogin } = this.#data;
    const phone = method === 'phone-otp';
    const sent = this.t(identifier ? `verify.${kind}.lead` : `verify.${kind}.leadUnknown`);
    const lead = afterLogin ? `${this.t('verify.afterLogin')} ${sent}` : sent;
    return html`${mark(phone ? phoneIcon : mailIcon)}
      <div id="${this.uid}-head">
        ${head(this.t(phone ? 'verify.phone.heading' : 'verify.email.heading'), lead)}
      </div>
      ${identifier ? identityChip(identifier, this.#renderChange()) : nothing}`;
  }

  /** A sign-up changes what it proves; a sign-in belongs to its account and starts over instead. */
  #renderChange(): TemplateResult {
    return this.step.authType === 'signup'
      ? linkButton(this.t('common.change'), () => this.edit(), this.busy)
      : linkButton(this.t('common.notYou'), () => this.act({ type: 'abort' }));
  }

  #renderNotice(): TemplateResult | typeof nothing {
    if (this.problem || this.step.error) return this.renderProblem();
    const kind = this.#data.method === 'email-link' ? 'link' : 'code';
    return this.resent ? this.renderMessage(this.t(`verify.resent.${kind}`), 'calm') : nothing;
  }

  #renderResend(kind: 'code' | 'link'): TemplateResult {
    const { seconds } = this.#countdown;
    if (seconds > 0) {
      const time = minutes(seconds);
      const way = this.#data.method === 'phone-otp' ? 'phone' : kind;
      return html`<p class="cbo-hint" .textContent=${this.t(`verify.resendIn.${way}`, { time })}></p>`;
    }
    const resend = () => this.act({ type: 'resend-code' });
    return html`<p class="cbo-hint">${linkButton(this.t(`verify.resend.${kind}`), resend, this.busy)}</p>`;
  }

  #renderMailbox(kind: 'primary' | 'secondary'): TemplateResult | undefined {
    const { method, identifier } = this.#data;
    const mailbox = method === 'phone-otp' ? undefined : mailboxOf(identifier);
    if (!mailbox) return undefined;
    return html`<a
      class="cbo-button cbo-button--${kind} cbo-anchor"
      part="button button-${kind}"
      href=${mailbox.url}
      target="_blank"
      rel="noopener noreferrer"
      ><span
        class="cbo-button-label"
        .textContent=${this.t('verify.openMailbox', { mailbox: mailbox.name })}
      ></span
      >${icon(openIcon)}</a
    >`;
  }

  /** The ways on beside the code or link; nothing at all where there is none. */
  #renderOthers(first?: TemplateResult): TemplateResult | typeof nothing {
    const { otherMethods } = this.#data;
    if (!first && otherMethods.length === 0 && this.step.alternatives.length === 0) return nothing;
    return html`<div class="cbo-actions">
      ${first ?? nothing}${otherMethods.map((method) =>
        button({
          label: this.t(`verify.method.${method}`),
          icon: method === 'phone-otp' ? phoneIcon : mailIcon,
          blocked: this.busy,
          onClick: () => this.act({ type: 'choose-method', method }),
        }),
      )}${renderAlternatives(this.step, this.t, this.busy, (action) => this.act(action))}
    </div>`;
  }

  #renderEdit(): TemplateResult {
    const type = this.#data.method === 'phone-otp' ? 'phone' : 'email';
    return this.renderEdit({
      type,
      value: this.#data.identifier,
      heading: this.t(`edit.${type}`),
      lead: this.t(this.#data.method === 'email-link' ? 'verify.edit.lead.link' : 'verify.edit.lead.code'),
      save: this.t('verify.edit.save'),
    });
  }

  #onInput(event: Event): void {
    const input = event.target as HTMLInputElement;
    const code = codeIn(input.value);
    if (code !== input.value) input.value = code;
    this.code = code;
    this.codeEdited = true;
    this.missing = false;
    if (code.length === CODE_LENGTH && isWhole(event)) this.#submit(code);
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    // Password managers may set the value without an event.
    const code = codeIn(this.querySelector('input')?.value ?? '');
    this.missing = code.length < CODE_LENGTH;
    this.codeEdited = false;
    if (!this.missing) this.#submit(code);
    else void this.focusInvalid();
  }

  #submit(code: string): void {
    if (!this.busy) this.act({ type: 'submit-code', code });
  }
}
