import { expect } from '@open-wc/testing';
import {
  answerWith,
  blockContract,
  blockOf,
  control,
  fixtureOf,
  fixtures,
  goTo,
  message,
  press,
  until,
  type ProcessStage,
} from '../../../src/testing/index.js';
import { codeIn, isWhole } from '../../../src/components/blocks/verify-identifier/one-time-code.js';
import { mailboxOf } from '../../../src/components/blocks/verify-identifier/webmail.js';
import { pressKey } from '../../helpers/keys.js';
import { stages } from '../../helpers/stages.js';

const email = fixtures['email-verify'];
const FINISH = 'POST /v2/auth/identifier/verify/finish';
const START = 'POST /v2/auth/identifier/verify/start';

const primary = { values: { code: '123456' }, action: { type: 'submit-code', code: '123456' } } as const;

blockContract('email-verify', { fixtures: email, fieldError: 'wrongCode', press: pressKey, primary });
blockContract('phone-verify', {
  fixtures: fixtures['phone-verify'],
  fieldError: 'wrongCode',
  press: pressKey,
  primary,
});
blockContract('post-signup-email-verify', { fixtures: fixtures['post-signup-email-verify'], primary });
blockContract('client:link-failed', { fixtures: fixtures['client:link-failed'] });
blockContract('client:continue-elsewhere', { fixtures: fixtures['client:continue-elsewhere'] });

describe('a one-time code', () => {
  const inputs = [
    '123456',
    '123 456',
    '123-456',
    '１２３４５６',
    '123456\n',
    ' 123456 ',
    'Your code is 123456.',
  ];
  for (const input of inputs)
    it(`is found in ${JSON.stringify(input)}`, () => {
      expect(codeIn(input)).to.equal('123456');
    });

  it('is what has been typed of it', () => {
    expect(codeIn('12a3')).to.equal('123');
  });

  for (const inputType of ['insertFromPaste', 'insertReplacementText', 'insertFromDrop', ''])
    it(`comes as a whole by ${inputType || 'autofill'}`, () => {
      expect(isWhole(new InputEvent('input', { inputType }))).to.equal(true);
    });

  for (const inputType of ['insertText', 'insertCompositionText', 'deleteContentBackward'])
    it(`is being typed by ${inputType}`, () => {
      expect(isWhole(new InputEvent('input', { inputType }))).to.equal(false);
    });
});

describe('the mailbox of an address', () => {
  it('is known by its exact domain', () => {
    expect(mailboxOf('ada@gmail.com')?.name).to.equal('Gmail');
  });

  for (const address of ['ada@gmail.com.evil.example', 'ada@notgmail.com', 'gmail.com@example.com', ''])
    it(`is unknown for ${JSON.stringify(address)}`, () => {
      expect(mailboxOf(address)).to.equal(undefined);
    });

  it('is the first thing to do where a link waits in it', async () => {
    const stage = await stages()(email.linkInMailbox);
    expect(stage.root.querySelector('.cbo-button--primary')?.textContent?.trim()).to.equal('Open Outlook');
  });

  it('opens apart from this page', async () => {
    const stage = await stages()(email.mailbox);
    const link = stage.root.querySelector('a');
    expect(link?.href).to.equal('https://mail.google.com/');
    expect(link?.rel).to.equal('noopener noreferrer');
    expect(link?.target).to.equal('_blank');
  });
});

