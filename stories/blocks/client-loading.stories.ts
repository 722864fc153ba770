import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:loading': states } = fixtures;

export default {
  title: 'Blocks/Client states/loading',
  component: 'auth-block-client-loading',
} satisfies Meta;

export const Default = stageStory(states.default);
