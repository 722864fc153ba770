import type { ArgTypes, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ProcessStage, type BlockFixture, type StagedElement } from '../../src/testing/index.js';

/** What every element can be told in its playground. */
export interface PlaygroundArgs {
  readonly theme?: 'light' | 'dark' | 'auto';
  readonly locale?: string;
  readonly 'render-root'?: 'shadow' | 'light';
}

export const playgroundArgTypes: ArgTypes<PlaygroundArgs> = {
  theme: { control: 'inline-radio', options: ['light', 'dark', 'auto'] },
  locale: { control: 'inline-radio', options: ['en', 'de'] },
  'render-root': { control: 'inline-radio', options: ['shadow', 'light'] },
};

/** An element with a scripted server, to be tried with the controls of the catalogue. */
export function playground(fixture: BlockFixture): StoryObj<PlaygroundArgs> {
  return {
    render: ({ theme, locale, 'render-root': renderRoot = 'shadow' }) => {
      const { element } = new ProcessStage<StagedElement>(fixture, { renderRoot });
      if (theme) element.setAttribute('theme', theme);
      if (locale) element.setAttribute('locale', locale);
      return html`${element}`;
    },
  };
}
