import { css } from 'lit';

/** Marks of providers side by side; each keeps its name for those who cannot see it. */
export const social = css`
  .cbo-screen .cbo-social {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(64px, 1fr));
    gap: calc(var(--_space) * 2);
  }
  .cbo-screen .cbo-social .cbo-button-label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .cbo-screen .cbo-social .cbo-button > * {
    margin: 0;
  }
  .cbo-screen .cbo-social .cbo-button .cbo-spinner {
    display: inline-block;
    position: static;
  }
  .cbo-screen .cbo-social .cbo-button[aria-busy='true'] .cbo-icon {
    display: none;
  }
`;
