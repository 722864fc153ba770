import { expect } from '@open-wc/testing';
import { define } from '../../src/process/block-registry.js';
import { CorbadoProvider } from '../../src/components/corbado-provider/corbado-provider.js';
import { de } from '../../src/localize/de.js';
import { deAuth } from '../../src/localize/de-auth.js';
import { deConnect } from '../../src/localize/de-connect.js';
import {
  languageFor,
  loadLanguage,
  registerArea,
  registerLanguage,
} from '../../src/localize/language-registry.js';
import { languages, type LanguageParts } from '../../src/localize/languages.js';
import type { Area, MessageCatalogue } from '../../src/localize/messages.js';
import {
  arriveAt,
  blockOf,
  fixtureOf,
  heading,
  ProcessStage,
  typeInto,
  field,
} from '../../src/testing/index.js';
import { stages } from '../helpers/stages.js';

define('corbado-provider', CorbadoProvider);
const loginInit = fixtureOf(blockOf('login-init'));
const catalogue = (name: string) =>
  ({ ...de, ...deAuth, ...deConnect, 'loginInit.heading': `Heading in ${name}` }) as MessageCatalogue;
/** A language whose modules come or fail as the test says. */
const loadable = languages as Record<string, LanguageParts>;
const AUTH: readonly Area[] = ['common', 'auth'];

/** A language of which every area is loaded alike. */
const eachArea = (load: (area: Area) => Promise<MessageCatalogue>): LanguageParts => ({
  common: () => load('common'),
  auth: () => load('auth'),
  connect: () => load('connect'),
});

async function speaking(
  prepare: (stage: ProcessStage) => void,
  container: Element = document.body,
): Promise<ProcessStage> {
  const stage = new ProcessStage(loginInit);
  prepare(stage);
  return stage.show(container);
}

