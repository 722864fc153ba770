import { expect } from '@open-wc/testing';
import { de } from '../../src/localize/de.js';
import { deAuth } from '../../src/localize/de-auth.js';
import { deConnect } from '../../src/localize/de-connect.js';
import { en } from '../../src/localize/en.js';
import { enAuth } from '../../src/localize/en-auth.js';
import { enAuthLater } from '../../src/localize/en-auth-later.js';
import { enConnectAppend } from '../../src/localize/en-connect-append.js';
import { enConnectLogin } from '../../src/localize/en-connect-login.js';
import { enSecondFactor } from '../../src/localize/en-second-factor.js';
import { enLater } from '../../src/localize/en-later.js';
import { enProblems } from '../../src/localize/en-problems.js';
import { enPasskeyList } from '../../src/localize/en-passkey-list.js';
import { enPhone } from '../../src/localize/en-phone.js';
import { enSocial } from '../../src/localize/en-social.js';
import { enVerify } from '../../src/localize/en-verify.js';
import { createTranslate, isMessageKey } from '../../src/localize/messages.js';

type Words = Readonly<Record<string, string>>;
const AREAS: Readonly<Record<string, { readonly english: Words; readonly german: Words }>> = {
  common: { english: { ...en, ...enProblems, ...enLater }, german: de },
  auth: {
    english: { ...enAuth, ...enAuthLater, ...enVerify, ...enSocial, ...enPhone },
    german: deAuth,
  },
  connect: {
    english: { ...enConnectLogin, ...enConnectAppend, ...enSecondFactor, ...enPasskeyList },
    german: deConnect,
  },
};
const placeholders = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort();
const translate = (overrides = {}) => createTranslate({ ...en, ...enAuth }, overrides);

describe('a message', () => {
  it('is the text of its key with its parameters filled in', () => {
    expect(translate()('loginInit.lead', { app: 'Acme' })).to.equal('Sign in to Acme');
  });

  it('takes parameters as they are', () => {
    const app = '$& {app} <b>$1</b>';
    expect(translate()('loginInit.lead', { app })).to.equal(`Sign in to ${app}`);
  });

  it('leaves no placeholder behind', () => {
    expect(translate()('loginInit.lead', {} as never)).to.equal('Sign in to ');
    expect(translate()('loginInit.lead', { constructor: 'x' } as never)).to.equal('Sign in to ');
  });

  it('may be replaced by the page, with the same parameters', () => {
    const t = translate({ 'loginInit.lead': '{app}: who are you?' });
    expect(t('loginInit.lead', { app: 'Acme' })).to.equal('Acme: who are you?');
    expect(t('loginInit.heading')).to.equal('Welcome back');
  });

  it('is not replaced by what is no text', () => {
    for (const odd of [undefined, null, 7, {}, []])
      expect(translate({ 'loginInit.heading': odd })('loginInit.heading')).to.equal('Welcome back');
  });

  it('is English where a language lacks it', () => {
    expect(createTranslate({})('common.continue')).to.equal('Continue');
  });

  for (const key of ['constructor', '__proto__', 'toString', 'errors.', ''])
    it(`has no key "${key}"`, () => {
      expect(isMessageKey(key)).to.equal(false);
    });
});

for (const [area, { english, german }] of Object.entries(AREAS))
  describe(`the German texts of the area ${area}`, () => {
    it('are there for every key, and for no other', () => {
      expect(Object.keys(german).sort()).to.deep.equal(Object.keys(english).sort());
    });

    it('have the placeholders of the English ones', () => {
      for (const [key, text] of Object.entries(english))
        expect(placeholders(german[key]), key).to.deep.equal(placeholders(text));
    });

    it('are never empty, and no markup', () => {
      for (const [key, text] of [...Object.entries(english), ...Object.entries(german)]) {
        expect(text.trim(), key).not.to.equal('');
        expect(text, key).not.to.match(/[<>]/);
      }
    });
  });

describe('the areas of a language', () => {
  it('share no key', () => {
    const keys = Object.values(AREAS).flatMap(({ german }) => Object.keys(german));
    expect(keys.length).to.equal(new Set(keys).size);
  });
});
