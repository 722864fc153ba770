import { css } from 'lit';

/** A phone field with its country in front and the list of countries below it, in the flow: nothing is cut off by the card. */
export const phone = css`
  .cbo-screen .cbo-field:has(> .cbo-country) {
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: calc(var(--_space) * 2);
  }
  .cbo-screen .cbo-field:has(> .cbo-country) > * {
    grid-column: 1 / -1;
  }
  .cbo-screen .cbo-field > .cbo-country {
    grid-column: 1;
    display: inline-flex;
    align-items: center;
    gap: 2px;
    inline-size: auto;
    padding-inline: 10px 6px;
    font-weight: inherit;
  }
  .cbo-screen .cbo-field > .cbo-country + .cbo-input {
    grid-column: 2;
  }
  .cbo-screen .cbo-country-arrow {
    inline-size: 16px;
    block-size: 16px;
    rotate: 90deg;
    color: var(--_muted);
  }
  .cbo-screen .cbo-country[aria-expanded='true'] .cbo-country-arrow {
    rotate: -90deg;
  }
  .cbo-screen .cbo-countries {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    background: var(--_fill);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
  }
  .cbo-screen .cbo-countries .cbo-hint:empty {
    display: none;
  }
  .cbo-screen .cbo-country-list {
    max-block-size: 15rem;
    margin: 0;
    padding: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    list-style: none;
  }
  .cbo-screen .cbo-country-list:empty {
    display: none;
  }
  .cbo-screen .cbo-country-option {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
    min-block-size: 36px;
    margin: 0;
    padding: 7px 10px;
    border-radius: calc(var(--_radius) - 4px);
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .cbo-screen .cbo-country-option bdi {
    flex: none;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .cbo-screen .cbo-country-option:hover {
    background: var(--_fill-strong);
  }
  .cbo-screen .cbo-country-option[aria-selected='true'] {
    background: var(--_fill-strong);
    box-shadow: inset 0 0 0 1px var(--_text);
  }
  @media (pointer: coarse) {
    .cbo-screen .cbo-country-option {
      min-block-size: 44px;
      align-items: center;
    }
  }
  @media (forced-colors: active) {
    .cbo-screen .cbo-country-option[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
