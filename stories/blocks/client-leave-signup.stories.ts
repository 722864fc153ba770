import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:leave-signup': states } = fixtures;

export default {
  title: 'Blocks/Client states/leave-signup',
  component: 'auth-block-client-leave-signup',
} satisfies Meta;

export const Default = stageStory(states.default);
export const PasskeyCreated = stageStory(states.passkeyCreated);
