import type { Meta } from '@storybook/web-components-vite';
import { blockOf, fixtureOf, fixtures, type BlockFixture } from '../../src/testing/index.js';
import { playground, playgroundArgTypes, type PlaygroundArgs } from '../support/playground.js';
import { stageStory } from '../support/stage-story.js';

export default {
  title: 'Elements/auth-process',
  component: 'auth-process',
  argTypes: playgroundArgTypes,
} satisfies Meta<PlaygroundArgs>;

const signIn = fixtureOf(blockOf('login-init', { alternatives: [blockOf('signup-init')] }));

/** An element with a scripted server, and content in its slots. */
function slotted(fixture: BlockFixture, slot: string, text: string): ReturnType<typeof stageStory> {
  return stageStory(fixture, {
    prepare: (element) => {
      const content = document.createElement('p');
      content.slot = slot;
      content.textContent = text;
      element.append(content);
    },
  });
}

export const Playground = playground(signIn);

/** The screens stand in the page's own tree, for password managers that do not look into shadow roots. */
export const RenderRootLight = stageStory(signIn, { renderRoot: 'light' });

export const Dark = stageStory(signIn, { prepare: (element) => element.setAttribute('theme', 'dark') });

export const German = stageStory(signIn, { prepare: (element) => element.setAttribute('locale', 'de') });

/** Single texts of the site's own. */
export const OwnTexts = stageStory(signIn, {
  prepare: (element) => {
    element.messages = { 'loginInit.heading': 'Good to see you', 'loginInit.lead': 'Your {app} awaits' };
  },
});

export const LogoSlot = slotted(signIn, 'logo', 'ACME');
export const FooterSlot = slotted(signIn, 'footer', 'By going on you accept our terms.');
export const WithoutBadge = stageStory(fixtureOf(blockOf('login-init'), { common: { hideBadge: true } }));

/** Without a project the page's developer is told so in place and in the console. */
export const WithoutProject = stageStory(fixtures['client:developer-error'].default, {
  expectedMessage: /project-id/,
});
