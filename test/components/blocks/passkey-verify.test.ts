import { expect } from '@open-wc/testing';
import {
  blockContract,
  blockOf,
  control,
  controlNames,
  fixtureOf,
  fixtures,
  heading,
  message,
  press,
  screenOf,
  until,
} from '../../../src/testing/index.js';
import { stages } from '../../helpers/stages.js';
import { userActivation } from '../../helpers/user-activation.js';

const verify = fixtures['passkey-verify'];
const OTHERS = ['Email me a code instead', 'Text me a code instead'];

blockContract('passkey-verify', {
  fixtures: { ...verify, default: verify.ready },
  primary: { action: { type: 'use-passkey' } },
});

describe('passkey-verify', () => {
  const show = stages();
  const activation = userActivation();

  describe('starts', () => {
    it('by itself while the gesture that led here lasts', async () => {
      activation.isActive = true;
      const stage = await show({ ...verify.background, actions: [] });
      expect(stage.webauthn.ceremonies.map(({ type }) => type)).to.deep.equal(['get']);
      expect(stage.screen?.textContent).to.contain('Waiting for your passkey…');
    });

    it('with the other ways beside the prompt that waits', async () => {
      const stage = await show(verify.background);
      expect(controlNames(stage)).to.deep.equal(['Not you?', ...OTHERS]);
      await press(stage, 'Email me a code instead');
      expect(stage.actions.at(-1)).to.deep.equal({ type: 'choose-alternative', block: 'email-verify' });
    });

    it('with another account beside the prompt where there is no other way', async () => {
      const stage = await show(verify.backgroundWithoutAlternatives);
      expect(controlNames(stage)).to.deep.equal(['Not you?', 'Use another account']);
    });

    it('only by a press where there was no gesture, as after a reload', async () => {
      const stage = await show(verify.ready);
      expect(stage.webauthn.ceremonies).to.deep.equal([]);
      expect(controlNames(stage)).to.include('Continue with your passkey');
    });

    it('only by a press when the passkey is on another device', async () => {
      activation.isActive = true;
      const stage = await show(verify.hybrid);
      expect(stage.webauthn.ceremonies).to.deep.equal([]);
      expect(heading(stage)).to.equal('Use your phone');
    });

    it('by itself no second time', async () => {
      activation.isActive = true;
      const stage = await show({
        ...fixtureOf(blockOf('passkey-verify')),
        webauthn: { get: ['cancelled'] },
      });
      await until(() => message(stage) !== '', 'the failure');
      await stage.drawn();
      expect(stage.webauthn.ceremonies).to.have.length(1);
    });

    it('once for two presses at once', async () => {
      const stage = await show({ ...verify.ready, webauthn: { get: ['open'] } });
      const button = control(stage, 'Continue with your passkey');
      button.click();
      button.click();
      await until(() => stage.screen?.pending === 'use-passkey', 'the prompt');
      expect(stage.webauthn.ceremonies).to.have.length(1);
    });
  });

  describe('after a failure', () => {
    it('is soft first: the same button again, other ways behind it', async () => {
      const stage = await show(verify.soft);
      expect(heading(stage)).to.equal('Let’s try that again');
      expect(controlNames(stage)).to.deep.equal(['Not you?', 'Try again', ...OTHERS]);
    });

    it('is hard from the second on: the other ways in front, and another account', async () => {
      const stage = await show(verify.hard);
      expect(heading(stage)).to.equal('Your passkey didn’t work');
      expect(controlNames(stage)).to.deep.equal(['Not you?', ...OTHERS, 'Try again', 'Use another account']);
    });

    it('advises one thing: another way once the passkey has failed twice', async () => {
      const advised = async (name: 'soft' | 'hard' | 'hardWithoutAlternatives') =>
        [...screenOf(await show(verify[name])).querySelectorAll('.cbo-button--primary')].map((button) =>
          button.textContent?.trim(),
        );
      expect(await advised('soft')).to.deep.equal(['Try again']);
      expect(await advised('hard')).to.deep.equal(['Email me a code instead']);
      expect(await advised('hardWithoutAlternatives')).to.deep.equal(['Try again']);
    });

    it('keeps the button in front where there is no other way', async () => {
      const stage = await show(verify.hardWithoutAlternatives);
      expect(controlNames(stage)).to.deep.equal(['Not you?', 'Try again', 'Use another account']);
    });

    it('is hard at once when the other device failed', async () => {
      expect(heading(await show(verify.hybridFailed))).to.equal('Your passkey didn’t work');
    });

    it('of the network is none of the passkey', async () => {
      const stage = await show(verify.unreachable);
      expect(heading(stage)).to.equal('Confirm it’s you');
      expect(message(stage)).to.contain('We couldn’t reach Acme.');
    });
  });

  it('says whose passkey it wants, and lets the person leave', async () => {
    const stage = await show(verify.ready, {});
    expect(stage.screen?.textContent).to.contain('ada@example.com');
    await press(stage, 'Not you?');
    expect(stage.actions).to.deep.equal([{ type: 'abort' }]);
  });

  it('goes to another way by itself', async () => {
    const stage = await show(verify.hard);
    await press(stage, 'Text me a code instead');
    expect(stage.actions).to.deep.equal([{ type: 'choose-alternative', block: 'phone-verify' }]);
  });
});
