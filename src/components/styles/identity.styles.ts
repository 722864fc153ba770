import { css } from 'lit';

/** The card of the last identifier. */
export const identity = css`
  .cbo-screen .cbo-identity {
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    min-block-size: var(--_control);
    margin: 0;
    padding: 10px 12px;
    text-align: start;
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .cbo-screen .cbo-identity:hover {
    background: var(--_fill);
    border-color: var(--_text);
  }
  .cbo-screen .cbo-identity-text {
    flex: 1;
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .cbo-screen .cbo-identity-title {
    font-weight: 570;
  }
  .cbo-screen .cbo-identity-value {
    color: var(--_muted);
    font-size: 0.8125rem;
    text-align: start;
  }
  .cbo-screen .cbo-identity .cbo-chevron {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
  }
  .cbo-screen .cbo-chevron:dir(rtl) {
    scale: -1 1;
  }
  .cbo-screen .cbo-avatar {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    color: var(--_text);
    background: var(--_fill-strong);
  }
  .cbo-screen .cbo-identity:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    .cbo-screen .cbo-avatar {
      border: 1px solid;
    }
  }
`;
