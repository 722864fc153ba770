import { css } from 'lit';
import { connect } from './connect.styles.js';
import { later } from './later.styles.js';

/** What only the screens of `<connect-append>` show. */
export const connectAppend = css`
  ${later}
  ${connect}
  .cbo-screen .cbo-saved {
    display: flex;
    align-items: center;
    gap: 12px;
    margin: 0;
    padding: 12px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }
`;
