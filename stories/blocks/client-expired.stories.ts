import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:expired': states } = fixtures;

export default {
  title: 'Blocks/Client states/expired',
  component: 'auth-block-client-expired',
} satisfies Meta;

export const Default = stageStory(states.default);
