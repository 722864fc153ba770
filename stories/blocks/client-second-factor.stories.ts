import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:second-factor': states } = fixtures;

export default {
  title: 'Blocks/Connect second factor/second-factor',
  component: 'auth-block-client-second-factor',
} satisfies Meta;

export const Default = stageStory(states.default);
export const OtherDevice = stageStory(states.otherDevice);
export const Cancelled = stageStory(states.cancelled);
export const TimedOut = stageStory(states.timedOut);
export const NoCredential = stageStory(states.noCredential);
export const Failed = stageStory(states.failed);
export const PromptOpenElsewhere = stageStory(states.promptOpenElsewhere);
export const Unreachable = stageStory(states.unreachable);
export const Busy = stageStory(states.busy);
export const Finishing = stageStory(states.finishing);
