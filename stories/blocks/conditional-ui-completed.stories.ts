import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'conditional-ui-completed': states } = fixtures;

export default {
  title: 'Blocks/Endings/conditional-ui-completed',
  component: 'auth-block-conditional-ui-completed',
} satisfies Meta;

export const Default = stageStory(states.default);
export const Unreachable = stageStory(states.unreachable);
export const Busy = stageStory(states.busy);
