import { expect } from '@open-wc/testing';
import { AuthProcess } from '../../../src/components/auth-process/auth-process.js';
import { CorbadoProvider } from '../../../src/components/corbado-provider/corbado-provider.js';
import { deAuth } from '../../../src/localize/de-auth.js';
import { define } from '../../../src/process/block-registry.js';
import {
  blockOf,
  memoryStorage,
  openWith,
  scriptedClient,
  scriptedFetch,
  scriptedWebAuthn,
  until,
} from '../../../src/testing/index.js';
import { nextTask } from '../../support/next-task.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';

const server = () => scriptedFetch({ 'POST /v2/auth/process/init': openWith(blockOf('login-init')) });
const headingOf = (element: Element) =>
  element.shadowRoot?.querySelector('.cbo-screen .cbo-heading')?.textContent ?? '';
const themeOf = (element: Element) =>
  element.shadowRoot?.querySelector('.cbo-frame')?.getAttribute('data-theme');

function authProcess(): AuthProcess {
  const element = document.createElement('auth-process');
  return Object.assign(element, { history: 'off', storage: memoryStorage(), webauthn: scriptedWebAuthn() });
}

describe('<corbado-provider>', () => {
  const errors = recordConsoleErrors();

  it('may come later than the elements inside', async () => {
    define('auth-process', AuthProcess);
    const provider = document.createElement('corbado-provider');
    const element = authProcess();
    provider.append(element);
    document.body.append(provider);
    await nextTask();
    const fetch = server();
    provider.client = scriptedClient(fetch);
    define('corbado-provider', CorbadoProvider);
    await until(() => headingOf(element) === 'Welcome back', 'the screen');
    expect(errors).to.deep.equal([]);
    expect(fetch.requests).to.have.length(1);
    provider.remove();
  });

  describe('around elements', () => {
    let provider: CorbadoProvider;
    beforeEach(() => {
      define('auth-process', AuthProcess);
      define('corbado-provider', CorbadoProvider);
      provider = document.createElement('corbado-provider');
      document.body.append(provider);
    });
    afterEach(() => {
      provider.remove();
      expect(errors).to.deep.equal([]);
    });

    it('shares its client, each element having a process of its own', async () => {
      const fetch = server();
      provider.client = scriptedClient(fetch);
      const [first, second] = [authProcess(), authProcess()];
      provider.append(first, second);
      await until(() => [first, second].every((one) => headingOf(one) === 'Welcome back'), 'the screens');
      expect(fetch.requests.map(({ operation }) => operation)).to.deep.equal([
        'POST /v2/auth/process/init',
        'POST /v2/auth/process/init',
      ]);
    });

    it('shares it into shadow roots', async () => {
      provider.client = scriptedClient(server());
      const inner = document.createElement('div');
      const element = authProcess();
      inner.attachShadow({ mode: 'open' }).append(element);
      provider.append(inner);
      await until(() => headingOf(element) === 'Welcome back', 'the screen');
    });

    it('gives way to what an element has itself', async () => {
      const [shared, own] = [server(), server()];
      provider.client = scriptedClient(shared);
      provider.theme = 'dark';
      provider.locale = 'de';
      const element = authProcess();
      Object.assign(element, { client: scriptedClient(own), theme: 'light', locale: 'en' });
      provider.append(element);
      await until(() => headingOf(element) === 'Welcome back', 'the screen');
      expect([shared.requests.length, own.requests.length]).to.deep.equal([0, 1]);
      expect(themeOf(element)).to.equal('light');
    });

    it('shares theme and language, also when they change', async () => {
      provider.client = scriptedClient(server());
      provider.theme = 'dark';
      const element = authProcess();
      provider.append(element);
      await until(() => headingOf(element) === 'Welcome back', 'the screen');
      expect(themeOf(element)).to.equal('dark');
      expect(element.hasAttribute('theme')).to.equal(false);
      provider.theme = undefined;
      provider.locale = 'de';
      await until(() => headingOf(element) === deAuth['loginInit.heading'], 'the language');
      expect(themeOf(element)).to.equal(null);
    });

    it('may share theme and language alone', async () => {
      provider.theme = 'dark';
      const element = authProcess();
      element.client = scriptedClient(server());
      provider.append(element);
      await until(() => headingOf(element) === 'Welcome back', 'the screen');
      expect(themeOf(element)).to.equal('dark');
    });

    it('hands on what an outer one shares and it does not', async () => {
      provider.client = scriptedClient(server());
      provider.locale = 'de';
      const inner = document.createElement('corbado-provider');
      inner.theme = 'dark';
      const element = authProcess();
      inner.append(element);
      provider.append(inner);
      await until(() => headingOf(element) === deAuth['loginInit.heading'], 'the screen');
      expect(themeOf(element)).to.equal('dark');
    });

    it('starts the elements inside anew with another client', async () => {
      provider.client = scriptedClient(server());
      const element = authProcess();
      provider.append(element);
      await until(() => headingOf(element) === 'Welcome back', 'the screen');
      element.storage = memoryStorage();
      const other = server();
      provider.client = scriptedClient(other, 'pro-2');
      await until(() => other.requests.length === 1, 'the other server');
    });

    it('keeps the process of an element that moves inside', async () => {
      const fetch = server();
      provider.client = scriptedClient(fetch);
      const [element, place] = [authProcess(), document.createElement('div')];
      provider.append(element, place);
      await until(() => headingOf(element) === 'Welcome back', 'the screen');
      place.append(element);
      await nextTask();
      await element.updateComplete;
      expect(headingOf(element)).to.equal('Welcome back');
      expect(fetch.requests).to.have.length(1);
    });
  });

  describe('with a mistake', () => {
    it('tells the developer once', async () => {
      const provider = document.createElement('corbado-provider');
      provider.projectId = 'acme';
      document.body.append(provider);
      await provider.updateComplete;
      provider.requestUpdate();
      await provider.updateComplete;
      expect(errors).to.have.length(1);
      expect(errors[0]).to.match(/^<corbado-provider>: "acme" is no project id/);
      provider.remove();
    });

    it('shares nothing any more', async () => {
      const provider = document.createElement('corbado-provider');
      provider.client = scriptedClient(server());
      const element = authProcess();
      provider.append(element);
      document.body.append(provider);
      await until(() => headingOf(element) === 'Welcome back', 'the screen');
      provider.projectId = 'acme';
      provider.client = undefined;
      await until(() => headingOf(element) === 'This sign-in isn’t set up yet', 'the mistake');
      provider.remove();
    });
  });
});
