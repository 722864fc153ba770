import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { ConnectAppend } from '../../src/components/connect-append/connect-append.js';
import { connectAppendEndings, fixtures, ProcessStage } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

interface Args {
  readonly theme?: 'light' | 'dark' | 'auto';
  readonly locale?: string;
  readonly 'render-root'?: 'shadow' | 'light';
}

export default {
  title: 'Elements/connect-append',
  component: 'connect-append',
  argTypes: {
    theme: { control: 'inline-radio', options: ['light', 'dark', 'auto'] },
    locale: { control: 'inline-radio', options: ['en', 'de'] },
    'render-root': { control: 'inline-radio', options: ['shadow', 'light'] },
  },
} satisfies Meta<Args>;

const { default: offer } = fixtures['client:append-offer'];

export const Playground: StoryObj<Args> = {
  render: ({ theme, locale, 'render-root': renderRoot = 'shadow' }) => {
    const { element } = new ProcessStage<ConnectAppend>(offer, { renderRoot });
    if (theme) element.setAttribute('theme', theme);
    if (locale) element.setAttribute('locale', locale);
    return html`${element}`;
  },
};

export const RenderRootLight = stageStory<ConnectAppend>(offer, { renderRoot: 'light' });

export const Dark = stageStory<ConnectAppend>(offer, {
  prepare: (element) => element.setAttribute('theme', 'dark'),
});

export const German = stageStory<ConnectAppend>(offer, {
  prepare: (element) => element.setAttribute('locale', 'de'),
});

/** Nothing is offered: nothing is drawn, the site goes on. */
export const NotAllowed = stageStory<ConnectAppend>(connectAppendEndings.notAllowed);

/** Taken, and the person has gone on: nothing is left of it. */
export const Complete = stageStory<ConnectAppend>(connectAppendEndings.complete);

/** Without a project the page's developer is told so in place and in the console. */
export const WithoutProject = stageStory<ConnectAppend>(connectAppendEndings.withoutProject, {
  expectedMessage: /project-id/,
});
