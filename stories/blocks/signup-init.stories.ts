import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { openCountries } from '../support/screen-steps.js';
import { stageStory, withLongList } from '../support/stage-story.js';

const { 'signup-init': states } = fixtures;

export default {
  title: 'Blocks/First screens/signup-init',
  component: 'auth-block-signup-init',
} satisfies Meta;

export const Default = stageStory(states.default);
export const EveryField = stageStory(states.everyField);
export const Prefilled = stageStory(states.prefilled);
export const WithoutLogin = stageStory(states.withoutLogin);
export const FieldErrors = stageStory(states.fieldErrors);
export const FieldError = stageStory(states.fieldError);
export const FormError = stageStory(states.formError);
export const Unreachable = stageStory(states.unreachable);
export const Busy = stageStory(states.busy);
export const Phone = stageStory(states.phone);
export const Countries = withLongList(states.phone, {
  walk: openCountries,
});
export const Social = stageStory(states.social);
export const SocialIcons = stageStory(states.socialIcons);
export const SocialOnly = stageStory(states.socialOnly);
export const SocialError = stageStory(states.socialError);
export const SocialCancelled = stageStory(states.socialCancelled);
export const LongText = stageStory(states.longText);
