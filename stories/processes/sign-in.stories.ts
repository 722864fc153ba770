import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import {
  answerWith,
  arriveAt,
  blockOf,
  controlNames,
  fixtureOf,
  goTo,
  message,
  networkFailure,
  press,
  typeInto,
  until,
  type ProcessStage,
  type Script,
} from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

export default { title: 'Processes/Sign-in' } satisfies Meta;

const LOGIN = 'POST /v2/auth/login/init';
const first = blockOf('login-init', { alternatives: [blockOf('signup-init')] });
const script: Script = {
  [LOGIN]: answerWith(blockOf('passkey-verify')),
  'POST /v2/auth/passkey/login/finish': answerWith(blockOf('completed')),
  'POST /v2/auth/passkey/mediation/finish': answerWith(blockOf('completed')),
};
const inEnglish = (element: HTMLElement) => element.setAttribute('locale', 'en');

/** The prompt opens by itself where the browser allows, else by the button. */
async function verify(stage: ProcessStage): Promise<void> {
  await until(() => stage.screen?.step?.type === 'passkey-verify', 'the passkey screen');
  await stage.drawn();
  if (stage.screen?.pending === undefined) await press(stage, 'Continue with your passkey');
  await arriveAt(stage, 'You’re signed in');
}

export const ByIdentifier = stageStory(fixtureOf(first, { script }), {
  prepare: inEnglish,
  walk: async (stage) => {
    await typeInto(stage, 'Email', 'ada@example.com');
    await press(stage, 'Continue');
    await verify(stage);
  },
});

export const ByLastIdentifier = stageStory(
  fixtureOf(first, { script, lastIdentifier: { value: 'ada@example.com', type: 'email' } }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      const card = 'Continue with your passkey ada@example.com';
      await until(() => controlNames(stage).includes(card), 'the card');
      await press(stage, card);
      await verify(stage);
    },
  },
);

export const ByButton = stageStory(fixtureOf(first, { script }), {
  prepare: inEnglish,
  walk: (stage) => goTo(stage, 'Sign in with a passkey', 'You’re signed in'),
});

export const ByAutofill = stageStory(fixtureOf(first, { script }), {
  prepare: inEnglish,
  walk: async (stage) => {
    await until(() => stage.webauthn.ceremonies.length > 0, 'autofill');
    stage.webauthn.pickFromAutofill();
    await arriveAt(stage, 'You’re signed in');
  },
});

export const PromptClosedThenRetried = stageStory(
  fixtureOf(first, { script, webauthn: { get: ['cancelled', 'success'] } }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      await press(stage, 'Sign in with a passkey');
      await until(() => message(stage) !== '', 'the message');
      await goTo(stage, 'Sign in with a passkey', 'You’re signed in');
    },
  },
);

/** The client tries three times by itself before it says so. */
const unreachable: Script = {
  ...script,
  [LOGIN]: [networkFailure, networkFailure, networkFailure, answerWith(blockOf('passkey-verify'))],
};

export const NetworkDownThenUp = stageStory(fixtureOf(first, { script: unreachable }), {
  prepare: inEnglish,
  walk: async (stage) => {
    await typeInto(stage, 'Email', 'ada@example.com');
    await press(stage, 'Continue');
    await until(() => message(stage).startsWith('We couldn’t reach Acme.'), 'the message');
    await press(stage, 'Try again');
    await verify(stage);
    await expect(stage.fetch.to(LOGIN)).toHaveLength(4);
  },
});

export const ThenOfferedAPasskey = stageStory(
  fixtureOf(first, {
    script: {
      ...script,
      'POST /v2/auth/passkey/mediation/finish': answerWith(
        blockOf('passkey-append', {
          authType: 'login',
          alternatives: [blockOf('completed')],
          data: { variant: 'after-hybrid' },
        }),
      ),
      'POST /v2/auth/process/complete': answerWith(blockOf('completed')),
    },
  }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      await goTo(stage, 'Sign in with a passkey', 'Add a passkey to this device');
      await goTo(stage, 'Maybe later', 'You’re signed in');
    },
  },
);
