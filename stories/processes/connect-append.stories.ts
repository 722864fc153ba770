import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { ConnectAppend } from '../../src/components/connect-append/connect-append.js';
import { AppendEvent } from '../../src/process/connect/append-event.js';
import {
  answer,
  appendFinishRspOf,
  appendFixture,
  appendStartRspOf,
  arriveAt,
  connectAppendEndings,
  fixtures,
  goTo,
  message,
  networkFailure,
  press,
  until,
  type BlockFixture,
  type ProcessStage,
} from '../../src/testing/index.js';
import { englishWalk, handsOver } from '../support/connect-walk.js';

export default { title: 'Processes/Connect append' } satisfies Meta;

type Stage = ProcessStage<ConnectAppend>;

const START = 'POST /v2/connect/append/start';
const FINISH = 'POST /v2/connect/append/finish';
const OFFER = 'client:append-offer';
const OFFERED = 'Sign in faster next time';
const CREATED = 'Passkey created';

const { 'client:append-offer': offers, 'client:append-done': dones } = fixtures;

/** A walk at whose end the site has been told once how the offer ended. */
function walk(
  fixture: BlockFixture,
  outcome: AppendEvent['outcome'],
  steps: (stage: Stage) => Promise<unknown>,
) {
  return englishWalk<ConnectAppend>(fixture, async (stage) => {
    const outcomes: string[] = [];
    stage.element.addEventListener(AppendEvent.eventName, (event) => outcomes.push(event.outcome));
    await steps(stage);
    await handsOver(stage);
    await expect(outcomes).toEqual([outcome]);
  });
}

export const Explained = walk(offers.default, 'complete', async (stage) => {
  await press(stage, 'What is a passkey?');
  await expect(stage.screen?.textContent).toContain('Where it is kept');
  await goTo(stage, 'Create passkey', CREATED);
  await press(stage, 'Continue');
});

export const AfterAnotherDevice = walk(offers.afterHybrid, 'complete', async (stage) => {
  await goTo(stage, 'Create passkey', CREATED);
  await press(stage, 'Continue');
});

export const WithoutAPrompt = walk(dones.silently, 'complete', (stage) => press(stage, 'Continue'));

export const AutomaticPromptClosedThenCreated = walk(
  appendFixture(OFFER, {
    script: { [START]: answer(appendStartRspOf({ autoAppend: true })) },
    webauthn: { create: ['cancelled', 'success'] },
  }),
  'complete',
  async (stage) => {
    await until(() => stage.webauthn.ceremonies.length === 1 && !stage.screen?.pending, 'the closed prompt');
    await expect(message(stage)).toBe('');
    await goTo(stage, 'Create passkey', CREATED);
    await press(stage, 'Continue');
  },
);

export const PromptClosedThenRetried = walk(
  appendFixture(OFFER, { webauthn: { create: ['cancelled', 'success'] } }),
  'complete',
  async (stage) => {
    await press(stage, 'Create passkey');
    await until(() => message(stage) !== '', 'what became of the prompt');
    await goTo(stage, 'Try again', CREATED);
    await press(stage, 'Continue');
  },
);

/** No second passkey is made: the first is handed in once more. */
export const AnswerLostThenFound = walk(
  appendFixture(OFFER, {
    script: { [FINISH]: [networkFailure, answer(appendFinishRspOf())] },
  }),
  'complete',
  async (stage) => {
    await press(stage, 'Create passkey');
    await until(() => message(stage) !== '', 'the lost answer');
    await goTo(stage, 'Try again', CREATED);
    await expect(stage.webauthn.ceremonies).toHaveLength(1);
    await press(stage, 'Continue');
  },
);

export const AlreadyThere = walk(
  appendFixture(OFFER, { webauthn: { create: ['already-registered'] } }),
  'complete-noop',
  async (stage) => {
    await press(stage, 'Create passkey');
    await arriveAt(stage, 'This device already has a passkey for your account.');
    await press(stage, 'Continue');
  },
);

export const LeftForLater = walk(offers.default, 'skip-explicit', async (stage) => {
  await expect(stage.screen?.textContent).toContain(OFFERED);
  await press(stage, 'Maybe later');
});

/** Nothing is drawn, and nothing is asked of the site’s back end. */
export const NotAllowed = englishWalk<ConnectAppend>(connectAppendEndings.notAllowed, async (stage) => {
  await handsOver(stage);
  await expect(stage.fetch.to(START)).toHaveLength(0);
});
