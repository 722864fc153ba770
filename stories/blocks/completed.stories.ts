import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { completed: states } = fixtures;

export default { title: 'Blocks/Endings/completed', component: 'auth-block-completed' } satisfies Meta;

export const Default = stageStory(states.default);
export const Failed = stageStory(states.failed, { expectedMessage: /could not finish the sign-in/ });
