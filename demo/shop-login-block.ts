import { html, nothing, type TemplateResult } from 'lit';
import { BlockElement } from '../src/index.js';

/** The shop's own sign-in form in place of the kit's: the data and the actions of the block are the same. */
export class ShopLoginBlock extends BlockElement<'login-init'> {
  override render(): TemplateResult {
    const { identifierValue, fieldError } = this.step.data;
    return html`<div class="cbo-body">
      <div class="cbo-head">
        <h2 class="cbo-heading" part="heading" tabindex="-1">Back at the wheel?</h2>
        <p class="cbo-lead" part="lead">Sign in to ${this.app} with the address you order with.</p>
      </div>
      ${this.renderProblem(fieldError)}
      <form class="cbo-form" novalidate @submit=${(event: SubmitEvent) => this.#submit(event)}>
        <div class="cbo-field" part="field">
          <label class="cbo-label" part="label" for="${this.uid}-email">Email</label>
          <input
            class="cbo-input"
            part="input"
            id="${this.uid}-email"
            name="email"
            type="email"
            autocomplete="username webauthn"
            .value=${identifierValue}
          />
        </div>
        <button
          class="cbo-button cbo-button--primary"
          part="button button-primary"
          type="submit"
          aria-disabled=${this.busy ? 'true' : nothing}
        >
          Go on
        </button>
      </form>
    </div>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const identifier = this.querySelector('input')?.value.trim() ?? '';
    if (!this.busy && identifier) this.act({ type: 'submit-identifier', identifier, isPhone: false });
  }
}
