import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'passkey-verify': states } = fixtures;

export default {
  title: 'Blocks/Passkeys/passkey-verify',
  component: 'auth-block-passkey-verify',
} satisfies Meta;

export const Background = stageStory(states.background);
export const BackgroundWithoutAlternatives = stageStory(states.backgroundWithoutAlternatives);
export const Ready = stageStory(states.ready);
export const Hybrid = stageStory(states.hybrid);
export const Soft = stageStory(states.soft);
export const Hard = stageStory(states.hard);
export const HardWithoutAlternatives = stageStory(states.hardWithoutAlternatives);
export const HybridFailed = stageStory(states.hybridFailed);
export const Unreachable = stageStory(states.unreachable);
export const Busy = stageStory(states.busy);
export const WithoutIdentifier = stageStory(states.withoutIdentifier);
export const LongText = stageStory(states.longText);
