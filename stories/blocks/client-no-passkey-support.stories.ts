import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:no-passkey-support': states } = fixtures;

export default {
  title: 'Blocks/Client states/no-passkey-support',
  component: 'auth-block-client-no-passkey-support',
} satisfies Meta;

export const Default = stageStory(states.default);
export const Alternatives = stageStory(states.alternatives);
export const InsecurePage = stageStory(states.insecurePage);
