import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'passkey-appended': states } = fixtures;

export default {
  title: 'Blocks/Passkeys/passkey-appended',
  component: 'auth-block-passkey-appended',
} satisfies Meta;

export const Default = stageStory(states.default);
export const Authenticator = stageStory(states.authenticator);
export const Unreachable = stageStory(states.unreachable);
export const Busy = stageStory(states.busy);
export const LongText = stageStory(states.longText);
