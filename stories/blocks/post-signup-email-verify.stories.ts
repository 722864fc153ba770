import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import { answerWith, blockOf, fixtures, silence } from '../../src/testing/index.js';
import { keyIn, openChange, part, pasteCode, pressPart } from '../support/screen-steps.js';
import { stageStory } from '../support/stage-story.js';

const { 'post-signup-email-verify': states } = fixtures;
const FINISH = 'POST /v2/auth/identifier/verify/finish';
const wrong = answerWith({
  ...blockOf('email-verify', {
    data: { error: { code: 'invalid_challenge_solution_email-otp', message: '' } },
  }),
  block: 'post-signup-email-verify',
});

export default {
  title: 'Blocks/Verification/post-signup-email-verify',
  component: 'auth-block-email-verify',
} satisfies Meta;

export const Default = stageStory(states.default);
/** A code of which three digits are typed. */
export const Typing = stageStory(states.default, { walk: (stage) => keyIn(stage, '481') });
/** All six are typed: nothing is sent before the person says so. */
export const Typed = stageStory(states.default, {
  walk: async (stage) => {
    await keyIn(stage, '481926');
    await expect(stage.actions).toEqual([]);
  },
});
/** Pasted as people copy it: sent by itself. */
export const Pasted = stageStory(
  { ...states.default, script: { ...states.default.script, [FINISH]: silence } },
  {
    walk: async (stage) => {
      await pasteCode(stage, '481 926\n');
      await expect(stage.actions).toEqual([{ type: 'submit-code', code: '481926' }]);
    },
  },
);
/** The wrong code is selected, so that the next one replaces it, and the focus has not moved. */
export const WrongCodeTyped = stageStory(
  { ...states.default, script: { ...states.default.script, [FINISH]: wrong } },
  {
    walk: async (stage) => {
      await keyIn(stage, '481925');
      await pressPart(stage, '[type="submit"]');
      const field = await part<HTMLInputElement>(stage, '[aria-invalid="true"]');
      await expect(stage.focused).toBe(field);
      await expect([field.selectionStart, field.selectionEnd]).toEqual([0, 6]);
    },
  },
);
/** Verify, with a digit missing. */
export const Incomplete = stageStory(states.default, {
  walk: async (stage) => {
    await keyIn(stage, '481');
    await pressPart(stage, '[type="submit"]');
    await part(stage, '[aria-invalid="true"]');
  },
});
export const WrongCode = stageStory(states.wrongCode);
export const TooManyAttempts = stageStory(states.tooManyAttempts);
export const Countdown = stageStory(states.countdown);
export const Resent = stageStory(states.resent);
export const TooManyCodes = stageStory(states.tooManyCodes);
export const RateLimited = stageStory(states.rateLimited);
export const Unreachable = stageStory(states.unreachable);
export const Busy = stageStory(states.busy);
export const Signup = stageStory(states.signup);
export const Change = stageStory(states.signup, { walk: openChange });
export const ChangeRefused = stageStory(states.signup, {
  walk: async (stage) => {
    await openChange(stage);
    const field = await part<HTMLInputElement>(stage, '[name="email"]');
    field.value = '';
    await keyIn(stage, 'grace@example.com', '[name="email"]');
    await pressPart(stage, '[type="submit"]');
    await part(stage, '[aria-invalid="true"]');
  },
});
export const Bare = stageStory(states.bare);
export const AfterLogin = stageStory(states.afterLogin);
export const OtherMethods = stageStory(states.otherMethods);
export const Link = stageStory(states.link);
export const LongText = stageStory(states.longText);
