import { html, nothing, type TemplateResult } from 'lit';

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
