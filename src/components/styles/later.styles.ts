import { css } from 'lit';

/** What only screens after the first ones show; adopted when the first of them is drawn. */
export const later = css`
  .cbo-screen .cbo-chip {
    display: inline-flex;
    align-items: baseline;
    gap: 8px;
    justify-self: start;
    max-inline-size: 100%;
    padding: 3px 12px;
    font-size: 0.875rem;
    background: var(--_fill);
    border: 1px solid var(--_hairline);
    border-radius: 16px;
  }
  .cbo-screen .cbo-chip-text {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .cbo-screen .cbo-chip .cbo-link {
    flex: none;
    padding-block: 3px;
    font-size: 0.8125rem;
  }
  .cbo-screen .cbo-mark--success {
    color: var(--_success);
    background: color-mix(in oklab, var(--_success) 14%, var(--_surface));
  }
  .cbo-screen .cbo-points {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .cbo-screen .cbo-points li {
    display: grid;
    grid-template-columns: 20px 1fr;
    gap: 12px;
    margin: 0;
  }
  .cbo-screen .cbo-points .cbo-icon {
    margin-block-start: 1px;
    color: var(--_muted);
  }
  .cbo-screen .cbo-point-title {
    display: block;
    font-weight: 570;
  }
  .cbo-screen .cbo-point-text {
    display: block;
    color: var(--_muted);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }
  .cbo-screen .cbo-opt-out {
    margin-block-start: 4px;
    text-align: center;
    font-size: 0.875rem;
  }
  .cbo-screen .cbo-opt-out .cbo-link {
    color: var(--_muted);
    font-weight: inherit;
  }
  .cbo-screen .cbo-opt-out .cbo-link:hover {
    color: var(--_text);
  }
  .cbo-screen .cbo-progress {
    display: flex;
    align-items: center;
    gap: 10px;
    margin: 0;
    color: var(--_muted);
    font-size: 0.875rem;
  }
`;
