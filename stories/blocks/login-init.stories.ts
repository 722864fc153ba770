import type { Meta } from '@storybook/web-components-vite';
import { fixtures } from '../../src/testing/index.js';
import { expect, userEvent } from 'storybook/test';
import { isGone, keyIn, openCountries, part, pressPart, searchCountry } from '../support/screen-steps.js';
import { stageStory, withLongList } from '../support/stage-story.js';

const { 'login-init': states } = fixtures;

export default {
  title: 'Blocks/First screens/login-init',
  component: 'auth-block-login-init',
} satisfies Meta;

export const Default = stageStory(states.default);
export const Prefilled = stageStory(states.prefilled);
export const Username = stageStory(states.username);
export const Phone = stageStory(states.phone);
export const PhoneTyped = stageStory(states.phone, {
  walk: async (stage) => {
    await part(stage, '.cbo-country');
    await keyIn(stage, '+49 30 901820', '[name="identifier"]');
    await expect((await part(stage, '.cbo-country')).textContent).toContain('+49');
  },
});
export const PhoneAgain = stageStory(states.phoneAgain);
export const PhoneError = stageStory(states.phoneError);
export const Countries = withLongList(states.phone, {
  walk: openCountries,
});
export const CountrySearch = stageStory(states.phone, {
  walk: (stage) => searchCountry(stage, '42'),
});
export const CountryNotFound = stageStory(states.phone, {
  walk: (stage) => searchCountry(stage, 'xyzzy'),
});
/** The whole picker without a pointer. */
export const CountryByKeyboard = stageStory(states.phone, {
  walk: async (stage) => {
    (await part(stage, '.cbo-country')).focus();
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.type(await part(stage, '[role="combobox"]'), '43{Enter}');
    await isGone(stage, '[role="combobox"]');
    await expect((await part(stage, '.cbo-country')).textContent).toContain('+43');
    await expect(stage.focused).toBe(await part(stage, '[name="identifier"]'));
    await expect(stage.actions).toEqual([]);
  },
});
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
export const ToPhone = stageStory(states.emailOrPhone, {
  walk: async (stage) => {
    await pressPart(stage, '.cbo-hint .cbo-link');
    await part(stage, '.cbo-country');
  },
});
export const Social = stageStory(states.social);
export const SocialIcons = stageStory(states.socialIcons);
export const SocialUnknown = stageStory(states.socialUnknown);
export const SocialOnly = stageStory(states.socialOnly);
export const SocialError = stageStory(states.socialError);
export const SocialNotLinked = stageStory(states.socialNotLinked);
export const SocialCancelled = stageStory(states.socialCancelled);
export const SocialForbidden = stageStory(states.socialForbidden, {
  expectedMessage: /allowed-redirect-origins/,
});
export const SocialLeaving = stageStory(states.socialLeaving);
export const EveryWay = stageStory(states.everyWay);
export const LongText = stageStory(states.longText);
export const LongLastIdentifier = stageStory(states.longLastIdentifier);
