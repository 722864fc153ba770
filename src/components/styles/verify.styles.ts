import { css } from 'lit';

/** ONE input, drawn as six places: paste, autofill, undo and screen readers get a single field. */
export const verify = css`
  .cbo-screen .cbo-code {
    --_place: 2.6rem;
    --_gap: 0.5rem;
    inline-size: calc(6 * var(--_place) + 5 * var(--_gap));
    max-inline-size: 100%;
    block-size: 52px;
    margin: 0;
    padding: 0;
    padding-inline-start: calc((var(--_place) - 1ch) / 2);
    font:
      500 1.5rem/1 ui-monospace,
      'SF Mono',
      'DejaVu Sans Mono',
      monospace;
    letter-spacing: calc(var(--_place) + var(--_gap) - 1ch);
    color: inherit;
    background: var(--_surface);
    border: 0 solid var(--_edge);
    border-block-end-width: 2px;
    border-image: repeating-linear-gradient(
        90deg,
        var(--_edge) 0 var(--_place),
        transparent var(--_place) calc(var(--_place) + var(--_gap))
      )
      0 0 2 0;
    appearance: none;
    direction: ltr;
    overflow: clip;
  }
  .cbo-screen .cbo-code:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 4px;
  }
  .cbo-screen .cbo-code[aria-invalid='true'] {
    --_edge: var(--_danger);
  }
  .cbo-screen .cbo-anchor {
    text-decoration: none;
  }
  @container (max-width: 22rem) {
    .cbo-screen .cbo-code {
      --_place: 2.1rem;
      --_gap: 0.35rem;
    }
  }
  @media (forced-colors: active) {
    .cbo-screen .cbo-code {
      border: 1px solid;
      border-image: none;
    }
  }
`;
