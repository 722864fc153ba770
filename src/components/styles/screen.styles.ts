import { css } from 'lit';
import { controls } from './controls.styles.js';

/** Everything inside a screen. Adopted by the shadow root, or by the root the element stands in when screens live in the light DOM: so every selector is a class under `.cbo-screen`. */
export const screen = css`
  .cbo-screen,
  .cbo-screen > * {
    display: block;
  }
  .cbo-screen *,
  .cbo-screen *::before,
  .cbo-screen *::after {
    box-sizing: border-box;
  }
  /* What a page says of elements is no concern of ours: same weight as the rules below, which come later. */
  .cbo-screen,
  .cbo-screen [class^='cbo-'],
  .cbo-screen [class^='cbo-'] > :where(:not([class], svg *)) {
    float: none;
    inline-size: auto;
    block-size: auto;
    margin: 0;
    padding: 0;
    color: inherit;
    background: none;
    border: 0;
    border-radius: 0;
    box-shadow: none;
    font: inherit;
    letter-spacing: inherit;
    text-align: inherit;
    text-transform: none;
  }
  .cbo-screen > * {
    animation: cbo-enter var(--_duration) ease-out;
  }
  @keyframes cbo-enter {
    from {
      opacity: 0;
    }
  }
  .cbo-screen .cbo-body {
    display: grid;
    gap: calc(var(--_space) * 5);
    padding: calc(var(--_space) * 8) calc(var(--_space) * 8) calc(var(--_space) * 7);
  }
  .cbo-screen .cbo-body > * {
    min-inline-size: 0;
  }
  .cbo-screen .cbo-head {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  .cbo-screen .cbo-heading {
    font-size: 1.3125rem;
    line-height: 1.25;
    font-weight: 620;
    letter-spacing: -0.014em;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  /* It takes the focus so that it is read; there is nothing to operate, and a ring looks like a field. */
  .cbo-screen .cbo-heading:focus {
    outline: none;
  }
  .cbo-screen .cbo-lead {
    color: var(--_muted);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .cbo-screen .cbo-form {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  .cbo-screen .cbo-form > * {
    min-inline-size: 0;
  }
  ${controls}
  .cbo-screen .cbo-actions {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .cbo-screen .cbo-divider {
    display: flex;
    align-items: center;
    gap: 12px;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .cbo-screen .cbo-divider::before,
  .cbo-screen .cbo-divider::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--_hairline);
  }
  .cbo-screen .cbo-foot {
    margin: 0;
    padding: 12px calc(var(--_space) * 8);
    text-align: center;
    color: var(--_muted);
    font-size: 0.875rem;
    background: var(--_fill);
    border-block-start: 1px solid var(--_hairline);
    overflow-wrap: anywhere;
  }
  .cbo-screen .cbo-mark {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    border-radius: 16px;
    color: var(--_accent-ink);
    background: var(--_fill-strong);
  }
  .cbo-screen .cbo-mark .cbo-icon {
    inline-size: 30px;
    block-size: 30px;
  }
  .cbo-screen .cbo-skeleton {
    border-radius: 8px;
    background: var(--_fill-strong);
    block-size: 44px;
  }
  .cbo-screen .cbo-skeleton--heading {
    inline-size: 55%;
    block-size: 26px;
  }
  .cbo-screen .cbo-skeleton--lead {
    inline-size: 35%;
    block-size: 18px;
    margin-block-start: -12px;
  }
  .cbo-screen .cbo-skeleton--field {
    block-size: 71px;
  }
  .cbo-screen .cbo-spinner {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    border: 2px solid color-mix(in oklab, currentColor 25%, transparent);
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation: cbo-spin 0.8s linear infinite;
  }
  @keyframes cbo-spin {
    to {
      rotate: 1turn;
    }
  }
  .cbo-screen .cbo-visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (max-width: 22rem) {
    .cbo-screen .cbo-body {
      padding-inline: 20px;
    }
    .cbo-screen .cbo-foot {
      padding-inline: 20px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .cbo-screen .cbo-spinner {
      animation: none;
      border-style: dotted;
    }
  }
  @media (forced-colors: active) {
    .cbo-screen .cbo-mark {
      border: 1px solid;
    }
    .cbo-screen .cbo-skeleton {
      border: 1px solid GrayText;
    }
  }
`;
