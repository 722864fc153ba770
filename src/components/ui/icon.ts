import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** One of the kit's own line-drawn marks on a 24 × 24 grid. A function each, so that a chunk carries only its own. */
export type Icon = () => SVGTemplateResult;

export const passkeyIcon: Icon = () =>
  svg`<circle cx="9.5" cy="7.5" r="3.5"/><path d="M3 19.5c0-3.6 2.9-6 6.5-6 1.1 0 2.1.2 3 .6"/><circle cx="17.5" cy="12.5" r="2.75"/><path d="M17.5 15.25v6l1.75-1.5M17.5 18.5l1.5-1"/>`;
export const alertIcon: Icon = () => svg`<circle cx="12" cy="12" r="9"/><path d="M12 7.2v5.6M12 16.5v.01"/>`;
export const chevronIcon: Icon = () => svg`<path d="m9 6 6 6-6 6"/>`;

/** A decorative icon: hidden from assistive technology, coloured by `currentColor`. */
export function icon(paths: Icon, className = 'cbo-icon'): TemplateResult {
  return html`<svg
    class=${className}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${paths()}
  </svg>`;
}

/** The large mark above a heading. */
export function mark(paths: Icon, tone: 'plain' | 'success' = 'plain'): TemplateResult {
  return html`<div class="cbo-mark ${tone === 'success' ? 'cbo-mark--success' : ''}">${icon(paths)}</div>`;
}
