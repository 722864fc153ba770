import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:unknown': states } = fixtures;

export default {
  title: 'Blocks/Client states/unknown',
  component: 'auth-block-client-unknown',
} satisfies Meta;

export const Default = stageStory(states.default, {
  expectedMessage: /no block is registered for "retina-scan"/,
});
export const Alternatives = stageStory(states.alternatives, {
  expectedMessage: /no block is registered for "retina-scan"/,
});
