import { html, nothing, type TemplateResult } from 'lit';
import { icon, alertIcon } from './icon.js';

/** The one heading of a screen and what stands under it; the heading takes focus when the screen comes up. */
export function head(heading: string, lead?: string, headingId?: string): TemplateResult {
  return html`<div class="cbo-head">
    <h2
      class="cbo-heading"
      part="heading"
      id=${headingId ?? nothing}
      tabindex="-1"
      .textContent=${heading}
    ></h2>
    ${lead ? html`<p class="cbo-lead" part="lead" .textContent=${lead}></p>` : nothing}
  </div>`;
}

/** `calm` for what is no error, such as a closed prompt. Spoken by the announcer, so it has no live role of its own. */
export function alert(text: string, tone: 'danger' | 'calm'): TemplateResult {
  return html`<div class="cbo-alert cbo-alert--${tone}" part="alert">
    ${icon(alertIcon)}
    <p .textContent=${text}></p>
  </div>`;
}

/** A line with a word in the middle. */
export function divider(label: string): TemplateResult {
  return html`<div class="cbo-divider" part="divider"><span .textContent=${label}></span></div>`;
}

/** Who this is about, with a way to change it. */
export function identityChip(
  value: string,
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<span class="cbo-chip" part="chip"
    ><bdi class="cbo-chip-text" dir="ltr" translate="no" .textContent=${value}></bdi>${action}</span
  >`;
}

/** A waiting line with a spinner. */
export function progress(label: string): TemplateResult {
  return html`<p class="cbo-progress" part="progress">
    <span class="cbo-spinner" aria-hidden="true"></span><span .textContent=${label}></span>
  </p>`;
}

/** The strip at the foot of the card: a question and the way to the other form. */
export function foot(question: string, link: TemplateResult): TemplateResult {
  return html`<p class="cbo-foot" part="foot"><span .textContent=${question}></span> ${link}</p>`;
}
