import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import {
  answerWith,
  arriveAt,
  blockOf,
  fixtureOf,
  goTo,
  message,
  press,
  typeInto,
  until,
} from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

export default { title: 'Processes/Sign-up' } satisfies Meta;

const SIGNUP = 'POST /v2/auth/signup/init';
const FINISH = 'POST /v2/auth/passkey/append/finish';
const first = blockOf('signup-init', { alternatives: [blockOf('login-init')] });
const script = {
  [SIGNUP]: answerWith(blockOf('passkey-append')),
  [FINISH]: answerWith(blockOf('completed')),
};
const inEnglish = (element: HTMLElement) => element.setAttribute('locale', 'en');

export const WithPasskey = stageStory(fixtureOf(first, { script }), {
  prepare: inEnglish,
  walk: async (stage) => {
    await typeInto(stage, 'Email', 'ada@example.com');
    await goTo(stage, 'Continue', 'Create your passkey');
    await goTo(stage, 'Create passkey', 'You’re signed in');
    await expect(stage.webauthn.ceremonies.map(({ type }) => type)).toEqual(['create']);
  },
});

export const PromptClosedThenRetried = stageStory(
  fixtureOf(first, { script, webauthn: { create: ['cancelled', 'success'] } }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      await typeInto(stage, 'Email', 'ada@example.com');
      await goTo(stage, 'Continue', 'Create your passkey');
      await press(stage, 'Create passkey');
      await until(() => message(stage) !== '', 'the message');
      await goTo(stage, 'Try again', 'You’re signed in');
    },
  },
);

export const DeviceAlreadyHasOne = stageStory(
  fixtureOf(first, {
    script: { ...script, 'POST /v2/auth/process/complete': answerWith(blockOf('completed')) },
    webauthn: { create: ['already-registered'] },
  }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      await typeInto(stage, 'Email', 'ada@example.com');
      await goTo(stage, 'Continue', 'Create your passkey');
      await goTo(stage, 'Create passkey', 'This device already has a passkey for your account.');
      await goTo(stage, 'Continue', 'You’re signed in');
    },
  },
);

export const LeftHalfWay = stageStory(
  fixtureOf(blockOf('passkey-append'), {
    shows: 'client:leave-signup',
    actions: [{ type: 'abort' }],
    script: { 'POST /v2/auth/process/reset': answerWith(first) },
  }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      await goTo(stage, 'Keep going', 'Create your passkey');
      await stage.act({ type: 'abort' });
      await arriveAt(stage, 'Stop creating your account?');
      await goTo(stage, 'Stop and go back', 'Create your account');
    },
  },
);
