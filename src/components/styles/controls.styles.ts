import { css } from 'lit';

/** Fields, buttons and links: what a person operates. Part of the styles of every screen. */
export const controls = css`
  .cbo-screen .cbo-field {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  .cbo-screen .cbo-label {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1rem;
    font-weight: 550;
    font-size: 0.875rem;
  }
  .cbo-screen .cbo-input {
    inline-size: 100%;
    min-block-size: var(--_control);
    padding: 8px 12px;
    font-size: 1rem;
    background: var(--_surface);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    appearance: none;
    transition: border-color 0.12s;
  }
  .cbo-screen .cbo-input:hover {
    border-color: var(--_text);
  }
  .cbo-screen .cbo-input[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .cbo-screen .cbo-input:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
    border-color: transparent;
  }
  .cbo-screen .cbo-input:autofill {
    box-shadow: 0 0 0 100px var(--_surface) inset;
    -webkit-text-fill-color: var(--_text);
  }
  .cbo-screen .cbo-hint {
    color: var(--_muted);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
    text-wrap: balance;
  }
  .cbo-screen .cbo-icon {
    display: block;
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    fill: none;
  }
  .cbo-screen .cbo-button {
    position: relative;
    display: inline-block;
    inline-size: 100%;
    min-block-size: var(--_control);
    padding: 8px 16px;
    font-weight: 570;
    text-align: center;
    text-wrap: balance;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    cursor: pointer;
    transition:
      background-color 0.12s,
      border-color 0.12s;
  }
  .cbo-screen .cbo-button-label {
    overflow-wrap: anywhere;
  }
  /* In the line, so that it stays beside words that take two. */
  .cbo-screen .cbo-button > :has(+ .cbo-button-label) {
    display: inline-block;
    margin-inline-end: 10px;
    vertical-align: -5px;
  }
  .cbo-screen .cbo-button:hover {
    background: var(--_fill);
    border-color: var(--_text);
  }
  .cbo-screen .cbo-button--primary {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
  }
  .cbo-screen .cbo-button--primary:hover {
    background: var(--_accent-hover);
    border-color: var(--_accent-hover);
  }
  .cbo-screen .cbo-button--quiet {
    color: var(--_muted);
    background: transparent;
    border-color: transparent;
  }
  .cbo-screen .cbo-button--quiet:hover {
    color: var(--_text);
    border-color: transparent;
  }
  .cbo-screen .cbo-button:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .cbo-screen .cbo-button[aria-disabled='true'] {
    cursor: default;
  }
  .cbo-screen .cbo-button-label + .cbo-spinner {
    position: absolute;
    inset-inline-end: 14px;
  }
  .cbo-screen .cbo-link {
    position: relative;
    min-block-size: 24px;
    padding: 2px 0;
    font-weight: 550;
    color: var(--_text);
    border-radius: 2px;
    text-decoration: underline;
    text-decoration-color: color-mix(in oklab, currentColor 35%, transparent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  /* A finger needs more than the words. */
  .cbo-screen .cbo-link::after {
    content: '';
    position: absolute;
    inset: -10px -6px;
  }
  .cbo-screen .cbo-link:hover {
    text-decoration-color: currentColor;
  }
  .cbo-screen .cbo-link:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    .cbo-screen .cbo-button--primary {
      forced-color-adjust: none;
      color: ButtonFace;
      background: ButtonText;
      border-color: ButtonText;
    }
    .cbo-screen .cbo-button--quiet {
      border-color: ButtonBorder;
    }
  }
`;
