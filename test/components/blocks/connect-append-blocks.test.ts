import { expect } from '@open-wc/testing';
import type { ConnectAppend } from '../../../src/components/connect-append/connect-append.js';
import {
  blockContract,
  control,
  controlNames,
  fixtures,
  heading,
  message,
  press,
  screenOf,
  until,
} from '../../../src/testing/index.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { stages } from '../../helpers/stages.js';

const { 'client:append-offer': offers, 'client:append-done': endings } = fixtures;
const MORE = 'What is a passkey?';

recordConsoleErrors();

blockContract('client:append-offer', {
  fixtures: offers,
  primary: { action: { type: 'create-passkey' } },
});
blockContract('client:append-done', { fixtures: endings });

describe('the offer of a passkey', () => {
  const show = stages<ConnectAppend>();

  for (const [name, text] of [
    ['default', 'Sign in faster next time'],
    ['afterHybrid', 'Add a passkey to this device'],
    ['afterError', 'Trouble with your passkey?'],
  ] as const)
    it(`says why it is made, ${name}: ${text}`, async () => {
      expect(heading(await show(offers[name]))).to.equal(text);
    });

  it('tells what a passkey is good for, once', async () => {
    const points = (name: 'default' | 'afterHybrid') =>
      show(offers[name]).then((stage) => screenOf(stage).querySelectorAll('.cbo-points li').length);
    expect(await points('default')).to.equal(2);
    expect(await points('afterHybrid')).to.equal(0);
  });

  it('has one way to take it, one to leave it and one to learn more', async () => {
    const stage = await show(offers.default);
    expect(controlNames(stage)).to.deep.equal([MORE, 'Create passkey', 'Maybe later']);
  });

  it('explains more in place, tells the server once each time, and folds it away again', async () => {
    const stage = await show(offers.default);
    const more = control(stage, MORE);
    const text = screenOf(stage).querySelector<HTMLElement>(`#${more.getAttribute('aria-controls')}`);
    expect(text?.hidden).to.equal(true);
    await press(stage, MORE);
    await until(() => stage.screen?.pending === undefined, 'the end of the action');
    expect([more.ariaExpanded, text?.hidden]).to.deep.equal(['true', false]);
    expect(text?.textContent).to.contain('never leaves the device');
    await press(stage, MORE);
    await stage.drawn();
    expect([more.ariaExpanded, text?.hidden]).to.deep.equal(['false', true]);
    expect(stage.actions).to.deep.equal([{ type: 'learn-more' }]);
    expect(message(stage)).to.equal('');
  });

  it('keeps the focus where it is while more is explained', async () => {
    const stage = await show(offers.default);
    control(stage, MORE).focus();
    await press(stage, MORE);
    await until(() => stage.screen?.pending === undefined, 'the end of the action');
    expect(stage.focused).to.equal(control(stage, MORE));
  });

  it('is as it was after the prompt was closed, calmly', async () => {
    const stage = await show(offers.cancelled);
    expect(message(stage)).to.contain('Nothing has changed.');
    expect(screenOf(stage).querySelector('.cbo-alert--calm')).not.to.equal(null);
    expect(controlNames(stage)).to.deep.equal([MORE, 'Try again', 'Maybe later']);
  });

  it('says nothing of a prompt that nobody has asked for', async () => {
    const stage = await show(offers.automaticallyCancelled);
    await until(() => stage.webauthn.ceremonies.length === 1, 'the prompt');
    await until(() => stage.screen?.pending === undefined, 'its end');
    expect(message(stage)).to.equal('');
    expect(controlNames(stage)).to.include('Create passkey');
  });

  it('says what happened where the server cannot be reached, and tries again', async () => {
    const stage = await show(offers.unreachable);
    expect(message(stage)).to.contain('Check your connection.');
    expect(controlNames(stage)).to.include('Try again');
  });

  it('can be left while the prompt is open', async () => {
    const stage = await show(offers.busy);
    expect(control(stage, 'Maybe later').ariaDisabled).to.equal(null);
    await press(stage, 'Maybe later');
    expect(stage.actions).to.deep.equal([{ type: 'abort' }]);
  });
});

describe('the end of an offer that was taken', () => {
  const show = stages<ConnectAppend>();
  const icon = (stage: Awaited<ReturnType<typeof show>>) => screenOf(stage).querySelector('img');

  it('has the focus on its heading, and one way on', async () => {
    const stage = await show(endings.default);
    expect(heading(stage)).to.equal('Passkey created');
    expect(stage.focused).to.equal(screenOf(stage).querySelector('.cbo-heading'));
    expect(controlNames(stage)).to.deep.equal(['Continue']);
  });

  it('names what keeps the passkey, where that is known', async () => {
    expect(screenOf(await show(endings.default)).textContent).not.to.contain('Saved in');
    expect(screenOf(await show(endings.authenticator)).textContent).to.contain('Saved in iCloud Keychain.');
  });

  it('shows its mark, which loads nothing', async () => {
    const stage = await show(endings.icon);
    expect(icon(stage)?.src).to.match(/^data:image\/svg\+xml,/);
    expect(icon(stage)?.alt).to.equal('');
    expect(icon(await show(endings.foreignIcon))).to.equal(null);
  });

  it('says that there was one already', async () => {
    const stage = await show(endings.existed);
    expect(heading(stage)).to.equal('This device already has a passkey for your account.');
  });

  it('comes without a press, and without taking the focus, after a creation without a prompt', async () => {
    const stage = await show(endings.silently);
    expect(heading(stage)).to.equal('Passkey created');
    expect(stage.focused).to.equal(null);
  });
});
