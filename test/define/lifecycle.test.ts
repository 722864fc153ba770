import { expect } from '@open-wc/testing';
import { ApiClient } from '../../src/api/api-client.js';
import type { AuthProcess } from '../../src/components/auth-process/auth-process.js';
import {
  blockOf,
  memoryStorage,
  openWith,
  scriptedClient,
  scriptedFetch,
  scriptedWebAuthn,
  until,
} from '../../src/testing/index.js';
import { nextTask } from '../support/next-task.js';
import { recordConsoleErrors } from '../helpers/record-console-errors.js';

const OPEN = 'POST /v2/auth/process/init';
const script = { [OPEN]: openWith(blockOf('login-init')) };
const textOf = (element: Element) => element.shadowRoot?.querySelector('.cbo-screen')?.textContent ?? '';

/** Everything that can be seen on the page before a module of the kit runs, and after. */
const globalsBefore = new Set(Object.getOwnPropertyNames(globalThis));
const prototypeBefore = Object.getOwnPropertyNames(Object.prototype);

describe('an element that is on the page before its definition', () => {
  const errors = recordConsoleErrors();
  const undefinedBefore = customElements.get('auth-process') === undefined;
  const { fetch } = globalThis;
  const asked: string[] = [];
  let byAttributes: AuthProcess;
  let byProperties: AuthProcess;
  const given = scriptedFetch(script);

  before(async () => {
    globalThis.fetch = (input, init) => {
      asked.push(`${init?.method ?? 'GET'} ${new URL(input as string).pathname}`);
      return scriptedFetch({ 'POST /api/v2/auth/process/init': openWith(blockOf('login-init')) })(
        input,
        init,
      );
    };
    byAttributes = document.createElement('auth-process');
    byAttributes.setAttribute('project-id', 'pro-1');
    byAttributes.setAttribute('frontend-api-url', '/api');
    byAttributes.setAttribute('initial-block', 'login-init');
    byAttributes.setAttribute('locale', 'en');
    byAttributes.setAttribute('history', 'off');
    byProperties = document.createElement('auth-process');
    byProperties.setAttribute('locale', 'de');
    const webauthn = scriptedWebAuthn();
    Object.assign(byProperties, {
      locale: 'en',
      client: scriptedClient(given),
      messages: { 'loginInit.heading': 'Hello again' },
      history: 'off',
      storage: memoryStorage(),
      webauthn,
    });
    Object.assign(byAttributes, { storage: memoryStorage(), webauthn });
    document.body.append(byAttributes, byProperties);
    await import('../../src/define.js');
  });
  after(() => {
    globalThis.fetch = fetch;
    byAttributes.remove();
    byProperties.remove();
  });

  it('was no element of the kit yet', () => {
    expect(undefinedBefore).to.equal(true);
  });

  it('heeds its attributes', async () => {
    await until(() => textOf(byAttributes).includes('Welcome back'), 'the screen');
    expect(asked).to.deep.equal(['POST /api/v2/auth/process/init']);
  });

  it('heeds its properties, before its attributes', async () => {
    await until(() => textOf(byProperties).includes('Hello again'), 'the screen');
    expect(given.requests).to.have.length(1);
    expect(byProperties.locale).to.equal('en');
  });

  it('complains about nothing', () => {
    expect(errors).to.deep.equal([]);
  });

  it('stays what it is when another copy of the kit comes', async () => {
    const first = customElements.get('auth-process');
    await import(new URL('../../src/define.ts?copy=2', import.meta.url).href);
    expect(customElements.get('auth-process')).to.equal(first);
    expect(textOf(byAttributes)).to.contain('Welcome back');
  });

  it('leaves nothing on the page but registry symbols', async () => {
    await nextTask();
    const added = Object.getOwnPropertyNames(globalThis).filter(
      (name) => !globalsBefore.has(name) && !/^(lit|reactiveElement|__WTR)/.test(name),
    );
    expect(added).to.deep.equal([]);
    const symbols = Object.getOwnPropertySymbols(globalThis)
      .map((symbol) => Symbol.keyFor(symbol) ?? '')
      .filter((key) => key.startsWith('corbado'));
    expect(symbols).to.include.members(['corbado-elements.blocks']);
    expect(symbols.every((key) => key.startsWith('corbado-elements.'))).to.equal(true);
    expect(Object.getOwnPropertyNames(Object.prototype)).to.deep.equal(prototypeBefore);
  });

  it('is known to TypeScript and to createElement', () => {
    const element = document.createElement('auth-process');
    element.client = new ApiClient({ projectId: 'pro-1' });
    expect(element.shadowRoot).to.equal(null);
  });
});
