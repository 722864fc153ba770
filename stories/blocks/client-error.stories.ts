import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'client:error': states } = fixtures;

export default { title: 'Blocks/Client states/error', component: 'auth-block-client-error' } satisfies Meta;

export const Default = stageStory(states.default, { expectedMessage: /authorised origin/ });
export const ServerFailure = stageStory(states.serverFailure);
export const RateLimited = stageStory(states.rateLimited);
