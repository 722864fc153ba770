import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:continue-elsewhere': states } = fixtures;

export default {
  title: 'Blocks/Client states/continue-elsewhere',
  component: 'auth-block-client-continue-elsewhere',
} satisfies Meta;

export const Default = stageStory(states.default);
export const AlreadyCompleted = stageStory(states.alreadyCompleted);
