import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'email-verify': states } = fixtures;

export default {
  title: 'Blocks/Verification/email-verify',
  component: 'auth-block-email-verify',
} satisfies Meta;

export const Default = stageStory(states.default);
export const Signup = stageStory(states.signup);
export const AfterLogin = stageStory(states.afterLogin);
export const OtherMethods = stageStory(states.otherMethods);
export const Mailbox = stageStory(states.mailbox);
export const WrongCode = stageStory(states.wrongCode);
export const TooManyAttempts = stageStory(states.tooManyAttempts);
export const Resent = stageStory(states.resent);
export const Unreachable = stageStory(states.unreachable);
export const Busy = stageStory(states.busy);
export const Link = stageStory(states.link);
export const LinkInMailbox = stageStory(states.linkInMailbox);
export const LongText = stageStory(states.longText);
