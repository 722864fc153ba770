import type { Meta } from '@storybook/web-components-vite';
import { blockOf, fixtures } from '../../src/testing/index.js';
import { changeRefused, codeEntry } from '../support/code-entry.js';
import { openChange } from '../support/screen-steps.js';
import { stageStory } from '../support/stage-story.js';

const { 'phone-verify': states } = fixtures;
const entry = codeEntry(
  states.default,
  blockOf('phone-verify', { data: { error: { code: 'invalid_challenge_solution_phone-otp', message: '' } } }),
);

export default {
  title: 'Blocks/Verification/phone-verify',
  component: 'auth-block-email-verify',
} satisfies Meta;

export const Default = stageStory(states.default);
export const Typing = entry.typing;
export const Typed = entry.typed;
export const Pasted = entry.pasted;
export const WrongCodeTyped = entry.wrongCodeTyped;
export const Incomplete = entry.incomplete;
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
export const ChangeRefused = changeRefused(states.signup, 'phone', '020 7946 0000');
export const Masked = stageStory(states.masked);
export const AfterLogin = stageStory(states.afterLogin);
export const OtherMethods = stageStory(states.otherMethods);
