import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:hard-error': states } = fixtures;

export default {
  title: 'Blocks/Connect login/hard-error',
  component: 'auth-block-client-soft-error',
} satisfies Meta;

export const Default = stageStory(states.default);
export const Help = stageStory(states.help);
export const Again = stageStory(states.again);
export const Busy = stageStory(states.busy);
export const LongText = stageStory(states.longText);
