import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  accessibleName,
  blockOf,
  control,
  controlNames,
  descriptionsOf,
  field,
  fixtureOf,
  fixtures,
  press,
  screenOf,
  screenProblems,
  silence,
  typeInto,
  until,
  type BlockFixture,
  type ProcessStage,
  type StageOptions,
} from '../../../src/testing/index.js';
import { axeFindings } from '../../helpers/axe.js';
import { stages } from '../../helpers/stages.js';

const PHONE = 'Phone number';
const phone = fixtures['login-init'].phone;

const countryButton = (stage: ProcessStage) => screenOf(stage).querySelector<HTMLElement>('.cbo-country');
const country = (stage: ProcessStage) => accessibleName(countryButton(stage)!);
const search = (stage: ProcessStage) => screenOf(stage).querySelector<HTMLInputElement>('[role="combobox"]');
const options = (stage: ProcessStage) => [
  ...screenOf(stage).querySelectorAll<HTMLElement>('[role="option"]'),
];
const active = (stage: ProcessStage) => {
  const root = screenOf(stage).getRootNode() as Document | ShadowRoot;
  const id = search(stage)?.getAttribute('aria-activedescendant') ?? '';
  return root.getElementById(id)?.querySelector('span')?.textContent ?? '';
};

describe('a phone field', () => {
  const show = stages();
  const shown = async (fixture: BlockFixture = phone, options: StageOptions = {}) => {
    const stage = await show(fixture, { otherwise: silence, ...options }, page);
    await until(() => countryButton(stage) !== null, 'the country');
    return stage;
  };
  const opened = async (stageOptions: StageOptions = {}) => {
    const stage = await shown(phone, stageOptions);
    countryButton(stage)!.click();
    await until(() => stage.focused === search(stage), 'the search');
    return stage;
  };
  const looksFor = async (stage: ProcessStage, query: string) => {
    const input = search(stage)!;
    input.value = query;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await stage.drawn();
  };
  const pressed = async (stage: ProcessStage, key: string) => {
    await sendKeys({ press: key });
    await stage.drawn();
  };

  let page: HTMLElement;
  beforeEach(() => {
    page = document.createElement('div');
    page.lang = 'en-GB';
    document.body.append(page);
  });
  afterEach(() => page.remove());

  describe('knows the country', () => {
    it('of the page’s language at first, and shows how numbers are written there', async () => {
      const stage = await shown();
      expect(country(stage)).to.equal('Country: United Kingdom, GB +44');
      expect(countryButton(stage)?.textContent?.trim()).to.equal('GB +44');
      expect(descriptionsOf(field(stage, PHONE))).to.deep.equal(['For example 07400 123456']);
    });

    it('of another language', async () => {
      page.lang = 'de';
      const stage = await shown();
      await until(() => country(stage) === 'Land: Deutschland, DE +49', 'the country in German');
    });

    it('that a pasted international number names', async () => {
      const stage = await shown();
      await typeInto(stage, PHONE, '+49 30 901820');
      expect(country(stage)).to.equal('Country: Germany, DE +49');
      expect(field(stage, PHONE).value).to.equal('+49 30 901820');
    });

    it('as soon as its code is typed, and goes back when it is deleted', async () => {
      const stage = await shown();
      await typeInto(stage, PHONE, '+33');
      expect(country(stage)).to.equal('Country: France, FR +33');
      await typeInto(stage, PHONE, '');
      expect(country(stage)).to.equal('Country: United Kingdom, GB +44');
    });
  });

  describe('sends', () => {
    const sent = async (typed: string) => {
      const stage = await shown();
      await typeInto(stage, PHONE, typed);
      await press(stage, 'Continue');
      return stage.actions;
    };
    const table = [
      ['020 7946 0958', '+442079460958', 'a national number with its country'],
      ['+49 30/901820', '+4930901820', 'an international number without the signs between its digits'],
      ['12345', '12345', 'what is no valid number as it was typed'],
    ] as const;
    for (const [typed, identifier, what] of table)
      it(what, async () =>
        expect(await sent(typed)).to.deep.equal([{ type: 'submit-identifier', identifier, isPhone: true }]),
      );

    it('the number of a chosen country', async () => {
      const stage = await opened();
      await looksFor(stage, 'germ');
      await pressed(stage, 'Enter');
      await typeInto(stage, PHONE, '030 901820');
      await press(stage, 'Continue');
      expect(stage.actions).to.deep.equal([
        { type: 'submit-identifier', identifier: '+4930901820', isPhone: true },
      ]);
    });

    it('a number at sign-up', async () => {
      const stage = await shown(fixtures['signup-init'].everyField);
      await typeInto(stage, PHONE, '020 7946 0958');
      await press(stage, 'Continue');
      expect(JSON.stringify(stage.actions)).to.contain('+442079460958');
    });
  });

  it('changes a number with its country, too', async () => {
    const data = { identifierType: 'phone', identifierValue: '+442079460958' } as const;
    const stage = await show(fixtureOf(blockOf('passkey-append', { data })), { otherwise: silence }, page);
    await press(stage, 'Change');
    await until(() => countryButton(stage) !== null, 'the country');
    expect(field(stage, PHONE).value).to.equal('+442079460958');
    await typeInto(stage, PHONE, '020 7946 0959');
    await press(stage, 'Save');
    expect(stage.actions).to.deep.equal([
      { type: 'update-identifier', identifierType: 'phone', value: '+442079460959' },
    ]);
  });

  it('keeps input, text, caret and focus when the picker comes', async () => {
    const stage = await show(phone, {}, page);
    const input = field(stage, PHONE);
    await typeInto(stage, PHONE, '0207');
    input.setSelectionRange(2, 2);
    await until(() => countryButton(stage) !== null, 'the country');
    expect(field(stage, PHONE)).to.equal(input);
    expect(stage.focused).to.equal(input);
    expect([input.value, input.selectionStart]).to.deep.equal(['0207', 2]);
  });

  for (const renderRoot of ['shadow', 'light'] as const)
    describe(`its list of countries, in the ${renderRoot} DOM`, () => {
      it('opens with the present country, and the focus on the search', async () => {
        const stage = await opened({ renderRoot });
        expect(active(stage)).to.equal('United Kingdom');
        expect(countryButton(stage)!.ariaExpanded).to.equal('true');
        expect(options(stage).length).to.be.greaterThan(200);
      });

      it('shows the active one without moving the page', async () => {
        const stage = await opened({ renderRoot });
        const list = screenOf(stage).querySelector('[role="listbox"]')!.getBoundingClientRect();
        const option = screenOf(stage).querySelector('[aria-selected="true"]')!.getBoundingClientRect();
        expect(option.top).to.be.at.least(list.top - 1);
        expect(option.bottom).to.be.at.most(list.bottom + 1);
        expect(scrollY).to.equal(0);
      });

      it('is free of findings', async () => {
        const stage = await opened({ renderRoot });
        expect(screenProblems(screenOf(stage))).to.deep.equal([]);
        // What is scrolled out of sight has no colours to judge.
        const inLongList = (await axeFindings(stage.element)).filter(
          (one) => !one.startsWith('color-contrast'),
        );
        expect(inLongList).to.deep.equal([]);
        await looksFor(stage, 'ger');
        expect(await axeFindings(stage.element)).to.deep.equal([]);
      });
    });

  describe('by keyboard', () => {
    it('opens on the arrow down', async () => {
      const stage = await shown();
      countryButton(stage)!.focus();
      await pressed(stage, 'ArrowDown');
      await until(() => stage.focused === search(stage), 'the search');
    });

    it('goes up and down, around the ends, to the first and to the last', async () => {
      const stage = await opened();
      await looksFor(stage, '+1');
      const names = options(stage).map((option) => option.querySelector('span')!.textContent);
      const walk = ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'End', 'Home'] as const;
      const visited: string[] = [active(stage)];
      for (const key of walk) {
        await pressed(stage, key);
        visited.push(active(stage));
      }
      expect(visited).to.deep.equal(
        [0, 1, 0, names.length - 1, 0, names.length - 1, 0].map((index) => names[index]),
      );
    });

    it('chooses with Enter, submits nothing, and goes to the number', async () => {
      const stage = await opened();
      await looksFor(stage, 'de');
      await pressed(stage, 'Enter');
      await until(() => stage.focused === field(stage, PHONE), 'the number');
      expect(country(stage)).to.equal('Country: Germany, DE +49');
      expect(search(stage)).to.equal(null);
      expect(stage.actions).to.deep.equal([]);
    });

    it('leaves everything as it was with Escape, and goes to the button', async () => {
      const stage = await opened();
      let heard = 0;
      page.addEventListener('keydown', () => heard++);
      await looksFor(stage, 'germ');
      await pressed(stage, 'Escape');
      await until(() => stage.focused === countryButton(stage), 'the button');
      expect(country(stage)).to.equal('Country: United Kingdom, GB +44');
      expect(search(stage)).to.equal(null);
      expect(heard).to.equal(0);
    });

    it('does nothing with Enter where no country is found, and says so', async () => {
      const stage = await opened();
      await looksFor(stage, 'xyzzy');
      await pressed(stage, 'Enter');
      expect(stage.actions).to.deep.equal([]);
      expect(screenOf(stage).querySelector('[role="status"]')?.textContent).to.contain('No country found.');
    });

    it('closes when the focus moves on', async () => {
      const stage = await opened();
      field(stage, PHONE).focus();
      await until(() => search(stage) === null, 'the list to close');
      expect(stage.focused).to.equal(field(stage, PHONE));
    });
  });

  describe('by pointer', () => {
    it('chooses a country', async () => {
      const stage = await opened();
      options(stage)
        .find((option) => option.textContent?.includes('Germany'))!
        .click();
      await until(() => search(stage) === null, 'the list to close');
      expect(country(stage)).to.equal('Country: Germany, DE +49');
    });

    it('closes on a second press on the button', async () => {
      const stage = await opened();
      countryButton(stage)!.click();
      await until(() => search(stage) === null, 'the list to close');
    });

    it('takes the prefix of another country out of the number', async () => {
      const stage = await shown();
      await typeInto(stage, PHONE, '+49 30 901820');
      countryButton(stage)!.click();
      await until(() => stage.focused === search(stage), 'the search');
      await looksFor(stage, 'gb');
      await pressed(stage, 'Enter');
      expect(country(stage)).to.equal('Country: United Kingdom, GB +44');
      expect(field(stage, PHONE).value).to.equal('030 901820');
    });
  });
});

