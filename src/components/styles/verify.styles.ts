import { css } from 'lit';

/** ONE input, drawn as six places: paste, autofill, undo and screen readers get a single field. */
export const verify = css`
  .cbo-screen .cbo-code-frame {
    --_line: var(--_edge);
    container-type: inline-size;
    overflow: clip;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    transition: border-color 0.12s;
  }
  .cbo-screen .cbo-code {
    /* Whole pixels, so that all lines are equally sharp. */
    --_place: round(100cqi / 6, 1px);
    display: block;
    /* A place wider than what is seen of it: the caret behind the sixth digit scrolls nothing. */
    inline-size: calc(100% + var(--_place));
    block-size: calc(var(--_control) + 12px);
    padding-inline-start: calc((var(--_place) - 1ch) / 2);
    font:
      500 1.5rem/1 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      'DejaVu Sans Mono',
      monospace;
    letter-spacing: calc(var(--_place) - 1ch);
    color: inherit;
    background: var(--_surface);
    border-image: linear-gradient(
        90deg,
        #0000 calc(var(--_place) - 1px),
        var(--_line) 0 var(--_place),
        #0000 0 calc(2 * var(--_place) - 1px),
        var(--_line) 0 calc(2 * var(--_place)),
        #0000 0 calc(3 * var(--_place) - 1px),
        var(--_line) 0 calc(3 * var(--_place)),
        #0000 0 calc(4 * var(--_place) - 1px),
        var(--_line) 0 calc(4 * var(--_place)),
        #0000 0 calc(5 * var(--_place) - 1px),
        var(--_line) 0 calc(5 * var(--_place)),
        #0000 0
      )
      0 fill;
    appearance: none;
    outline: none;
  }
  .cbo-screen .cbo-code:autofill {
    box-shadow: 0 0 0 100px var(--_surface) inset;
    -webkit-text-fill-color: var(--_text);
  }
  /* A band across the places would begin in the middle of the first: what is selected pales instead. */
  @media (prefers-contrast: no-preference) and (forced-colors: none) {
    .cbo-screen .cbo-code::selection {
      color: var(--_muted);
      background: transparent;
    }
  }
  .cbo-screen .cbo-code-frame:hover {
    border-color: var(--_text);
  }
  .cbo-screen .cbo-code-frame:has([aria-invalid='true']) {
    --_line: color-mix(in oklab, var(--_danger) 45%, var(--_surface));
    border-color: var(--_danger);
  }
  .cbo-screen .cbo-code-frame:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
    border-color: transparent;
  }
  .cbo-screen .cbo-anchor {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    text-decoration: none;
  }
  @media (forced-colors: active) {
    .cbo-screen .cbo-code-frame,
    .cbo-screen .cbo-code-frame:has([aria-invalid='true']) {
      --_line: ButtonBorder;
    }
  }
`;