describe('the language of an element', () => {
  const { language } = navigator;
  const places: Element[] = [];
  function place(tag = 'div', attributes: Readonly<Record<string, string>> = {}): HTMLElement {
    const created = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
    document.body.append(created);
    places.push(created);
    return created;
  }
  const browser = (value: string) =>
    Object.defineProperty(navigator, 'language', { configurable: true, value });

  beforeEach(() => {
    browser('en-US');
    document.documentElement.removeAttribute('lang');
  });
  afterEach(() => {
    places.splice(0).forEach((created) => created.remove());
    document.querySelectorAll('auth-process').forEach((element) => element.remove());
    Reflect.deleteProperty(navigator, 'language');
    document.documentElement.lang = 'en';
    expect(navigator.language).to.equal(language);
  });

  it('is that of its locale, before all others', async () => {
    const stage = await speaking(({ element }) => (element.locale = 'de'), place('div', { lang: 'en' }));
    await arriveAt(stage, deAuth['loginInit.heading']);
  });

  it('is that of the provider, before that of the page', async () => {
    const provider = place('corbado-provider', { locale: 'de' });
    const stage = await speaking(() => undefined, provider);
    await arriveAt(stage, deAuth['loginInit.heading']);
  });

  it('is that of the nearest lang', async () => {
    document.documentElement.lang = 'en';
    const inner = document.createElement('div');
    place('div', { lang: 'de-AT' }).append(inner);
    const stage = await speaking(() => undefined, inner);
    await arriveAt(stage, deAuth['loginInit.heading']);
  });

  it('is that of the nearest lang around a shadow root', async () => {
    const root = place('div', { lang: 'de' }).attachShadow({ mode: 'open' });
    const inner = document.createElement('div');
    root.append(inner);
    const stage = await speaking(() => undefined, inner);
    await arriveAt(stage, deAuth['loginInit.heading']);
  });

  it('is that of the browser where the page names none', async () => {
    browser('de-DE');
    const stage = await speaking(() => undefined);
    await arriveAt(stage, deAuth['loginInit.heading']);
  });

  for (const locale of ['xx', '', 'constructor', '__proto__', 'e', '-', 'not a locale'])
    it(`is English for "${locale}"`, async () => {
      const stage = await speaking(({ element }) => element.setAttribute('locale', locale));
      expect(heading(stage)).to.equal('Welcome back');
    });

  it('may change while something is typed', async () => {
    const stage = await speaking(({ element }) => (element.locale = 'en'));
    await typeInto(stage, 'Email', 'ada@exam');
    stage.element.locale = 'de';
    await arriveAt(stage, deAuth['loginInit.heading']);
    expect(field(stage, de['field.email']).value).to.equal('ada@exam');
    stage.element.locale = 'en';
    await arriveAt(stage, 'Welcome back');
  });

  for (const renderRoot of ['shadow', 'light'] as const)
    it(`follows a page that changes its lang (${renderRoot})`, async () => {
      const around = place();
      const inner = document.createElement('div');
      around.attachShadow({ mode: 'open' }).append(inner);
      const stage = await speaking(({ element }) => (element.renderRootMode = renderRoot), inner);
      document.documentElement.lang = 'de';
      await arriveAt(stage, deAuth['loginInit.heading']);
      around.lang = 'en';
      await arriveAt(stage, 'Welcome back');
      inner.lang = 'de-AT';
      await arriveAt(stage, deAuth['loginInit.heading']);
      stage.element.lang = 'en-GB';
      await arriveAt(stage, 'Welcome back');
      stage.element.removeAttribute('lang');
      await arriveAt(stage, deAuth['loginInit.heading']);
      inner.remove();
      document.body.append(stage.element);
      document.documentElement.lang = 'en';
      await arriveAt(stage, 'Welcome back');
    });

  it('is that of the place it is moved to', async () => {
    const stage = await speaking(() => undefined, place('div', { lang: 'en' }));
    place('div', { lang: 'de' }).append(stage.element);
    await arriveAt(stage, deAuth['loginInit.heading']);
  });

  it('lets go of a page that it has left', async () => {
    const watching = new Set<MutationObserver>();
    const { MutationObserver: Original } = globalThis;
    globalThis.MutationObserver = class extends Original {
      override observe(...parameters: Parameters<MutationObserver['observe']>): void {
        watching.add(this);
        super.observe(...parameters);
      }
      override disconnect(): void {
        watching.delete(this);
        super.disconnect();
      }
    };
    try {
      const around = place('div', { lang: 'en' });
      const stage = await speaking(() => undefined, around);
      expect(watching.size).to.be.greaterThan(0);
      stage.remove();
      stage.element.requestUpdate();
      await stage.element.updateComplete;
      expect(watching.size).to.equal(0);
    } finally {
      globalThis.MutationObserver = Original;
    }
  });

  it('is told to assistive technology', async () => {
    const stage = await speaking(({ element }) => (element.locale = 'de-AT'));
    await arriveAt(stage, deAuth['loginInit.heading']);
    expect(stage.element.shadowRoot?.querySelector('.cbo-frame')?.getAttribute('lang')).to.equal('de');
  });

  it('is told as English where the texts are English', async () => {
    const stage = await speaking(({ element }) => (element.locale = 'xx'));
    expect(stage.element.shadowRoot?.querySelector('.cbo-frame')?.getAttribute('lang')).to.equal('en');
  });

  it('may be replaced text by text', async () => {
    const messages = { 'loginInit.heading': 'Hello again' };
    const stage = await speaking(({ element }) => (element.messages = messages));
    expect(heading(stage)).to.equal('Hello again');
    stage.element.messages = undefined;
    await arriveAt(stage, 'Welcome back');
  });
});

describe('a language of a site', () => {
  const show = stages();

  it('is spoken from the moment it is registered', async () => {
    const stage = new ProcessStage(loginInit);
    stage.element.locale = 'q1-Latn';
    await stage.show();
    expect(heading(stage)).to.equal('Welcome back');
    registerLanguage('q1', catalogue('q1'));
    await arriveAt(stage, 'Heading in q1');
    stage.remove();
  });

  it('is spoken by elements that come later', async () => {
    registerLanguage('Q2', catalogue('q2'));
    const stage = await show(loginInit);
    stage.element.locale = 'q2';
    await arriveAt(stage, 'Heading in q2');
  });

  it('gives way to a narrower one', () => {
    registerLanguage('q3', catalogue('q3'));
    registerLanguage('q3-CH', catalogue('q3-ch'));
    expect(languageFor('q3-CH', AUTH)?.language).to.equal('q3-ch');
    expect(languageFor('q3-CH-1996', AUTH)?.language).to.equal('q3-ch');
    expect(languageFor('q3-AT', AUTH)?.language).to.equal('q3');
  });
});

