import { expect } from '@open-wc/testing';
import {
  answerWith,
  blockContract,
  blockOf,
  control,
  controlNames,
  descriptionsOf,
  field,
  fixtureOf,
  fixtures,
  heading,
  message,
  press,
  typeInto,
  until,
  type ProcessStage,
} from '../../../src/testing/index.js';
import { stages } from '../../helpers/stages.js';

const append = fixtures['passkey-append'];
const UPDATE = 'POST /v2/auth/identifier/update';

blockContract('passkey-append', {
  fixtures: append,
  primary: { action: { type: 'create-passkey' } },
});

describe('passkey-append', () => {
  const show = stages();
  const prompts = (stage: ProcessStage) => stage.webauthn.ceremonies.map(({ type }) => type);

  describe('says why it offers a passkey', () => {
    const table = [
      ['default', 'Create your passkey'],
      ['skippable', 'Sign in faster next time'],
      ['afterHybrid', 'Add a passkey to this device'],
      ['afterError', 'Trouble with your passkey?'],
      ['afterNoCredential', 'Create a passkey for this device'],
    ] as const;
    for (const [name, text] of table)
      it(`${name}: ${text}`, async () => expect(heading(await show(append[name]))).to.equal(text));
  });

  describe('names the way this device is unlocked', () => {
    const table = [
      ['apple', 'Face ID, Touch ID or your passcode'],
      ['android', 'Your fingerprint, face or screen lock'],
      ['windows', 'Windows Hello: face, fingerprint or PIN'],
    ] as const;
    for (const [name, text] of table)
      it(name, async () => expect((await show(append[name])).screen?.textContent).to.contain(text));
  });

  describe('the prompt', () => {
    it('opens with the challenge that came with the block, without a request', async () => {
      const stage = await show(append.busy);
      expect(prompts(stage)).to.deep.equal(['create']);
      expect(stage.fetch.requests.map(({ operation }) => operation)).to.deep.equal([
        'POST /v2/auth/process/init',
      ]);
    });

    it('opens once by itself where the server says so', async () => {
      const stage = await show(append.autoSubmit);
      expect(prompts(stage)).to.deep.equal(['create']);
    });

    it('does not open by itself again after it was closed', async () => {
      const { autoSubmit } = append;
      const stage = await show({
        ...fixtureOf(blockOf('passkey-append', { data: { autoSubmit: true } })),
        shows: autoSubmit.shows,
        webauthn: { create: ['cancelled'] },
      });
      await until(() => message(stage) !== '', 'the message');
      stage.element.remove();
      document.body.append(stage.element);
      await stage.drawn();
      expect(prompts(stage)).to.deep.equal(['create']);
    });

    it('when closed, is no error: calm words, the button tries again and has the focus', async () => {
      const stage = await show(append.default);
      const button = control(stage, 'Create passkey');
      Object.assign(stage.webauthn, { create: async () => ({ outcome: 'cancelled', elapsedMs: 900 }) });
      button.focus();
      await press(stage, 'Create passkey');
      await until(() => message(stage) !== '', 'the message');
      expect(message(stage)).to.equal(
        'The passkey prompt was closed before it finished. Nothing has changed.',
      );
      expect(stage.focused).to.equal(control(stage, 'Try again'));
    });

    it('that finds a passkey on the device counts as success, and says so', async () => {
      const stage = await show(append.alreadyRegistered, {});
      expect(heading(stage)).to.equal('This device already has a passkey for your account.');
      expect(controlNames(stage)).to.deep.equal(['Continue']);
      await press(stage, 'Continue');
      expect(stage.actions).to.deep.equal([{ type: 'continue' }]);
    });
  });

  describe('other ways', () => {
    it('are those of the server in its order, "Maybe later" last', async () => {
      const stage = await show(append.alternatives);
      expect(controlNames(stage)).to.deep.equal([
        'Change',
        'Create passkey',
        'Email me a code instead',
        'Text me a code instead',
        'Maybe later',
      ]);
    });

    it('call a link a link', async () => {
      const link = blockOf('email-verify', { data: { verificationMethod: 'email-link' } });
      const stage = await show(fixtureOf(blockOf('passkey-append', { alternatives: [link] })));
      expect(controlNames(stage)).to.include('Email me a link instead');
    });

    it('lead on without a passkey', async () => {
      const stage = await show(append.alternatives);
      await press(stage, 'Maybe later');
      expect(stage.actions).to.deep.equal([{ type: 'skip' }]);
    });
  });

  describe('the identifier', () => {
    const edit = async (fixture: (typeof append)[keyof typeof append] = append.default) => {
      const stage = await show(fixture);
      await press(stage, 'Change');
      await stage.drawn();
      return stage;
    };
    const updated = (value: string) =>
      fixtureOf(blockOf('passkey-append'), {
        script: { [UPDATE]: answerWith(blockOf('passkey-append', { data: { identifierValue: value } })) },
      });

    it('of a sign-up can be changed, that of an account cannot', async () => {
      expect(controlNames(await show(append.default))).to.include('Change');
      expect(controlNames(await show(append.skippable))).not.to.include('Change');
    });

    it('is put into a field that has the focus', async () => {
      const stage = await edit();
      expect(field(stage, 'Email').value).to.equal('ada@example.com');
      expect(stage.focused).to.equal(field(stage, 'Email'));
    });

    it('stays when the person goes back', async () => {
      const stage = await edit();
      await typeInto(stage, 'Email', 'grace@example.com');
      await press(stage, 'Back');
      await stage.drawn();
      expect(stage.actions).to.deep.equal([]);
      expect(stage.screen?.textContent).to.contain('ada@example.com');
    });

    it('unchanged is not sent', async () => {
      const stage = await edit();
      await press(stage, 'Save');
      await stage.drawn();
      expect(stage.actions).to.deep.equal([]);
      expect(heading(stage)).to.equal('Create your passkey');
    });

    it('changed is sent, and the offer comes back with it', async () => {
      const stage = await edit(updated('grace@example.com'));
      await typeInto(stage, 'Email', 'grace@example.com');
      await press(stage, 'Save');
      await until(() => heading(stage) === 'Create your passkey', 'the offer');
      expect(stage.actions).to.deep.equal([
        { type: 'update-identifier', identifierType: 'email', value: 'grace@example.com' },
      ]);
      expect(stage.screen?.textContent).to.contain('grace@example.com');
    });

    it('certainly wrong is not sent', async () => {
      const stage = await edit();
      await typeInto(stage, 'Email', 'grace');
      await press(stage, 'Save');
      await stage.drawn();
      expect(stage.actions).to.deep.equal([]);
      expect(stage.focused).to.equal(field(stage, 'Email'));
      expect(field(stage, 'Email').ariaInvalid).to.equal('true');
    });

    it('refused by the server keeps the form open, with the error at the field and what was typed in it', async () => {
      const stage = await edit(append.identifierRefused);
      await typeInto(stage, 'Email', 'grace@example.com');
      await press(stage, 'Save');
      await until(() => field(stage, 'Email').ariaInvalid === 'true', 'the error');
      expect(descriptionsOf(field(stage, 'Email'))).to.deep.equal([
        'An account with this email exists. Sign in or use another email.',
      ]);
      expect(field(stage, 'Email').value).to.equal('grace@example.com');
    });

    it('that could not be sent is still there', async () => {
      const stage = await edit();
      await typeInto(stage, 'Email', 'grace@example.com');
      await press(stage, 'Save');
      await until(() => message(stage) !== '', 'the message');
      expect(field(stage, 'Email').value).to.equal('grace@example.com');
    });
  });
});
