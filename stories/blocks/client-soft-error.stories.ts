import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:soft-error': states } = fixtures;

export default {
  title: 'Blocks/Connect login/soft-error',
  component: 'auth-block-client-soft-error',
} satisfies Meta;

export const Default = stageStory(states.default);
export const NoCredential = stageStory(states.noCredential);
export const TimedOut = stageStory(states.timedOut);
export const PromptOpenElsewhere = stageStory(states.promptOpenElsewhere);
export const Failed = stageStory(states.failed);
export const Unreachable = stageStory(states.unreachable);
export const Busy = stageStory(states.busy);
export const LongText = stageStory(states.longText);
