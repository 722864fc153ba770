import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import {
  answerWith,
  arriveAt,
  blockOf,
  fixtureOf,
  goTo,
  press,
  typeInto,
  until,
  type Script,
} from '../../src/testing/index.js';
import { keyIn, openCountries, part, pasteCode } from '../support/screen-steps.js';
import { stageStory } from '../support/stage-story.js';

export default { title: 'Processes/Codes and links' } satisfies Meta;

const LOGIN = 'POST /v2/auth/login/init';
const START = 'POST /v2/auth/identifier/verify/start';
const FINISH = 'POST /v2/auth/identifier/verify/finish';
const SIGNED_IN = 'You’re signed in';

const done = answerWith(blockOf('completed'));
const first = blockOf('login-init', { alternatives: [blockOf('signup-init')] });
const wrong = blockOf('email-verify', {
  data: { error: { code: 'invalid_challenge_solution_email-otp', message: '' } },
});
const byLink = blockOf('email-verify', { data: { verificationMethod: 'email-link' } });
const inEnglish = (element: HTMLElement) => element.setAttribute('locale', 'en');
const withScript = (script: Script) => fixtureOf(first, { script });

/** Typed, then pasted: the pasted code is sent by itself. */
export const ByCode = stageStory(
  withScript({ [LOGIN]: answerWith(blockOf('email-verify')), [FINISH]: done }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      await typeInto(stage, 'Email', 'ada@example.com');
      await goTo(stage, 'Continue', 'Check your email');
      await pasteCode(stage, '481-926');
      await arriveAt(stage, SIGNED_IN);
    },
  },
);

export const WrongCodeThenRight = stageStory(
  withScript({ [LOGIN]: answerWith(blockOf('email-verify')), [FINISH]: [answerWith(wrong), done] }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      await typeInto(stage, 'Email', 'ada@example.com');
      await goTo(stage, 'Continue', 'Check your email');
      await keyIn(stage, '481925');
      await press(stage, 'Verify');
      await expect(await part(stage, '[aria-invalid="true"]')).toBe(stage.focused);
      await pasteCode(stage, '481926');
      await arriveAt(stage, SIGNED_IN);
      await expect(stage.fetch.to(FINISH)).toHaveLength(2);
    },
  },
);

/** The link was opened in the same browser: the page it opens goes on. */
export const ByLink = stageStory(
  fixtureOf(byLink, { byEmailLink: true, shows: 'completed', script: { [FINISH]: done } }),
  { prepare: inEnglish },
);

/** The link was opened on another device: that page says so, and the first one goes on by itself. */
export const ByLinkElsewhere = stageStory(
  withScript({ [LOGIN]: answerWith(byLink), 'GET /v2/auth/identifier/verify/status': done }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      await typeInto(stage, 'Email', 'ada@example.com');
      await goTo(stage, 'Continue', 'Check your email');
      await arriveAt(stage, SIGNED_IN);
    },
  },
);

export const AnotherMethod = stageStory(
  withScript({
    [LOGIN]: answerWith(
      blockOf('email-verify', {
        data: {
          alternativeVerificationMethods: [{ verificationMethod: 'phone-otp', identifier: '+44 *** **58' }],
        },
      }),
    ),
    [START]: answerWith(blockOf('phone-verify', { data: { identifier: '+44 *** **58' } })),
    [FINISH]: done,
  }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      await typeInto(stage, 'Email', 'ada@example.com');
      await goTo(stage, 'Continue', 'Check your email');
      await goTo(stage, 'Text me a code instead', 'Check your messages');
      await pasteCode(stage, '481926');
      await arriveAt(stage, SIGNED_IN);
    },
  },
);

/** A national number with its country, sent in E.164. */
export const ByPhone = stageStory(
  fixtureOf(blockOf('login-init', { data: { isEmailAvailable: false, isPhoneAvailable: true } }), {
    script: { [LOGIN]: answerWith(blockOf('phone-verify')), [FINISH]: done },
  }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      const search = await openCountries(stage);
      await keyIn(stage, 'united k{Enter}', `#${search.id}`);
      await typeInto(stage, 'Phone number', '020 7946 0958');
      await goTo(stage, 'Continue', 'Check your messages');
      await expect(stage.fetch.to(LOGIN)[0]?.body).toMatchObject({
        identifierValue: '+442079460958',
        isPhone: true,
      });
      await pasteCode(stage, '481926');
      await arriveAt(stage, SIGNED_IN);
    },
  },
);

/** A sign-up whose address was mistyped: changed on the way, and proved. */
export const AddressChanged = stageStory(
  fixtureOf(blockOf('email-verify', { authType: 'signup', data: { identifier: 'ada@exmaple.com' } }), {
    script: {
      'POST /v2/auth/identifier/update': answerWith(blockOf('email-verify', { authType: 'signup' })),
      [START]: answerWith(blockOf('email-verify', { authType: 'signup' })),
      [FINISH]: done,
    },
  }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      await goTo(stage, 'Change', 'Change your email');
      await typeInto(stage, 'Email', 'ada@example.com');
      await goTo(stage, 'Save and send', 'Check your email');
      await until(() => stage.screen?.textContent?.includes('ada@example.com') === true, 'the new address');
      await pasteCode(stage, '481926');
      await arriveAt(stage, SIGNED_IN);
    },
  },
);
