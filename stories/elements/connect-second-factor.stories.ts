import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { ConnectSecondFactor } from '../../src/components/connect-second-factor/connect-second-factor.js';
import { connectSecondFactorEndings, fixtures, ProcessStage } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

interface Args {
  readonly theme?: 'light' | 'dark' | 'auto';
  readonly locale?: string;
  readonly 'render-root'?: 'shadow' | 'light';
}

export default {
  title: 'Elements/connect-second-factor',
  component: 'connect-second-factor',
  argTypes: {
    theme: { control: 'inline-radio', options: ['light', 'dark', 'auto'] },
    locale: { control: 'inline-radio', options: ['en', 'de'] },
    'render-root': { control: 'inline-radio', options: ['shadow', 'light'] },
  },
} satisfies Meta<Args>;

const { default: first } = fixtures['client:second-factor'];

export const Playground: StoryObj<Args> = {
  render: ({ theme, locale, 'render-root': renderRoot = 'shadow' }) => {
    const { element } = new ProcessStage<ConnectSecondFactor>(first, { renderRoot });
    if (theme) element.setAttribute('theme', theme);
    if (locale) element.setAttribute('locale', locale);
    return html`${element}`;
  },
};

export const RenderRootLight = stageStory<ConnectSecondFactor>(first, { renderRoot: 'light' });

export const Dark = stageStory<ConnectSecondFactor>(first, {
  prepare: (element) => element.setAttribute('theme', 'dark'),
});

export const German = stageStory<ConnectSecondFactor>(first, {
  prepare: (element) => element.setAttribute('locale', 'de'),
});

export const Completed = stageStory<ConnectSecondFactor>(connectSecondFactorEndings.completed);

/** The rollout leaves this visitor out: nothing is drawn, the site's own factor is shown. */
export const HandedOver = stageStory<ConnectSecondFactor>(connectSecondFactorEndings.handedOver);

/** Without a project the page's developer is told so in place and in the console. */
export const WithoutProject = stageStory<ConnectSecondFactor>(connectSecondFactorEndings.withoutProject, {
  expectedMessage: /project-id/,
});
