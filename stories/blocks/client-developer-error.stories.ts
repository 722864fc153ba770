import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:developer-error': states } = fixtures;

export default {
  title: 'Blocks/Client states/developer-error',
  component: 'auth-block-client-developer-error',
} satisfies Meta;

export const Default = stageStory(states.default, { expectedMessage: /project-id/ });
