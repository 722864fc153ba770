import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { ConnectPasskeyList } from '../../src/components/connect-passkey-list/connect-passkey-list.js';
import { connectPasskeyListEndings, fixtures, ProcessStage } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

interface Args {
  readonly theme?: 'light' | 'dark' | 'auto';
  readonly locale?: string;
  readonly 'render-root'?: 'shadow' | 'light';
}

export default {
  title: 'Elements/connect-passkey-list',
  component: 'connect-passkey-list',
  argTypes: {
    theme: { control: 'inline-radio', options: ['light', 'dark', 'auto'] },
    locale: { control: 'inline-radio', options: ['en', 'de'] },
    'render-root': { control: 'inline-radio', options: ['shadow', 'light'] },
  },
} satisfies Meta<Args>;

const { default: list, asked } = fixtures['client:passkey-list'];

export const Playground: StoryObj<Args> = {
  render: ({ theme, locale, 'render-root': renderRoot = 'shadow' }) => {
    const { element } = new ProcessStage<ConnectPasskeyList>(list, { renderRoot });
    if (theme) element.setAttribute('theme', theme);
    if (locale) element.setAttribute('locale', locale);
    return html`${element}`;
  },
};

export const RenderRootLight = stageStory<ConnectPasskeyList>(list, { renderRoot: 'light' });

export const DialogInRenderRootLight = stageStory<ConnectPasskeyList>(asked, { renderRoot: 'light' });

export const Dark = stageStory<ConnectPasskeyList>(list, {
  prepare: (element) => element.setAttribute('theme', 'dark'),
});

export const DialogInDark = stageStory<ConnectPasskeyList>(asked, {
  prepare: (element) => element.setAttribute('theme', 'dark'),
});

export const German = stageStory<ConnectPasskeyList>(list, {
  prepare: (element) => element.setAttribute('locale', 'de'),
});

export const Loading = stageStory<ConnectPasskeyList>(connectPasskeyListEndings.loading);

export const Unavailable = stageStory<ConnectPasskeyList>(connectPasskeyListEndings.unavailable);

/** Without a project the page's developer is told so in place and in the console. */
export const WithoutProject = stageStory<ConnectPasskeyList>(connectPasskeyListEndings.withoutProject, {
  expectedMessage: /project-id/,
});
