import { css, html, nothing, type TemplateResult } from 'lit';
import { BlockElement } from '../src/index.js';

const WORDS = {
  en: {
    heading: 'Our terms',
    lead: 'One last thing before your account is made.',
    terms: [
      'Everything is thrown by hand, so no two pieces are alike.',
      'Send back what you do not like within thirty days.',
      'We keep your address to send you your order, and for nothing else.',
    ],
    outdated: 'The terms have changed meanwhile. Please read the new ones.',
    accept: 'Accept and continue',
    leave: 'Not now',
  },
  de: {
    heading: 'Unsere Bedingungen',
    lead: 'Das Letzte, bevor Ihr Konto angelegt wird.',
    terms: [
      'Alles ist von Hand gedreht, kein Stück gleicht dem anderen.',
      'Was nicht gefällt, nehmen wir dreißig Tage lang zurück.',
      'Ihre Adresse brauchen wir für den Versand und sonst für nichts.',
    ],
    outdated: 'Die Bedingungen haben sich inzwischen geändert. Bitte lesen Sie die neuen.',
    accept: 'Annehmen und weiter',
    leave: 'Nicht jetzt',
  },
} as const;

/** Asks for the terms of service, in the looks and with the manners of the kit's own screens. */
export class TermsOfServiceBlock extends BlockElement<'terms-of-service'> {
  static override screenStyles = css`
    .cbo-screen .shop-terms {
      display: grid;
      gap: calc(var(--cbo-space, 4px) * 2);
      margin: 0;
      padding-inline-start: 1.25em;
    }
  `;

  override render(): TemplateResult {
    const words = this.localization.language.startsWith('de') ? WORDS.de : WORDS.en;
    return html`<div class="cbo-body">
      <div class="cbo-head">
        <h2 class="cbo-heading" part="heading" tabindex="-1">${words.heading}</h2>
        <p class="cbo-lead" part="lead">${words.lead}</p>
      </div>
      ${this.#message(words.outdated)}
      <ul class="shop-terms">
        ${words.terms.map((term) => html`<li>${term}</li>`)}
      </ul>
      <div class="cbo-actions">
        <button
          class="cbo-button cbo-button--primary"
          part="button button-primary"
          type="button"
          aria-disabled=${this.busy ? 'true' : nothing}
          aria-busy=${this.pending === 'accept-terms' ? 'true' : nothing}
          @click=${() => this.#accept()}
        >
          ${this.labelOr(words.accept, 'accept-terms')}
          ${this.pending === 'accept-terms' ? html`<span class="cbo-spinner" aria-hidden="true"></span>` : nothing}
        </button>
        <button
          class="cbo-button cbo-button--quiet"
          part="button button-quiet"
          type="button"
          @click=${() => this.act({ type: 'abort' })}
        >
          ${words.leave}
        </button>
      </div>
    </div>`;
  }

  /** What went wrong; a failed request in the words of the kit. */
  #message(outdated: string): TemplateResult | typeof nothing {
    if (this.problem || this.step.error?.code !== 'terms_outdated') return this.renderProblem();
    return this.renderMessage(outdated);
  }

  #accept(): void {
    const { version } = this.step.data;
    if (!this.busy && typeof version === 'string') this.act({ type: 'accept-terms', version });
  }
}
