import type { Meta } from '@storybook/web-components-vite';
import type { ConnectLogin } from '../../src/components/connect-login/connect-login.js';
import {
  answer,
  arriveAt,
  fixtures,
  goTo,
  lastLoginStorage,
  loginFixture,
  loginRefusalOf,
  loginStartRspOf,
  press,
  typeInto,
  until,
  type ProcessStage,
} from '../../src/testing/index.js';
import { englishWalk, handsOver } from '../support/connect-walk.js';

export default { title: 'Processes/Connect login' } satisfies Meta;

type Stage = ProcessStage<ConnectLogin>;

const START = 'POST /v2/connect/login/start';
const ADA = 'ada@example.com';
const SIGNED_IN = 'You’re signed in';
const OWN_LOGIN = 'Use another way to sign in';

const walk = englishWalk<ConnectLogin>;

async function byField(stage: Stage): Promise<void> {
  await typeInto(stage, 'Email', ADA);
  await press(stage, 'Continue');
}

export const ByField = walk(fixtures['client:identifier'].default, async (stage) => {
  await byField(stage);
  await arriveAt(stage, SIGNED_IN);
});

export const ByOneTap = walk(fixtures['client:one-tap'].default, (stage) =>
  goTo(stage, `Continue with your passkey ${ADA}`, SIGNED_IN),
);

export const ByAutofill = walk(fixtures['client:identifier'].autofill, async (stage) => {
  await until(() => stage.webauthn.ceremonies.length > 0, 'autofill');
  stage.webauthn.pickFromAutofill();
  await arriveAt(stage, SIGNED_IN);
});

export const ByPasskeyAtHand = walk(fixtures['client:identifier'].passkeysAtHand, (stage) =>
  goTo(stage, 'Sign in with a passkey', SIGNED_IN),
);

export const ByAnotherDevice = walk(
  loginFixture('client:identifier', { script: { [START]: answer(loginStartRspOf({ isCDA: true })) } }),
  async (stage) => {
    await byField(stage);
    await arriveAt(stage, 'Use your phone');
    await goTo(stage, 'Show QR code', SIGNED_IN);
  },
);

export const AnotherAccount = walk(
  loginFixture('client:one-tap', { storage: lastLoginStorage('grace@example.com') }),
  async (stage) => {
    await goTo(stage, 'Use another account', 'Sign in');
    await byField(stage);
    await arriveAt(stage, SIGNED_IN);
  },
);

export const PromptClosedThenRetried = walk(
  loginFixture('client:identifier', { webauthn: { get: ['cancelled', 'success'] } }),
  async (stage) => {
    await byField(stage);
    await arriveAt(stage, 'Confirm it’s you');
    await goTo(stage, 'Continue with your passkey', SIGNED_IN);
  },
);

/** Soft, hard, three times hard, and the site's own login. */
export const PromptClosedAgainAndAgain = walk(
  loginFixture('client:identifier', { webauthn: { get: ['cancelled'] } }),
  async (stage) => {
    await byField(stage);
    await arriveAt(stage, 'Confirm it’s you');
    await goTo(stage, 'Continue with your passkey', 'Your passkey didn’t work');
    await stage.act({ type: 'use-passkey' });
    await stage.act({ type: 'use-passkey' });
    await press(stage, 'Try again');
    await handsOver(stage);
  },
);

export const OwnLoginChosen = walk(fixtures['client:soft-error'].default, async (stage) => {
  await press(stage, OWN_LOGIN);
  await handsOver(stage);
});

export const NewToPasskeys = walk(
  loginFixture('client:identifier', {
    script: { [START]: answer(loginRefusalOf(true, { code: 'no_cbo_user' }, ADA)) },
  }),
  async (stage) => {
    await byField(stage);
    await handsOver(stage);
  },
);
