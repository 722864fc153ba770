import type { Meta } from '@storybook/web-components-vite';
import type { ConnectPasskeyList } from '../../src/components/connect-passkey-list/connect-passkey-list.js';
import { connectPasskeyListEndings, fixtures } from '../../src/testing/index.js';
import { playground, playgroundArgTypes, type PlaygroundArgs } from '../support/playground.js';
import { stageStory } from '../support/stage-story.js';

export default {
  title: 'Elements/connect-passkey-list',
  component: 'connect-passkey-list',
  argTypes: playgroundArgTypes,
} satisfies Meta<PlaygroundArgs>;

const { default: list, asked } = fixtures['client:passkey-list'];

export const Playground = playground(list);

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