describe('a language from files, as beside the classic script', () => {
  it('is spoken as far as its areas have come', () => {
    registerArea('q9', 'common', { 'common.continue': 'Weiter in q9' });
    expect(languageFor('q9', AUTH)?.catalogue).to.deep.equal({ 'common.continue': 'Weiter in q9' });
    registerArea('q9', 'auth', { 'loginInit.heading': 'Heading in q9' });
    expect(languageFor('q9', AUTH)?.catalogue).to.deep.equal({
      'common.continue': 'Weiter in q9',
      'loginInit.heading': 'Heading in q9',
    });
  });
});

describe('a language that is loaded', () => {
  afterEach(() => {
    for (const name of ['q4', 'q5', 'q6', 'q7', 'q8']) Reflect.deleteProperty(loadable, name);
  });

  it('is loaded when an element speaks it, and not before', () => {
    const loads: Area[] = [];
    loadable['q4'] = eachArea((area) => {
      loads.push(area);
      return Promise.resolve(catalogue('q4'));
    });
    expect(languageFor('q4', AUTH)).to.equal(undefined);
    expect(loads).to.deep.equal([]);
  });

  it('is loaded once, area by area, however many elements speak it', async () => {
    const loads: Area[] = [];
    loadable['q5'] = eachArea((area) => {
      loads.push(area);
      return Promise.resolve(catalogue('q5'));
    });
    await Promise.all([
      loadLanguage('q5', AUTH),
      loadLanguage('q5-AT', AUTH),
      loadLanguage('q5', ['common']),
    ]);
    expect(loads).to.deep.equal(['common', 'auth']);
    expect(languageFor('q5-AT', AUTH)?.language).to.equal('q5');
    expect(languageFor('q5', ['common', 'connect'])).to.equal(undefined);
    await loadLanguage('q5', ['common', 'connect']);
    expect(loads).to.deep.equal(['common', 'auth', 'connect']);
    expect(languageFor('q5', ['common', 'connect'])?.language).to.equal('q5');
  });

  it('is English where one of its areas does not come, and itself where that is not spoken', async () => {
    loadable['q7'] = eachArea((area) =>
      area === 'connect' ? Promise.reject(new TypeError('gone')) : Promise.resolve(catalogue('q7')),
    );
    await loadLanguage('q7', ['common', 'auth', 'connect']);
    expect(languageFor('q7', AUTH)?.language).to.equal('q7');
    expect(languageFor('q7', ['common', 'connect'])?.language).to.equal('en');
  });

  it('is the site’s own, whole, where the site has registered one of that name', () => {
    loadable['q8'] = eachArea(() => Promise.resolve(catalogue('q8')));
    registerLanguage('q8', catalogue('the site'));
    expect(languageFor('q8', ['common', 'auth', 'connect'])?.language).to.equal('q8');
  });

  it('is English, and says so, when it does not come', async () => {
    loadable['q6'] = eachArea(() => Promise.reject(new TypeError('gone')));
    const stage = new ProcessStage(loginInit);
    stage.element.locale = 'q6';
    await stage.show();
    await loadLanguage('q6', AUTH);
    await stage.drawn();
    expect(heading(stage)).to.equal('Welcome back');
    const later = new ProcessStage(loginInit);
    later.element.locale = 'q6';
    await later.show();
    for (const { element } of [stage, later])
      expect(element.shadowRoot?.querySelector('.cbo-frame')?.getAttribute('lang')).to.equal('en');
    for (const one of [stage, later]) one.remove();
  });
});
