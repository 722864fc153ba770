import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'social-verify': states } = fixtures;

export default {
  title: 'Blocks/Verification/social-verify',
  component: 'auth-block-social-verify',
} satisfies Meta;

export const Default = stageStory(states.default);
export const Failed = stageStory(states.failed);
export const Cancelled = stageStory(states.cancelled);
export const Refused = stageStory(states.refused);
export const Unreachable = stageStory(states.unreachable);
export const Busy = stageStory(states.busy);
