import type { Meta } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import type { ConnectSecondFactor } from '../../src/components/connect-second-factor/connect-second-factor.js';
import {
  answer,
  failWith,
  fixtures,
  goTo,
  loginFinishRspOf,
  message,
  networkFailure,
  press,
  secondFactorFixture,
  until,
} from '../../src/testing/index.js';
import { englishWalk, handsOver } from '../support/connect-walk.js';

export default { title: 'Processes/Connect second factor' } satisfies Meta;

const FINISH = 'POST /v2/connect/login/finish';
const CONFIRM = 'Confirm with your passkey';
const CONFIRMED = 'Confirmed';

const walk = englishWalk<ConnectSecondFactor>;
const { 'client:second-factor': states } = fixtures;

export const Confirmed = walk(states.default, (stage) => goTo(stage, CONFIRM, CONFIRMED));

export const ConfirmedWithAnotherDevice = walk(states.otherDevice, (stage) =>
  goTo(stage, 'Show QR code', CONFIRMED),
);

export const PromptClosedThenRetried = walk(
  secondFactorFixture('client:second-factor', { webauthn: { get: ['cancelled', 'success'] } }),
  async (stage) => {
    await press(stage, CONFIRM);
    await until(() => message(stage) !== '', 'what became of the prompt');
    await goTo(stage, 'Try again', CONFIRMED);
  },
);

export const PromptClosedTwice = walk(
  secondFactorFixture('client:second-factor', { webauthn: { get: ['cancelled'] } }),
  async (stage) => {
    await stage.act({ type: 'use-passkey' });
    await press(stage, 'Try again');
    await handsOver(stage);
  },
);

/** The passkey is not asked for again: what it signed is handed in once more. */
export const AnswerLostThenFound = walk(
  secondFactorFixture('client:second-factor', {
    script: {
      [FINISH]: [networkFailure, answer(loginFinishRspOf())],
    },
  }),
  async (stage) => {
    await press(stage, CONFIRM);
    await until(() => message(stage) !== '', 'the lost answer');
    await goTo(stage, 'Try again', CONFIRMED);
    await expect(stage.webauthn.ceremonies).toHaveLength(1);
  },
);

export const PasskeyDeleted = walk(
  secondFactorFixture('client:second-factor', { script: { [FINISH]: failWith(404, 'not_found') } }),
  async (stage) => {
    await press(stage, CONFIRM);
    await handsOver(stage);
    await expect(stage.webauthn.unknownCredentials).toHaveLength(1);
  },
);

export const OwnFactorChosen = walk(states.default, async (stage) => {
  await press(stage, 'Use another way');
  await handsOver(stage);
  await expect(stage.webauthn.ceremonies).toHaveLength(0);
});
