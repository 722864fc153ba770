import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:append-done': states } = fixtures;

export default {
  title: 'Blocks/Connect append/append-done',
  component: 'auth-block-client-append-done',
} satisfies Meta;

export const Default = stageStory(states.default);
export const Authenticator = stageStory(states.authenticator);
export const Icon = stageStory(states.icon);
export const ForeignIcon = stageStory(states.foreignIcon);
export const Existed = stageStory(states.existed);
export const Silently = stageStory(states.silently);
export const LongText = stageStory(states.longText);
