import { expect } from '@open-wc/testing';
import type { ConnectLogin } from '../../../src/components/connect-login/connect-login.js';
import {
  arriveAt,
  blockContract,
  control,
  controlNames,
  field,
  fixtures,
  heading,
  message,
  press,
  screenOf,
  typeInto,
  until,
} from '../../../src/testing/index.js';
import { pressKey } from '../../helpers/keys.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { stages } from '../../helpers/stages.js';

const ADA = 'ada@example.com';
const OWN_LOGIN = 'Use another way to sign in';
const submit = { type: 'submit-identifier', identifier: ADA, isPhone: false } as const;

recordConsoleErrors();

blockContract('client:identifier', {
  fixtures: fixtures['client:identifier'],
  primary: { values: { identifier: ADA }, action: submit },
  fieldError: 'unknownUser',
  press: pressKey,
});
blockContract('client:one-tap', {
  fixtures: fixtures['client:one-tap'],
  primary: { action: submit },
});
blockContract('client:hybrid', {
  fixtures: fixtures['client:hybrid'],
  primary: { action: { type: 'use-passkey' } },
});
blockContract('client:soft-error', { fixtures: fixtures['client:soft-error'] });
blockContract('client:hard-error', { fixtures: fixtures['client:hard-error'] });

describe('the field of a Connect login', () => {
  const show = stages<ConnectLogin>();

  it('offers passkeys, and stands in a form of its own tree', async () => {
    const stage = await show(fixtures['client:identifier'].default);
    const input = field(stage, 'Email');
    expect(input.autocomplete).to.equal('username webauthn');
    expect(input.form).not.to.equal(null);
    expect(controlNames(stage)).to.deep.equal(['Email', 'Continue']);
  });

  it('has the focus where no passkey is at hand, after the button for it is gone', async () => {
    const stage = await show({ ...fixtures['client:identifier'].noPasskeyHere, actions: [] });
    const button = control(stage, 'Sign in with a passkey');
    button.focus();
    button.click();
    await until(() => !controlNames(stage).includes('Sign in with a passkey'), 'the field alone');
    expect(stage.focused?.id).to.equal(field(stage, 'Email').id);
  });

  for (const state of ['unknownUser', 'ownMessage'] as const)
    it(`draws what is wrong with it as an error: ${state}`, async () => {
      const stage = await show(fixtures['client:identifier'][state]);
      const error = screenOf(stage).querySelector('.cbo-error')!;
      expect(getComputedStyle(error).display).to.equal('flex');
    });

  it('must not be left empty', async () => {
    const stage = await show(fixtures['client:identifier'].default);
    await press(stage, 'Continue');
    expect(screenOf(stage).textContent).to.contain('Enter your details to go on.');
    expect(stage.focused).to.equal(field(stage, 'Email'));
    expect(stage.actions).to.deep.equal([]);
  });

  it('keeps what the page, or the person, has put in', async () => {
    const stage = await show(fixtures['client:identifier'].prefilled);
    expect(field(stage, 'Email').value).to.equal(ADA);
    const unknown = await show(fixtures['client:identifier'].unknownUser);
    expect(field(unknown, 'Email').value).to.equal(ADA);
  });

  it('says that there is no such account until something else is typed', async () => {
    const stage = await show(fixtures['client:identifier'].unknownUser);
    expect(screenOf(stage).textContent).to.contain('We couldn’t find an account');
    await typeInto(stage, 'Email', 'ada@example.co');
    expect(screenOf(stage).textContent).not.to.contain('We couldn’t find an account');
  });

  it('tells the server’s own words', async () => {
    const stage = await show(fixtures['client:identifier'].ownMessage);
    expect(screenOf(stage).textContent).to.contain('Please come back at nine.');
  });

  it('has a button for passkeys at hand only where the browser can look for them', async () => {
    const can = await show(fixtures['client:identifier'].passkeysAtHand);
    expect(controlNames(can)).to.include('Sign in with a passkey');
    const cannot = await show(fixtures['client:identifier'].autofill);
    expect(controlNames(cannot)).not.to.include('Sign in with a passkey');
  });

  it('takes the place of passkeys that are not there, calmly', async () => {
    const stage = await show(fixtures['client:identifier'].noPasskeyHere);
    expect(message(stage)).to.contain('There’s no passkey on this device.');
    expect(controlNames(stage)).not.to.include('Sign in with a passkey');
    expect(screenOf(stage).querySelector('.cbo-alert--calm')).not.to.equal(null);
  });

  it('offers the site’s own login when the server cannot be reached', async () => {
    const stage = await show(fixtures['client:identifier'].unreachable);
    expect(message(stage)).to.contain('Check your connection.');
    expect(controlNames(stage)).to.deep.equal(['Email', 'Try again', OWN_LOGIN]);
    expect(field(stage, 'Email').value).to.equal(ADA);
  });
});

describe('the other screens of a Connect login', () => {
  const show = stages<ConnectLogin>();

  it('know who was here last', async () => {
    const stage = await show(fixtures['client:one-tap'].default);
    expect(controlNames(stage)).to.deep.equal([`Continue with your passkey ${ADA}`, 'Use another account']);
  });

  it('need no name where the page vouches for the person', async () => {
    const stage = await show(fixtures['client:one-tap'].vouchedFor);
    expect(controlNames(stage)).to.deep.equal(['Continue with your passkey', OWN_LOGIN]);
  });

  it('let the person take another account', async () => {
    const stage = await show(fixtures['client:one-tap'].default);
    await press(stage, 'Use another account');
    await arriveAt(stage, 'Sign in');
    expect(stage.focused).to.equal(field(stage, 'Email'));
  });

  it('explain the code of another device, with another way', async () => {
    const stage = await show(fixtures['client:hybrid'].default);
    expect(screenOf(stage).textContent).to.contain('scan it with that device');
    expect(controlNames(stage)).to.deep.equal(['Show QR code', OWN_LOGIN]);
  });

  it('are soft after the first failure, and say why', async () => {
    const stage = await show(fixtures['client:soft-error'].default);
    expect(message(stage)).to.contain('closed before it finished');
    expect(controlNames(stage)).to.deep.equal(['Continue with your passkey', OWN_LOGIN]);
    expect(stage.focused).to.equal(screenOf(stage).querySelector('.cbo-heading'));
  });

  it('have the site’s own login in front after the second failure', async () => {
    const stage = await show(fixtures['client:hard-error'].default);
    expect(heading(stage)).to.equal('Your passkey didn’t work');
    expect(controlNames(stage)).to.deep.equal([OWN_LOGIN, 'Try again']);
  });

  it('link to the site’s help where there is one', async () => {
    const stage = await show(fixtures['client:hard-error'].help);
    const link = control(stage, 'Get help') as HTMLAnchorElement;
    expect(link.href).to.equal('https://acme.example/help');
  });

  it('leave the focus on the button after another failure', async () => {
    const stage = await show(fixtures['client:hard-error'].default);
    control(stage, 'Try again').focus();
    await stage.act({ type: 'use-passkey' });
    expect(heading(stage)).to.equal('Your passkey didn’t work');
    expect(stage.focused).to.equal(control(stage, 'Try again'));
  });

  it('can be left while a prompt is open', async () => {
    const stage = await show(fixtures['client:hybrid'].busy);
    expect(control(stage, OWN_LOGIN).ariaDisabled).to.equal(null);
  });
});
