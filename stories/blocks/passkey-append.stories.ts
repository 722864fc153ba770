import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'passkey-append': states } = fixtures;

export default {
  title: 'Blocks/Passkeys/passkey-append',
  component: 'auth-block-passkey-append',
} satisfies Meta;

export const Default = stageStory(states.default);
export const Skippable = stageStory(states.skippable);
export const AfterHybrid = stageStory(states.afterHybrid);
export const OptingOut = stageStory(states.optingOut);
export const AfterError = stageStory(states.afterError);
export const AfterNoCredential = stageStory(states.afterNoCredential);
export const Apple = stageStory(states.apple);
export const Android = stageStory(states.android);
export const Windows = stageStory(states.windows);
export const Alternatives = stageStory(states.alternatives);
export const AutoSubmit = stageStory(states.autoSubmit);
export const Cancelled = stageStory(states.cancelled);
export const Failed = stageStory(states.failed);
export const AlreadyRegistered = stageStory(states.alreadyRegistered);
export const Unreachable = stageStory(states.unreachable);
export const Busy = stageStory(states.busy);
export const Finishing = stageStory(states.finishing);
export const IdentifierRefused = stageStory(states.identifierRefused);
export const LongText = stageStory(states.longText);
