import type { Meta } from '@storybook/web-components-vite';
import type { ConnectSecondFactor } from '../../src/components/connect-second-factor/connect-second-factor.js';
import { connectSecondFactorEndings, fixtures } from '../../src/testing/index.js';
import { playground, playgroundArgTypes, type PlaygroundArgs } from '../support/playground.js';
import { stageStory } from '../support/stage-story.js';

export default {
  title: 'Elements/connect-second-factor',
  component: 'connect-second-factor',
  argTypes: playgroundArgTypes,
} satisfies Meta<PlaygroundArgs>;

const { default: first } = fixtures['client:second-factor'];

export const Playground = playground(first);

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
