import type { Meta } from '@storybook/web-components-vite';
import { blockOf, fixtures } from '../../src/testing/index.js';
import { changeRefused, codeEntry } from '../support/code-entry.js';
import { openChange } from '../support/screen-steps.js';
import { stageStory } from '../support/stage-story.js';

const { 'email-verify': states } = fixtures;
const entry = codeEntry(
  states.default,
  blockOf('email-verify', { data: { error: { code: 'invalid_challenge_solution_email-otp', message: '' } } }),
);

export default {
  title: 'Blocks/Verification/email-verify',
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
export const ChangeRefused = changeRefused(states.signup, 'email', 'grace@example.com');
export const AfterLogin = stageStory(states.afterLogin);
export const OtherMethods = stageStory(states.otherMethods);
export const Alternatives = stageStory(states.alternatives);
export const Mailbox = stageStory(states.mailbox);
export const Link = stageStory(states.link);
export const LinkInMailbox = stageStory(states.linkInMailbox);
export const LinkSignup = stageStory(states.linkSignup);
export const LinkChange = stageStory(states.linkSignup, { walk: openChange });
export const LinkAfterLogin = stageStory(states.linkAfterLogin);
export const LinkResent = stageStory(states.linkResent);
export const LinkOtherMethods = stageStory(states.linkOtherMethods);
export const LinkUnreachable = stageStory(states.linkUnreachable);
export const LongText = stageStory(states.longText);
export const LinkLongText = stageStory(states.linkLongText);