describe('email-verify by code', () => {
  const show = stages();
  const field = (stage: ProcessStage) => stage.root.querySelector('input')!;
  const put = (stage: ProcessStage, value: string, inputType: string) => {
    field(stage).value = value;
    field(stage).dispatchEvent(new InputEvent('input', { inputType, bubbles: true }));
  };
  const done = { [FINISH]: answerWith(blockOf('completed')) };

  it('is one field that takes codes from the device', async () => {
    const input = field(await show(email.default));
    // The property is empty in an engine that does not know the token.
    expect(input.getAttribute('autocomplete')).to.equal('one-time-code');
    expect(input.inputMode).to.equal('numeric');
    expect(input.maxLength).to.equal(-1);
  });

  it('is submitted by itself when the code comes as a whole', async () => {
    const stage = await show(fixtureOf(blockOf('email-verify'), { script: done }));
    put(stage, '123 456', 'insertFromPaste');
    await until(() => stage.fetch.to(FINISH).length === 1, 'the request');
    expect(stage.fetch.to(FINISH)[0]?.body).to.deep.equal({
      code: '123456',
      identifierType: 'email',
      verificationType: 'email-otp',
    });
  });

  it('is not submitted while it is typed', async () => {
    const stage = await show(email.default);
    put(stage, '123456', 'insertText');
    await stage.drawn();
    expect(stage.actions).to.deep.equal([]);
  });

  it('asks for all six digits', async () => {
    const stage = await show(email.default);
    put(stage, '123', 'insertText');
    await press(stage, 'Verify');
    await until(() => field(stage).getAttribute('aria-invalid') === 'true', 'the error');
    expect(stage.focused).to.equal(field(stage));
  });

  it('leads on with the right code', async () => {
    const stage = await show(fixtureOf(blockOf('email-verify'), { script: done }));
    put(stage, '123456', 'insertText');
    await goTo(stage, 'Verify', 'You’re signed in');
  });

  it('waits as long as the server says before a new code may be sent', async () => {
    const retryNotBefore = Math.floor(Date.now() / 1000) + 90;
    const stage = await show(fixtureOf(blockOf('email-verify', { data: { retryNotBefore } })));
    expect(stage.screen?.textContent).to.match(/send a new one in 1:(2|3)\d/);
  });

  it('sends a new code when the wait is over', async () => {
    const over = { data: { retryNotBefore: 1 } };
    const stage = await show(
      fixtureOf(blockOf('email-verify', over), { script: { [START]: answerWith(blockOf('email-verify')) } }),
    );
    await press(stage, 'Send a new code');
    await until(() => message(stage) !== '', 'the notice');
    expect(message(stage)).to.equal('We sent a new code. Use the one that came last.');
    expect(stage.fetch.to(START)[0]?.body).to.deep.equal({
      identifierType: 'email',
      verificationType: 'email-otp',
    });
  });

  it('keeps the focus when the button that was pressed gives way to the countdown', async () => {
    const data = { retryNotBefore: Math.floor(Date.now() / 1000) + 90 };
    const over = blockOf('email-verify', { data: { retryNotBefore: 1 } });
    const script = { [START]: answerWith(blockOf('email-verify', { data })) };
    const stage = await show(fixtureOf(over, { script }));
    control(stage, 'Send a new code').focus();
    await press(stage, 'Send a new code');
    await until(() => message(stage) !== '', 'the notice');
    expect(stage.focused === field(stage)).to.equal(true);
  });

  it('promises no new code where none was sent', async () => {
    const stage = await show(email.tooManyCodes);
    expect(message(stage)).to.equal('');
    expect(stage.screen?.textContent).to.contain('We have sent many codes already.');
  });

  it('speaks of no spam where the code comes by text message', async () => {
    const stage = await show(fixtures['phone-verify'].countdown);
    expect(stage.screen?.textContent).to.match(/No code\? You can send a new one in \d:\d\d\./);
  });

  it('shows all six digits, the first where it was', async () => {
    const stage = await show(email.default);
    put(stage, '123456', 'insertText');
    field(stage).focus();
    expect(field(stage).scrollLeft).to.equal(0);
  });

  it('changes the address of a sign-up and sends a code there', async () => {
    const updated = blockOf('email-verify', {
      authType: 'signup',
      data: { identifier: 'grace@example.com' },
    });
    const stage = await show(
      fixtureOf(blockOf('email-verify', { authType: 'signup' }), {
        script: { 'POST /v2/auth/identifier/update': answerWith(updated), [START]: answerWith(updated) },
      }),
    );
    await press(stage, 'Change');
    field(stage).value = 'grace@example.com';
    await press(stage, 'Save and send');
    await until(() => stage.screen?.textContent?.includes('grace@example.com') === true, 'the new address');
    expect(stage.fetch.to(START)).to.have.length(1);
  });

  it('goes another way the server offers', async () => {
    const stage = await show(email.otherMethods);
    await press(stage, 'Text me a code instead');
    expect(stage.actions).to.deep.equal([{ type: 'choose-method', method: 'phone-otp' }]);
  });
});
