import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { executeServerCommand } from '@web/test-runner-commands';
import { fixtures, screenOf, until, type BlockFixtures } from '../../../src/testing/index.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';
import { stages } from '../../helpers/stages.js';
import { isChromium } from '../../support/virtual-authenticator.js';

const everyFixture = Object.entries<BlockFixtures>(fixtures).flatMap(([type, states]) =>
  Object.entries(states).map(([name, fixture]) => ({ title: `${type} ${name}`, fixture })),
);

function widePage(inlineSize: string): HTMLElement {
  const page = document.createElement('div');
  page.style.inlineSize = inlineSize;
  document.body.append(page);
  return page;
}

describe('on a page 320 pixels wide', () => {
  recordConsoleErrors();
  const show = stages();
  let page: HTMLElement;
  beforeEach(() => (page = widePage('320px')));
  afterEach(() => page.remove());

  for (const { title, fixture } of everyFixture)
    it(`${title} stays within its card, with controls large enough to hit`, async () => {
      const stage = await show(fixture, {}, page);
      const card = stage.element.getBoundingClientRect();
      const viewport = { left: 0, right: innerWidth };
      /** What a part must stay within: a dialog is not in the card, and what it says is in the dialog. */
      const frameOf = (part: HTMLElement) => {
        if (part.matches('dialog')) return viewport;
        return part.closest('dialog')?.getBoundingClientRect() ?? card;
      };
      // The code's input is wider than the frame that clips it, and the frame is what is seen.
      const parts = [...screenOf(stage).querySelectorAll<HTMLElement>('*')].filter(
        (part) =>
          part.checkVisibility() && !part.matches('.cbo-visually-hidden, .cbo-code-frame > .cbo-code'),
      );
      const outside = parts.filter((part) => {
        const { left, right } = part.getBoundingClientRect();
        const frame = frameOf(part);
        return right > frame.right + 0.5 || left < frame.left - 0.5;
      });
      expect(outside.map(({ className }) => className)).to.deep.equal([]);
      for (const control of screenOf(stage).querySelectorAll('button, input')) {
        const { height, width } = control.getBoundingClientRect();
        const least = control.matches('.cbo-link') ? 24 : 44;
        expect(Math.min(height, width)).to.be.at.least(least, control.className);
      }
    });
});

describe('a button with an icon', () => {
  const show = stages();
  let page: HTMLElement;
  beforeEach(() => (page = widePage('200px')));
  afterEach(() => page.remove());

  it('keeps the icon beside its words where they take more than one line', async () => {
    const stage = await show(fixtures['passkey-verify'].ready, {}, page);
    const label = screenOf(stage).querySelector('svg + .cbo-button-label');
    const [line, ...further] = label?.getClientRects() ?? [];
    const icon = label?.previousElementSibling?.getBoundingClientRect();
    expect(further).not.to.have.lengthOf(0);
    expect(line!.left - icon!.right).to.be.closeTo(10, 1);
  });
});

