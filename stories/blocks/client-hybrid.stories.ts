import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:hybrid': states } = fixtures;

export default {
  title: 'Blocks/Connect login/hybrid',
  component: 'auth-block-client-hybrid',
} satisfies Meta;

export const Default = stageStory(states.default);
export const Unreachable = stageStory(states.unreachable);
export const Busy = stageStory(states.busy);
export const LongText = stageStory(states.longText);
