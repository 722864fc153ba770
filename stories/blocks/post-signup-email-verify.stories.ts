import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'post-signup-email-verify': states } = fixtures;

export default {
  title: 'Blocks/Verification/post-signup-email-verify',
  component: 'auth-block-post-signup-email-verify',
} satisfies Meta;

export const Default = stageStory(states.default);
