import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:link-failed': states } = fixtures;

export default {
  title: 'Blocks/Client states/link-failed',
  component: 'auth-block-client-link-failed',
} satisfies Meta;

export const Default = stageStory(states.default);
