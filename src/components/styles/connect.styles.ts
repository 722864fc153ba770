import { css } from 'lit';

/** What the Connect elements show alike: what a passkey is, and the mark of what keeps one. */
export const connect = css`
  .cbo-screen .cbo-more {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  .cbo-screen .cbo-more-button {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding-block: 3px;
    font-size: 0.875rem;
  }
  .cbo-screen .cbo-more-button .cbo-icon {
    inline-size: 16px;
    block-size: 16px;
    transform: rotate(90deg);
    transition: transform var(--_duration);
  }
  .cbo-screen .cbo-more-button[aria-expanded='true'] .cbo-icon {
    transform: rotate(-90deg);
  }
  .cbo-screen .cbo-more-text {
    margin: 0;
    padding: 12px 16px;
    background: var(--_fill);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    font-size: 0.875rem;
  }
  .cbo-screen .cbo-more-text[hidden] {
    display: none;
  }
  .cbo-screen .cbo-more-text dt {
    font-weight: 570;
  }
  .cbo-screen .cbo-more-text dd {
    margin: 0;
    color: var(--_muted);
  }
  .cbo-screen .cbo-more-text dd:not(:last-child) {
    margin-block-end: 8px;
  }
  .cbo-screen .cbo-authenticator {
    flex: none;
    inline-size: 40px;
    block-size: 40px;
    background: light-dark(#fff, oklch(0.92 0.003 270));
    border-radius: 10px;
  }
`;
