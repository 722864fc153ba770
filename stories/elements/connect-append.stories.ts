import type { Meta } from '@storybook/web-components-vite';
import type { ConnectAppend } from '../../src/components/connect-append/connect-append.js';
import { connectAppendEndings, fixtures } from '../../src/testing/index.js';
import { playground, playgroundArgTypes, type PlaygroundArgs } from '../support/playground.js';
import { stageStory } from '../support/stage-story.js';

export default {
  title: 'Elements/connect-append',
  component: 'connect-append',
  argTypes: playgroundArgTypes,
} satisfies Meta<PlaygroundArgs>;

const { default: offer } = fixtures['client:append-offer'];

export const Playground = playground(offer);

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
