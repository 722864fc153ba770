import { expect } from '@open-wc/testing';
import {
  blockContract,
  controlNames,
  descriptionsOf,
  field,
  fixtures,
  message,
  press,
  silence,
  typeInto,
  until,
  type ProcessStage,
} from '../../../src/testing/index.js';
import { pressKey } from '../../helpers/keys.js';
import { stages } from '../../helpers/stages.js';

const signupInit = fixtures['signup-init'];

blockContract('signup-init', {
  fixtures: signupInit,
  fieldError: 'fieldErrors',
  press: pressKey,
  primary: {
    values: { email: 'ada@example.com' },
    action: { type: 'submit-signup', identifiers: [{ type: 'email', identifier: 'ada@example.com' }] },
  },
});

describe('signup-init', () => {
  const show = stages();
  const SIGNUP = 'POST /v2/auth/signup/init';
  const sent = async (stage: ProcessStage) => {
    await until(() => stage.fetch.to(SIGNUP).length > 0, 'a request');
    return stage.fetch.to(SIGNUP).map(({ body }) => body);
  };

  it('asks for the name and the identifiers in the order of the server', async () => {
    const stage = await show(signupInit.everyField);
    const fields = ['Full name', 'Email', 'Username', 'Phone number'];
    expect(controlNames(stage).filter((name) => fields.includes(name))).to.deep.equal(fields);
  });

  const fields = [
    ['Full name', 'text', 'name'],
    ['Email', 'email', 'email'],
    ['Username', 'text', 'username'],
    ['Phone number', 'tel', 'tel'],
  ] as const;
  for (const [label, fieldType, autocomplete] of fields)
    it(`helps to fill in ${label}: ${fieldType}, ${autocomplete}`, async () => {
      const input = field(await show(signupInit.everyField), label);
      expect(input.type).to.equal(fieldType);
      expect(input.autocomplete).to.equal(autocomplete);
    });

  it('sends all of them, also what a password manager put in without an event', async () => {
    const stage = await show(signupInit.everyField, { otherwise: silence });
    await typeInto(stage, 'Full name', ' Ada Lovelace ');
    field(stage, 'Email').value = 'ada@example.com';
    await press(stage, 'Continue');
    expect(await sent(stage)).to.deep.equal([
      {
        fullName: 'Ada Lovelace',
        identifiers: [
          { type: 'email', identifier: 'ada@example.com' },
          { type: 'username', identifier: '' },
          { type: 'phone', identifier: '' },
        ],
      },
    ]);
  });

  describe('stops what is certainly wrong before it is sent', () => {
    const wrong = [
      ['Email', 'ada.example.com', 'Enter an email address like name@example.com.'],
      ['Phone number', '12', 'That doesn’t look like a phone number. Start with + and the country code.'],
    ] as const;
    for (const [label, value, error] of wrong)
      it(`${label} ${value}`, async () => {
        const stage = await show(signupInit.everyField);
        await typeInto(stage, label, value);
        await press(stage, 'Continue');
        await stage.drawn();
        expect(stage.actions).to.deep.equal([]);
        expect(descriptionsOf(field(stage, label))[0]).to.equal(error);
        expect(stage.focused).to.equal(field(stage, label));
      });

    it('but not where another field awaits the server, which then names everything at once', async () => {
      const stage = await show(signupInit.everyField, { otherwise: silence });
      await typeInto(stage, 'Username', '@');
      await typeInto(stage, 'Phone number', '1234');
      await press(stage, 'Continue');
      expect(stage.actions).to.have.length(1);
    });

    it('the only field left empty', async () => {
      const stage = await show(signupInit.default);
      await press(stage, 'Continue');
      expect(stage.actions).to.deep.equal([]);
      expect(descriptionsOf(field(stage, 'Email'))).to.deep.equal(['Enter your email address.']);
    });

    it('until it is right: the error stays on a wrong input and goes on the next valid one', async () => {
      const stage = await show(signupInit.default);
      await typeInto(stage, 'Email', 'ada');
      await press(stage, 'Continue');
      await typeInto(stage, 'Email', 'ada.example');
      expect(field(stage, 'Email').ariaInvalid).to.equal('true');
      await typeInto(stage, 'Email', 'ada@example.com');
      expect(field(stage, 'Email').ariaInvalid).to.equal(null);
    });
  });

  describe('errors of the server', () => {
    it('stand at their fields, the error read before the hint', async () => {
      const stage = await show(signupInit.fieldErrors);
      expect(descriptionsOf(field(stage, 'Full name'))).to.deep.equal(['Enter your full name.']);
      const [error, hint] = descriptionsOf(field(stage, 'Phone number'));
      expect(error).to.equal('That doesn’t look like a phone number. Start with + and the country code.');
      expect(hint).to.contain('or example');
    });

    it('go from the field that is typed in, and stay at the others', async () => {
      const stage = await show(signupInit.fieldErrors);
      await typeInto(stage, 'Username', 'ada2');
      expect(field(stage, 'Username').ariaInvalid).to.equal(null);
      expect(field(stage, 'Email').ariaInvalid).to.equal('true');
    });

    it('that the kit does not know get words, never their code', async () => {
      expect(message(await show(signupInit.formError))).to.equal(
        'That didn’t work. Check what you entered and try again.',
      );
    });

    it('and failures of the network leave in place what was typed', async () => {
      const stage = await show(signupInit.unreachable);
      await typeInto(stage, 'Email', 'grace@example.com');
      await press(stage, 'Try again');
      await until(() => stage.fetch.to(SIGNUP).length === 2, 'the second request');
      await until(() => stage.screen?.pending === undefined, 'the answer');
      await stage.drawn();
      expect(field(stage, 'Email').value).to.equal('grace@example.com');
    });
  });
});
