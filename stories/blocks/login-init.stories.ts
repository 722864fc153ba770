import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

const { 'login-init': states } = fixtures;

export default {
  title: 'Blocks/First screens/login-init',
  component: 'auth-block-login-init',
} satisfies Meta;

export const Default = stageStory(states.default);
export const Prefilled = stageStory(states.prefilled);
export const Username = stageStory(states.username);
export const Phone = stageStory(states.phone);
export const EmailOrUsername = stageStory(states.emailOrUsername);
export const EmailOrPhone = stageStory(states.emailOrPhone);
export const UsernameOrPhone = stageStory(states.usernameOrPhone);
export const AnyIdentifier = stageStory(states.anyIdentifier);
export const WithoutPasskey = stageStory(states.withoutPasskey);
export const WithoutSignup = stageStory(states.withoutSignup);
export const LastIdentifier = stageStory(states.lastIdentifier);
export const LastIdentifierBusy = stageStory(states.lastIdentifierBusy);
export const FieldError = stageStory(states.fieldError);
export const FormError = stageStory(states.formError);
export const Unreachable = stageStory(states.unreachable);
export const Cancelled = stageStory(states.cancelled);
export const Busy = stageStory(states.busy);
export const BusyPasskey = stageStory(states.busyPasskey);
export const LongText = stageStory(states.longText);
export const LongLastIdentifier = stageStory(states.longLastIdentifier);
