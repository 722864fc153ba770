import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html } from 'lit';
import { fixtures, ProcessStage, type BlockFixture } from '../src/testing/index.js';
import { adoptPageStyles } from './support/page-styles.js';

export default { title: 'Tokens' } satisfies Meta;

adoptPageStyles(css`
  .stories-gallery {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
    gap: 2rem;
    align-items: start;
    font-family: system-ui, sans-serif;
  }
  .stories-gallery figure {
    margin: 0;
  }
  .stories-gallery figcaption {
    margin-block-end: 0.75rem;
    font-size: 0.875rem;
  }
  .brand-forest {
    --cbo-accent: oklch(0.42 0.11 155);
  }
  .brand-amber {
    --cbo-accent: oklch(0.82 0.16 80);
  }
  .brand-violet {
    --cbo-accent: oklch(0.5 0.22 300);
  }
  .brand-sand {
    --cbo-surface: light-dark(oklch(0.97 0.02 90), oklch(0.25 0.02 90));
    --cbo-text: light-dark(oklch(0.27 0.03 60), oklch(0.95 0.02 90));
  }
  .preset-dense {
    --cbo-space: 3px;
    --cbo-control-size: 38px;
    --cbo-radius: 6px;
  }
  .preset-round {
    --cbo-radius: 22px;
    --cbo-control-size: 48px;
  }
  .preset-square {
    --cbo-radius: 0px;
  }
  .with-parts auth-process::part(heading) {
    font-family: Georgia, serif;
    font-size: 1.5rem;
  }
  .with-parts auth-process::part(button-primary) {
    text-transform: uppercase;
    letter-spacing: 0.06em;
  }
  .stories-tokens {
    border-collapse: collapse;
    font:
      0.875rem/1.6 system-ui,
      sans-serif;
  }
  .stories-tokens :is(th, td) {
    padding: 0.375rem 1.5rem 0.375rem 0;
    text-align: start;
    border-block-end: 1px solid color-mix(in oklab, currentColor 15%, transparent);
  }
`);

const { 'login-init': login, 'signup-init': signup, 'passkey-append': append } = fixtures;

function figure(className: string, caption: string, fixture: BlockFixture) {
  const { element } = new ProcessStage(fixture);
  return html`<figure class=${className}>
    <figcaption>${caption}</figcaption>
    ${element}
  </figure>`;
}

const TOKENS = [
  ['--cbo-accent', 'Colour of the primary action; everything that sits on it follows.'],
  ['--cbo-surface', 'Background of the card.'],
  ['--cbo-text', 'Text; muted text, lines and borders derive from it.'],
  ['--cbo-danger', 'Errors.'],
  ['--cbo-success', 'Success.'],
  ['--cbo-focus', 'Focus ring.'],
  ['--cbo-radius', 'Corners of controls, 10px; those of the card are 1.6 times as large.'],
  ['--cbo-space', 'Unit of all spacing, 4px.'],
  ['--cbo-control-size', 'Height of primary controls, 44px.'],
  ['--cbo-max-inline-size', 'Widest the element gets, 25rem.'],
] as const;

export const Reference: StoryObj = {
  render: () =>
    html`<table class="stories-tokens">
      <thead>
        <tr>
          <th scope="col">Token</th>
          <th scope="col">What it sets</th>
        </tr>
      </thead>
      <tbody>
        ${TOKENS.map(
          ([name, meaning]) =>
            html`<tr>
              <th scope="row"><code>${name}</code></th>
              <td>${meaning}</td>
            </tr>`,
        )}
      </tbody>
    </table>`,
};

/** A site brands the kit by one property; what stands on it stays readable. */
export const Brands: StoryObj = {
  render: () =>
    html`<div class="stories-gallery">
      ${figure('', 'No property set', login.prefilled)}
      ${figure('brand-forest', '--cbo-accent: a dark green', login.prefilled)}
      ${figure('brand-amber', '--cbo-accent: a light amber', login.prefilled)}
      ${figure('brand-violet', '--cbo-accent: a violet', append.default)}
    </div>`,
};

export const SurfaceAndText: StoryObj = {
  render: () =>
    html`<div class="stories-gallery">
      ${figure('brand-sand', '--cbo-surface and --cbo-text', signup.prefilled)}
      ${figure('brand-sand brand-forest', 'and --cbo-accent', append.skippable)}
    </div>`,
};

export const Presets: StoryObj = {
  render: () =>
    html`<div class="stories-gallery">
      ${figure('preset-dense', 'Dense: --cbo-space, --cbo-control-size, --cbo-radius', login.prefilled)}
      ${figure('preset-round', 'Round: --cbo-radius, --cbo-control-size', login.prefilled)}
      ${figure('preset-square', 'Square: --cbo-radius', login.prefilled)}
    </div>`,
};

/** What tokens do not reach, `::part()` does. */
export const Parts: StoryObj = {
  render: () =>
    html`<div class="stories-gallery">
      ${figure('with-parts', '::part(heading) and ::part(button-primary)', login.prefilled)}
    </div>`,
};
