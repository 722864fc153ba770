import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import {
  answerWith,
  blockOf,
  failWith,
  field,
  fixtureOf,
  goTo,
  openWith,
  otherBlockOf,
  press,
  typeInto,
  until,
} from '../../src/testing/index.js';
import { stageStory } from '../support/stage-story.js';

export default { title: 'Processes/Detours' } satisfies Meta;

const inEnglish = (element: HTMLElement) => element.setAttribute('locale', 'en');
const login = blockOf('login-init');

/** A newer server sends a block this page cannot draw: the person can still go on. */
export const UnknownBlock = stageStory(
  fixtureOf(otherBlockOf('retina-scan'), {
    shows: 'client:unknown',
    script: { 'POST /v2/auth/process/init': [openWith(otherBlockOf('retina-scan')), openWith(login)] },
  }),
  {
    prepare: inEnglish,
    expectedMessage: /no block is registered for "retina-scan"/,
    walk: (stage) => goTo(stage, 'Start again', 'Welcome back'),
  },
);

/** A site draws a block of its own by the `blocks` property. */
export const OwnRenderer = stageStory(
  fixtureOf(otherBlockOf('terms-of-use'), {
    script: { 'POST /v2/auth/block/skip': answerWith(blockOf('completed')) },
  }),
  {
    prepare: inEnglish,
    blocks: [
      {
        type: 'terms-of-use',
        render: ({ appName, pending, act }) =>
          html`<div class="cbo-body">
            <h2 class="cbo-heading" tabindex="-1">Terms of ${appName}</h2>
            <p class="cbo-lead">A screen of the site’s own, in the look of the kit.</p>
            <button
              class="cbo-button cbo-button--primary"
              aria-disabled=${pending ? 'true' : 'false'}
              @click=${() => act({ type: 'continue' })}
            >
              Accept
            </button>
          </div>`,
      },
    ],
    walk: async (stage) => {
      stage.root.querySelector('button')?.click();
      await until(() => stage.screen?.step?.type === 'completed', 'the end');
    },
  },
);

export const Expired = stageStory(
  fixtureOf(login, {
    script: {
      'POST /v2/auth/process/init': openWith(login),
      'POST /v2/auth/login/init': failWith(400, 'process_not_available'),
    },
  }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      await typeInto(stage, 'Email', 'ada@example.com');
      await goTo(stage, 'Continue', 'That took a while');
      await goTo(stage, 'Start again', 'Welcome back');
      await expect(field(stage, 'Email').value).toBe('ada@example.com');
    },
  },
);

export const BetweenSignInAndSignUp = stageStory(
  fixtureOf(blockOf('login-init', { alternatives: [blockOf('signup-init')] })),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      await typeInto(stage, 'Email', 'ada@example.com');
      await goTo(stage, 'Create an account', 'Create your account');
      await goTo(stage, 'Sign in', 'Welcome back');
      await expect(field(stage, 'Email').value).toBe('ada@example.com');
    },
  },
);

export const WithoutPasskeys = stageStory(
  fixtureOf(blockOf('passkey-verify', { alternatives: [blockOf('email-verify')] }), {
    shows: 'client:no-passkey-support',
    webauthn: { unsupported: 'unsupported' },
    script: {
      'POST /v2/auth/process/init': openWith(
        blockOf('passkey-verify', { alternatives: [blockOf('email-verify')] }),
      ),
      'POST /v2/auth/identifier/verify/start': answerWith(blockOf('completed')),
    },
  }),
  {
    prepare: inEnglish,
    walk: async (stage) => {
      await press(stage, 'Email me a code instead');
      await until(() => stage.screen?.step?.type === 'completed', 'the answer');
    },
  },
);
