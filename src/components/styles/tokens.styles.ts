import { css } from 'lit';

/** Tokens a site may set (`--cbo-…`) and what derives from them (`--_…`). They reach slotted screens by inheritance. */
export const tokens = css`
  :host {
    display: block;
    max-inline-size: var(--cbo-max-inline-size, 25rem);
  }
  :host([hidden]) {
    display: none;
  }
  .cbo-frame {
    color-scheme: inherit;
  }
  .cbo-frame[data-theme='light'] {
    color-scheme: light;
  }
  .cbo-frame[data-theme='dark'] {
    color-scheme: dark;
  }
  .cbo-frame[data-theme='auto'] {
    color-scheme: light dark;
  }
  .cbo-frame {
    --_accent: var(--cbo-accent, light-dark(oklch(0.24 0.01 270), oklch(0.96 0.003 270)));
    --_surface: var(--cbo-surface, light-dark(#fff, oklch(0.225 0.006 270)));
    --_text: var(--cbo-text, light-dark(oklch(0.23 0.01 270), oklch(0.95 0.003 270)));
    --_radius: var(--cbo-radius, 10px);
    --_space: var(--cbo-space, 4px);
    --_control: var(--cbo-control-size, 44px);

    /* Black or white by relative luminance (WCAG 2): 0.179 is where both reach 4.58 : 1. */
    --_on-accent: color(
      from var(--_accent) xyz-d65 clamp(0, (0.179 - y) * 10000, 0.95047) clamp(0, (0.179 - y) * 10000, 1)
        clamp(0, (0.179 - y) * 10000, 1.08883)
    );
    --_accent-hover: color-mix(in oklab, var(--_accent) 90%, var(--_text));
    --_accent-ink: light-dark(
      oklch(from var(--_accent) min(l, 0.48) c h),
      oklch(from var(--_accent) max(l, 0.8) c h)
    );
    --_muted: color-mix(in oklab, var(--_text) 68%, var(--_surface));
    --_hairline: light-dark(
      color-mix(in oklab, var(--_text) 12%, var(--_surface)),
      color-mix(in oklab, var(--_text) 18%, var(--_surface))
    );
    --_edge: color-mix(in oklab, var(--_text) 52%, var(--_surface));
    --_fill: light-dark(
      color-mix(in oklab, var(--_text) 4%, var(--_surface)),
      color-mix(in oklab, var(--_text) 7%, var(--_surface))
    );
    --_fill-strong: color-mix(in oklab, var(--_text) 9%, var(--_surface));
    --_danger: var(--cbo-danger, light-dark(oklch(0.5 0.19 25), oklch(0.78 0.12 22)));
    --_success: var(--cbo-success, light-dark(oklch(0.5 0.12 155), oklch(0.8 0.13 155)));
    --_focus: var(--cbo-focus, light-dark(oklch(0.55 0.2 258), oklch(0.75 0.14 250)));
    --_duration: 180ms;
  }
  @media (prefers-contrast: more) {
    .cbo-frame {
      --_muted: var(--_text);
      --_edge: var(--_text);
      --_hairline: color-mix(in oklab, var(--_text) 52%, var(--_surface));
    }
  }
  /* Browsers replace the colours of boxes and text themselves, but not those of icons. */
  @media (forced-colors: active) {
    .cbo-frame {
      --_text: CanvasText;
      --_muted: CanvasText;
      --_danger: CanvasText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .cbo-frame {
      --_duration: 0s;
    }
  }
`;

/** The frame around a screen: card, slots, badge. */
export const card = css`
  .cbo-card {
    box-sizing: border-box;
    container-type: inline-size;
    overflow: clip;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_hairline);
    border-radius: calc(var(--_radius) * 1.6);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 0.04),
      0 12px 32px -16px light-dark(rgb(15 20 40 / 0.18), rgb(0 0 0 / 0.6));
    font-size: 0.9375rem;
    line-height: 1.5;
    text-align: start;
    -webkit-font-smoothing: antialiased;
  }
  slot[name='logo']::slotted(*),
  slot[name='header']::slotted(*) {
    margin: calc(var(--_space) * 6) calc(var(--_space) * 8) 0;
  }
  slot[name='footer']::slotted(*) {
    margin: calc(var(--_space) * 5) calc(var(--_space) * 8);
  }
  .cbo-badge {
    margin: calc(var(--_space) * 3) 0 0;
    text-align: center;
    font-size: 0.75rem;
    /* On the page’s own background, so in the page’s own colour. */
    color: inherit;
  }
`;