describe('a phone number beside other identifiers', () => {
  const show = stages();
  const both = fixtures['login-init'].emailOrPhone;

  it('is a quiet way off the field, and back', async () => {
    const stage = await show(both);
    await press(stage, 'Use your phone number instead');
    expect(field(stage, PHONE).type).to.equal('tel');
    await press(stage, 'Use your email instead');
    expect(field(stage, 'Email').type).to.equal('email');
  });

  it('keeps what was typed on both sides, and the field keeps the focus', async () => {
    const stage = await show(both);
    await typeInto(stage, 'Email', 'ada@example.com');
    await press(stage, 'Use your phone number instead');
    await until(() => stage.focused === field(stage, PHONE), 'the focus');
    expect(field(stage, PHONE).value).to.equal('');
    await typeInto(stage, PHONE, '+49 30 901820');
    await press(stage, 'Use your email instead');
    expect(field(stage, 'Email').value).to.equal('ada@example.com');
    await press(stage, 'Use your phone number instead');
    expect(field(stage, PHONE).value).to.equal('+49 30 901820');
  });

  it('offers passkeys in either field', async () => {
    const stage = await show(both);
    expect(field(stage, 'Email').autocomplete).to.match(/webauthn$/);
    await press(stage, 'Use your phone number instead');
    expect(field(stage, PHONE).getAttribute('autocomplete')).to.match(/webauthn$/);
  });

  for (const [name, label] of [
    ['emailOrPhone', 'Use your email instead'],
    ['usernameOrPhone', 'Use your username instead'],
    ['anyIdentifier', 'Use your email or username instead'],
  ] as const)
    it(`is left for what the project has: ${label}`, async () => {
      const stage = await show(fixtures['login-init'][name]);
      await press(stage, 'Use your phone number instead');
      expect(controlNames(stage)).to.include(label);
    });

  it('is what the server says the person typed before', async () => {
    const stage = await show(fixtures['login-init'].phoneAgain);
    expect(field(stage, PHONE).value).to.equal('+442079460958');
    expect(control(stage, 'Use your email instead')).to.be.instanceOf(HTMLButtonElement);
  });
});
