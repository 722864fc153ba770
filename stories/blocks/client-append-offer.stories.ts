import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:append-offer': states } = fixtures;

export default {
  title: 'Blocks/Connect append/append-offer',
  component: 'auth-block-client-append-offer',
} satisfies Meta;

export const Default = stageStory(states.default);
export const AfterHybrid = stageStory(states.afterHybrid);
export const AfterError = stageStory(states.afterError);
export const Cancelled = stageStory(states.cancelled);
export const TimedOut = stageStory(states.timedOut);
export const Failed = stageStory(states.failed);
export const PromptOpenElsewhere = stageStory(states.promptOpenElsewhere);
export const AutomaticallyCancelled = stageStory(states.automaticallyCancelled);
export const AfterHybridCancelled = stageStory(states.afterHybridCancelled);
export const Unreachable = stageStory(states.unreachable);
export const Refused = stageStory(states.refused);
export const Busy = stageStory(states.busy);
export const Finishing = stageStory(states.finishing);