describe('icons', () => {
  const show = stages();

  it('are drawn with all their parts', async () => {
    const stage = await show(fixtures['passkey-append'].alternatives);
    const parts = [...screenOf(stage).querySelectorAll<SVGGraphicsElement>('svg > *')];
    const empty = parts.filter((part) => part.getBBox().width === 0 && part.getBBox().height === 0);
    expect(empty.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
  });
});

describe('focus', () => {
  const show = stages();

  it('draws no ring around a heading, which cannot be operated', async () => {
    const heading = screenOf(await show(fixtures['passkey-append'].skippable)).querySelector('h2');
    heading?.focus();
    expect(heading?.matches(':focus')).to.equal(true);
    expect(getComputedStyle(heading!).outlineStyle).to.equal('none');
  });
});

describe('right-to-left', () => {
  const show = stages();
  const page = document.documentElement;
  const { lang } = page;
  before(() => Object.assign(page, { lang: 'en', dir: 'rtl' }));
  after(() => {
    page.lang = lang;
    page.removeAttribute('dir');
  });

  const direction = (element: Element | null | undefined) => element && getComputedStyle(element).direction;

  it('the page’s direction is the screen’s, but addresses stay left-to-right', async () => {
    const { screen } = await show(fixtures['login-init'].prefilled);
    expect(direction(screen)).to.equal('rtl');
    expect(direction(screen?.querySelector('input'))).to.equal('ltr');
  });

  it('a shown identifier stays left-to-right', async () => {
    const { screen } = await show(fixtures['passkey-verify'].ready);
    expect(direction(screen?.querySelector('bdi'))).to.equal('ltr');
  });

  it('a name is written in its own direction', async () => {
    const { screen } = await show(fixtures['signup-init'].prefilled);
    expect(screen?.querySelector<HTMLInputElement>('[name="fullName"]')?.dir).to.equal('auto');
  });
});

describe('on a page of another language and direction than the words', () => {
  const show = stages();
  const page = document.documentElement;
  const { lang } = page;
  before(() => Object.assign(page, { lang: 'ar', dir: 'rtl' }));
  after(() => {
    page.lang = lang;
    page.removeAttribute('dir');
  });
  const direction = (element: Element | null | undefined) => element && getComputedStyle(element).direction;

  it('a screen runs as its words do, and what the page puts beside it as the page does', async () => {
    const { screen, element } = await show(fixtures['login-init'].prefilled);
    expect(direction(screen)).to.equal('ltr');
    expect(direction(element.renderRoot.querySelector('slot[name="header"]'))).to.equal('rtl');
  });

  it('a screen runs as the page does when its words are replaced by those of the page', async () => {
    const { screen, element } = await show(fixtures['login-init'].prefilled);
    element.messages = { 'loginInit.heading': 'تسجيل الدخول' };
    await element.updateComplete;
    await (screen as LitElement).updateComplete;
    expect(direction(screen)).to.equal('rtl');
  });

  it('a screen runs as the page does once the page speaks its language', async () => {
    const { screen, element } = await show(fixtures['login-init'].prefilled);
    element.locale = 'en';
    await element.updateComplete;
    await (screen as LitElement).updateComplete;
    expect(direction(screen)).to.equal('rtl');
  });
});

// Only Chromium's automation can switch forced colours on.
if (isChromium)
  describe('in forced colours', () => {
    const emulate = (features: object[]) =>
      executeServerCommand('cdp', { method: 'Emulation.setEmulatedMedia', params: { features } });
    before(() => emulate([{ name: 'forced-colors', value: 'active' }]));
    after(() => emulate([]));
    const show = stages();

    for (const type of ['login-init', 'passkey-append', 'passkey-verify'] as const)
      it(`every control of ${type} has an edge`, async () => {
        const stage = await show(Object.values<BlockFixtures[string]>(fixtures[type])[0]!);
        expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
        for (const control of screenOf(stage).querySelectorAll('.cbo-button, .cbo-input')) {
          const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(control);
          expect(borderTopStyle).to.equal('solid', control.className);
          expect(parseFloat(borderTopWidth)).to.be.at.least(1);
          expect(borderTopColor).not.to.match(/^rgba\(.*, 0\)$/);
        }
      });

    for (const [name, fixture] of [
      ['a message', fixtures['passkey-append'].cancelled],
      ['the error of a field', fixtures['login-init'].fieldError],
      ['a picker of countries', fixtures['login-init'].phone],
    ] as const)
      it(`every icon of ${name} has the colour of the text beside it`, async () => {
        const screen = screenOf(await show(fixture));
        await until(() => screen.querySelector('.cbo-alert, .cbo-error, .cbo-country') !== null, name);
        const colourOf = (element: Element) => getComputedStyle(element).color;
        for (const icon of screen.querySelectorAll('.cbo-icon'))
          expect(colourOf(icon)).to.equal(colourOf(icon.parentElement!), icon.parentElement!.className);
      });

    it('the button that deletes looks like the one beside it', async () => {
      const screen = screenOf(await show(fixtures['client:passkey-list'].asked));
      const [cancel, remove] = [...screen.querySelectorAll('.cbo-dialog .cbo-button')];
      expect(remove?.className).to.include('danger');
      expect(getComputedStyle(remove!).backgroundColor).to.equal(getComputedStyle(cancel!).backgroundColor);
    });

    it('the focus is seen', async () => {
      const stage = await show(fixtures['login-init'].default);
      const input = screenOf(stage).querySelector('input')!;
      input.focus();
      expect(getComputedStyle(input).outlineStyle).to.equal('solid');
      expect(parseFloat(getComputedStyle(input).outlineWidth)).to.be.at.least(2);
    });
  });
