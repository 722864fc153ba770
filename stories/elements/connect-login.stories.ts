import type { Meta } from '@storybook/web-components-vite';
import type { ConnectLogin } from '../../src/components/connect-login/connect-login.js';
import { connectLoginEndings, fixtures } from '../../src/testing/index.js';
import { playground, playgroundArgTypes, type PlaygroundArgs } from '../support/playground.js';
import { stageStory } from '../support/stage-story.js';

export default {
  title: 'Elements/connect-login',
  component: 'connect-login',
  argTypes: playgroundArgTypes,
} satisfies Meta<PlaygroundArgs>;

const { default: first } = fixtures['client:identifier'];

export const Playground = playground(first);

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
