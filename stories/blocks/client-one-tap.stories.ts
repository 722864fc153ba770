import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:one-tap': states } = fixtures;

export default {
  title: 'Blocks/Connect login/one-tap',
  component: 'auth-block-client-one-tap',
} satisfies Meta;

export const Default = stageStory(states.default);
export const VouchedFor = stageStory(states.vouchedFor);
export const Unreachable = stageStory(states.unreachable);
export const Busy = stageStory(states.busy);
export const LongText = stageStory(states.longText);
