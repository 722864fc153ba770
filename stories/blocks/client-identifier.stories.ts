import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:identifier': states } = fixtures;

export default {
  title: 'Blocks/Connect login/identifier',
  component: 'auth-block-client-identifier',
} satisfies Meta;

export const Default = stageStory(states.default);
export const Autofill = stageStory(states.autofill);
export const PasskeysAtHand = stageStory(states.passkeysAtHand);
export const NoPasskeyHere = stageStory(states.noPasskeyHere);
export const Prefilled = stageStory(states.prefilled);
export const UnknownUser = stageStory(states.unknownUser);
export const OwnMessage = stageStory(states.ownMessage);
export const Unreachable = stageStory(states.unreachable);
export const Busy = stageStory(states.busy);
export const LongText = stageStory(states.longText);
