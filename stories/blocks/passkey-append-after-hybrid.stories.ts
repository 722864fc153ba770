import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'passkey-append-after-hybrid': states } = fixtures;

export default {
  title: 'Blocks/Passkeys/passkey-append-after-hybrid',
  component: 'auth-block-passkey-append',
} satisfies Meta;

export const Default = stageStory(states.default);
export const Cancelled = stageStory(states.cancelled);
export const AlreadyRegistered = stageStory(states.alreadyRegistered);
export const Unreachable = stageStory(states.unreachable);
export const Busy = stageStory(states.busy);
export const LongText = stageStory(states.longText);
