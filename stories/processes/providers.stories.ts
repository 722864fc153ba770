import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import {
  answerWith,
  arriveAt,
  blockOf,
  fixtureOf,
  goTo,
  message,
  otherBlockOf,
  press,
  socialDataOf,
  until,
  type ProcessStage,
} from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

export default { title: 'Processes/Providers' } satisfies Meta;

const START = 'POST /v2/auth/social/verify/start';
const oauthUrl = 'https://accounts.google.com/o/oauth2/v2/auth';
const first = (data: Partial<ReturnType<typeof socialDataOf>> = {}, code?: string) =>
  blockOf('login-init', {
    data: {
      socialData: socialDataOf(['google', 'github'], data),
      ...(code ? { error: { code, message: '' } } : {}),
    },
  });
const inEnglish = (element: HTMLElement) => element.setAttribute('locale', 'en');

async function pressGoogle(stage: ProcessStage): Promise<void> {
  await until(() => stage.screen?.querySelector('.cbo-skeleton') === null, 'the providers');
  await press(stage, 'Continue with Google');
}

/** The page is left for the provider; the button waits until it is gone. */
export const Leaving = stageStory(
  fixtureOf(first(), { script: { [START]: answerWith(first({ status: 'started', oauthUrl })) } }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      await pressGoogle(stage);
      await until(() => stage.left.length > 0, 'the page to be left');
      await expect(stage.left.map(({ href }) => href)).toEqual([oauthUrl]);
    },
  },
);

/** Not back from the provider yet: the server is asked again, and now it knows. */
export const Returned = stageStory(
  fixtureOf(otherBlockOf('social-verify', { authType: 'login' }), {
    script: { 'GET /v2/auth/process': answerWith(blockOf('completed')) },
  }),
  {
    prepare: inEnglish,
    walk: (stage) => goTo(stage, 'Continue', 'You’re signed in'),
  },
);

export const CalledOffThenRetried = stageStory(
  fixtureOf(first(), {
    script: {
      [START]: [
        answerWith(first({ status: 'finished' }, 'social_cancelled')),
        answerWith(blockOf('completed')),
      ],
    },
  }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      await pressGoogle(stage);
      await until(() => message(stage).startsWith('You came back before signing in there.'), 'the message');
      await press(stage, 'Continue with Google');
      await arriveAt(stage, 'You’re signed in');
    },
  },
);
