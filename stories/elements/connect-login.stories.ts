import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { ConnectLogin } from '../../src/components/connect-login/connect-login.js';
import { connectLoginEndings, fixtures, ProcessStage } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

interface Args {
  readonly theme?: 'light' | 'dark' | 'auto';
  readonly locale?: string;
  readonly 'render-root'?: 'shadow' | 'light';
}

export default {
  title: 'Elements/connect-login',
  component: 'connect-login',
  argTypes: {
    theme: { control: 'inline-radio', options: ['light', 'dark', 'auto'] },
    locale: { control: 'inline-radio', options: ['en', 'de'] },
    'render-root': { control: 'inline-radio', options: ['shadow', 'light'] },
  },
} satisfies Meta<Args>;

const { default: first } = fixtures['client:identifier'];

export const Playground: StoryObj<Args> = {
  render: ({ theme, locale, 'render-root': renderRoot = 'shadow' }) => {
    const { element } = new ProcessStage<ConnectLogin>(first, { renderRoot });
    if (theme) element.setAttribute('theme', theme);
    if (locale) element.setAttribute('locale', locale);
    return html`${element}`;
  },
};

export const RenderRootLight = stageStory<ConnectLogin>(first, { renderRoot: 'light' });

export const Dark = stageStory<ConnectLogin>(first, {
  prepare: (element) => element.setAttribute('theme', 'dark'),
});

export const German = stageStory<ConnectLogin>(first, {
  prepare: (element) => element.setAttribute('locale', 'de'),
});

/** A site that knows people by a name of its own. */
export const OwnTexts = stageStory<ConnectLogin>(first, {
  prepare: (element) => {
    element.messages = {
      'connectLogin.heading': 'Hello again',
      'connectLogin.identifier': 'Customer number',
    };
  },
});

export const FooterSlot = stageStory<ConnectLogin>(first, {
  prepare: (element) => {
    const footer = document.createElement('p');
    footer.slot = 'footer';
    footer.textContent = 'New here? Create an account.';
    element.append(footer);
  },
});

export const Completed = stageStory<ConnectLogin>(connectLoginEndings.completed);

/** The rollout leaves this visitor out: nothing is drawn, the site's own login is shown. */
export const HandedOver = stageStory<ConnectLogin>(connectLoginEndings.handedOver);

/** Without a project the page's developer is told so in place and in the console. */
export const WithoutProject = stageStory<ConnectLogin>(connectLoginEndings.withoutProject, {
  expectedMessage: /project-id/,
});
