import { css } from 'lit';
import { connect } from './connect.styles.js';

/** What a list of passkeys shows. */
export const passkeyList = css`
  ${connect}
  .cbo-screen .cbo-passkeys {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
  }
  .cbo-screen .cbo-passkey {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr) auto;
    gap: 10px;
    align-items: start;
    margin: 0;
    padding-block: 14px;
    padding-inline: 14px 6px;
  }
  .cbo-screen .cbo-passkey + .cbo-passkey {
    border-block-start: 1px solid var(--_hairline);
  }
  .cbo-screen .cbo-passkey .cbo-avatar {
    display: grid;
    place-items: center;
    color: var(--_muted);
    background: var(--_fill);
    inline-size: 40px;
    block-size: 40px;
    border-radius: 8px;
  }
  .cbo-screen .cbo-passkey-text {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .cbo-screen .cbo-passkey-name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    font-weight: 570;
  }
  .cbo-screen .cbo-passkey-name > * {
    min-inline-size: 0;
  }
  .cbo-screen .cbo-tag {
    padding: 1px 6px;
    white-space: nowrap;
    font-size: 0.75rem;
    font-weight: 550;
    color: var(--_muted);
    background: var(--_fill);
    border: 1px solid var(--_hairline);
    border-radius: 999px;
  }
  .cbo-screen .cbo-passkey-line {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .cbo-screen .cbo-icon-button {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin: 0;
    padding: 0;
    color: var(--_muted);
    background: none;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .cbo-screen .cbo-icon-button:hover {
    color: var(--_danger);
    background: var(--_fill);
  }
  .cbo-screen .cbo-icon-button:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
  .cbo-screen .cbo-empty {
    display: grid;
    gap: 4px;
    justify-items: center;
    padding: 24px 16px;
    text-align: center;
    border: 1px dashed var(--_hairline);
    border-radius: var(--_radius);
  }
  .cbo-screen .cbo-empty-title {
    margin: 8px 0 0;
    font-weight: 570;
  }
  .cbo-screen .cbo-dialog {
    inline-size: min(24rem, calc(100vw - 32px));
    block-size: fit-content;
    max-block-size: calc(100dvb - 32px);
    margin: auto;
    padding: 24px;
    overflow: auto;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_hairline);
    border-radius: calc(var(--_radius) * 1.6);
    box-shadow: 0 24px 64px -16px rgb(0 0 0 / 0.35);
  }
  .cbo-screen .cbo-dialog[open] {
    display: grid;
    gap: 16px;
  }
  .cbo-screen .cbo-dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
  .cbo-screen .cbo-dialog-title {
    margin: 0;
    font-size: 1.125rem;
    line-height: 1.3;
    font-weight: 620;
    overflow-wrap: anywhere;
  }
  .cbo-screen .cbo-dialog-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .cbo-screen .cbo-dialog-actions .cbo-button {
    flex: 1 1 8rem;
    inline-size: auto;
  }
  .cbo-screen .cbo-button--danger {
    color: var(--_surface);
    background: var(--_danger);
    border-color: var(--_danger);
  }
  .cbo-screen .cbo-button--danger:hover {
    color: var(--_surface);
    background: color-mix(in oklab, var(--_danger) 90%, var(--_text));
    border-color: transparent;
  }
  @media (forced-colors: active) {
    .cbo-screen .cbo-icon-button {
      border-color: ButtonBorder;
    }
    .cbo-screen .cbo-button--danger {
      background: ButtonFace;
      border-color: ButtonBorder;
    }
    .cbo-screen .cbo-tag,
    .cbo-screen .cbo-dialog {
      border: 1px solid;
    }
  }
`;
