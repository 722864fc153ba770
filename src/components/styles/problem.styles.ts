import { css } from 'lit';

/** What went wrong: the message above a form, and the error of a field. */
export const problem = css`
  .cbo-screen .cbo-alert {
    --_tone: var(--_danger);
    display: grid;
    grid-template-columns: 18px 1fr;
    gap: 10px;
    padding: 10px 12px;
    font-size: 0.875rem;
    background: color-mix(in oklab, var(--_tone) 7%, var(--_surface));
    border: 1px solid color-mix(in oklab, var(--_tone) 40%, var(--_surface));
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }
  .cbo-screen .cbo-alert--calm {
    --_tone: var(--_text);
    border-color: var(--_hairline);
  }
  .cbo-screen .cbo-alert .cbo-icon {
    inline-size: 18px;
    block-size: 18px;
    margin-block-start: 1px;
    color: var(--_tone);
  }
  .cbo-screen .cbo-alert p {
    min-inline-size: 0;
    margin: 0;
  }
  .cbo-screen .cbo-error {
    display: flex;
    gap: 6px;
    align-items: baseline;
    margin: 0;
    color: var(--_danger);
    font-size: 0.875rem;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .cbo-screen .cbo-error .cbo-icon {
    inline-size: 15px;
    block-size: 15px;
    translate: 0 2px;
  }
`;
