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
  goTo,
  message,
  press,
  silence,
  typeInto,
  until,
  type BlockFixture,
  type ProcessStage,
} from '../../../src/testing/index.js';
import { pressKey } from '../../helpers/keys.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { stages } from '../../helpers/stages.js';

const loginInit = fixtures['login-init'];
const LOGIN = 'POST /v2/auth/login/init';
const EMAIL = 'ada@example.com';

recordConsoleErrors();

blockContract('login-init', {
  fixtures: loginInit,
  fieldError: 'fieldError',
  press: pressKey,
  primary: {
    values: { identifier: EMAIL },
    action: { type: 'submit-identifier', identifier: EMAIL, isPhone: false },
  },
});

describe('login-init', () => {
  const show = stages();
  const onlyField = (stage: ProcessStage) => stage.root.querySelector('input')!;

  describe('the field fits the identifiers of the project', () => {
    const table = [
      ['default', 'Email', 'email', 'email webauthn'],
      ['username', 'Username', 'text', 'username webauthn'],
      ['phone', 'Phone number', 'tel', 'username webauthn'],
      ['emailOrUsername', 'Email or username', 'text', 'username webauthn'],
      ['emailOrPhone', 'Email', 'email', 'email webauthn'],
      ['usernameOrPhone', 'Username', 'text', 'username webauthn'],
      ['anyIdentifier', 'Email or username', 'text', 'username webauthn'],
    ] as const;

    for (const [name, label, fieldType, autocomplete] of table)
      it(`${name}: ${label}, ${fieldType}, ${autocomplete}`, async () => {
        const input = field(await show(loginInit[name]), label);
        expect(input.type).to.equal(fieldType);
        expect(input.getAttribute('autocomplete')).to.equal(autocomplete);
      });

    it('has a value of autocomplete that the engine understands', async () => {
      for (const [name] of table)
        expect(onlyField(await show(loginInit[name])).autocomplete).not.to.equal('');
    });

    for (const renderRoot of ['shadow', 'light'] as const)
      it(`stands in a form of its own tree in the ${renderRoot} DOM, or no passkey is offered`, async () => {
        const input = onlyField(await show(loginInit.default, { renderRoot }));
        expect(input.form).not.to.equal(null);
        expect(input.form!.getRootNode()).to.equal(input.getRootNode());
      });
  });

  describe('what is sent', () => {
    const sent = async (stage: ProcessStage) => {
      await until(() => stage.fetch.to(LOGIN).length > 0, 'a request');
      return stage.fetch.to(LOGIN).map(({ body }) => body);
    };

    it('is a phone number where it looks like one', async () => {
      const stage = await show(loginInit.anyIdentifier, { otherwise: silence });
      await typeInto(stage, 'Email or username', '+44 20 7946 0958');
      await press(stage, 'Continue');
      expect(await sent(stage)).to.deep.equal([{ identifierValue: '+44 20 7946 0958', isPhone: true }]);
    });

    it('is no phone number where the project has none', async () => {
      const stage = await show(loginInit.username, { otherwise: silence });
      await typeInto(stage, 'Username', '4420794609');
      await press(stage, 'Continue');
      expect(await sent(stage)).to.deep.equal([{ identifierValue: '4420794609', isPhone: false }]);
    });

    it('is what a password manager put in without an event', async () => {
      const stage = await show(loginInit.default, { otherwise: silence });
      field(stage, 'Email').value = EMAIL;
      await press(stage, 'Continue');
      expect(await sent(stage)).to.deep.equal([{ identifierValue: EMAIL, isPhone: false }]);
    });

    it('is one request for Enter and a press together', async () => {
      const stage = await show(loginInit.default, { otherwise: silence });
      await typeInto(stage, 'Email', EMAIL);
      control(stage, 'Continue').click();
      field(stage, 'Email').form!.requestSubmit();
      expect(await sent(stage)).to.have.length(1);
    });

    it('is nothing while the field is empty, and the field says so', async () => {
      const stage = await show(loginInit.default);
      await press(stage, 'Continue');
      expect(stage.actions).to.deep.equal([]);
      expect(descriptionsOf(field(stage, 'Email'))[0]).to.equal('Enter your details to go on.');
      expect(stage.focused).to.equal(field(stage, 'Email'));
    });
  });

  describe('errors', () => {
    it('of the field go when the person types again', async () => {
      const stage = await show(loginInit.fieldError);
      await typeInto(stage, 'Email', 'ada@example.org');
      expect(field(stage, 'Email').ariaInvalid).to.equal(null);
      expect(descriptionsOf(field(stage, 'Email'))).to.deep.equal([]);
    });

    it('of an empty field go when something is typed', async () => {
      const stage = await show(loginInit.default);
      await press(stage, 'Continue');
      await typeInto(stage, 'Email', 'a');
      expect(field(stage, 'Email').ariaInvalid).to.equal(null);
    });

    it('of the network leave in place what was typed, and the button tries again', async () => {
      const stage = await show(loginInit.unreachable);
      await typeInto(stage, 'Email', 'grace@example.com');
      await press(stage, 'Try again');
      await until(() => stage.screen?.pending === undefined, 'the answer');
      await stage.drawn();
      expect(field(stage, 'Email').value).to.equal('grace@example.com');
      expect(message(stage)).to.contain('What you typed is still here.');
    });

    it('a closed prompt is none: the form is as it was, in a calm tone', async () => {
      const stage = await show(loginInit.cancelled);
      expect(message(stage)).to.equal(
        'The passkey prompt was closed before it finished. Nothing has changed.',
      );
      expect(stage.root.querySelector('.cbo-alert--danger')).to.equal(null);
      expect(controlNames(stage)).to.include('Sign in with a passkey');
    });
  });

  it('keeps what was typed on both forms when the person goes back and forth', async () => {
    const stage = await show(loginInit.default);
    await typeInto(stage, 'Email', 'login@example.com');
    await goTo(stage, 'Create an account', 'Create your account');
    await typeInto(stage, 'Email', 'signup@example.com');
    await goTo(stage, 'Sign in', 'Welcome back');
    expect(field(stage, 'Email').value).to.equal('login@example.com');
    await goTo(stage, 'Create an account', 'Create your account');
    expect(field(stage, 'Email').value).to.equal('signup@example.com');
  });

  describe('the last identifier', () => {
    /** With its card, which comes after the screen. */
    const shown = async (fixture: BlockFixture) => {
      const stage = await show(fixture);
      await until(() => stage.root.querySelector('.cbo-skeleton') === null, 'the card');
      return stage;
    };

    it('is offered on a card, with a way to another account', async () => {
      const stage = await shown(loginInit.lastIdentifier);
      expect(controlNames(stage).slice(0, 2)).to.deep.equal([
        `Continue with your passkey ${EMAIL}`,
        'Use another account',
      ]);
    });

    it('is sent by a press on the card', async () => {
      const stage = await shown(loginInit.lastIdentifier);
      await press(stage, `Continue with your passkey ${EMAIL}`);
      expect(stage.actions).to.deep.equal([{ type: 'submit-identifier', identifier: EMAIL, isPhone: false }]);
    });

    it('is forgotten for another account: the form takes its place and the focus', async () => {
      const stage = await shown(loginInit.lastIdentifier);
      await press(stage, 'Use another account');
      await until(() => stage.root.querySelector('input') !== null, 'the form');
      await stage.drawn();
      expect(stage.storage.getItem('cbo_last_identifier')).to.equal(null);
      expect(stage.focused).to.equal(onlyField(stage));
      expect(onlyField(stage).value).to.equal('');
    });
  });

  it('signs in by autofill, without a press', async () => {
    const completed = answerWith(blockOf('completed'));
    const block = blockOf('login-init');
    const stage = await show(
      fixtureOf(block, { script: { 'POST /v2/auth/passkey/mediation/finish': completed } }),
    );
    await until(() => stage.webauthn.ceremonies.length > 0, 'autofill to be armed');
    stage.webauthn.pickFromAutofill();
    await until(() => stage.screen?.step?.type === 'completed', 'the end');
    expect(stage.webauthn.ceremonies.map(({ type }) => type)).to.deep.equal(['conditional-get']);
  });
});
