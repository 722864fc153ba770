import { html, type TemplateResult } from 'lit';
import { alertIcon, icon } from './icon.js';

/** `calm` for what is no error, such as a closed prompt. Spoken by the announcer, so it has no live role of its own. */
export function alert(text: string, tone: 'danger' | 'calm'): TemplateResult {
  return html`<div class="cbo-alert cbo-alert--${tone}" part="alert">
    ${icon(alertIcon)}
    <p .textContent=${text}></p>
  </div>`;
}
