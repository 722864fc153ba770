import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'phone-verify': states } = fixtures;

export default {
  title: 'Blocks/Verification/phone-verify',
  component: 'auth-block-phone-verify',
} satisfies Meta;

export const Default = stageStory(states.default);
export const WrongCode = stageStory(states.wrongCode);
export const Masked = stageStory(states.masked);
