import { expect } from '@open-wc/testing';
import type { ReactElement } from 'react';
import { AuthProcess } from '../../src/components/auth-process/auth-process.js';
import { define } from '../../src/process/block-registry.js';
import type { CompleteEvent } from '../../src/process/complete-event.js';
import type { StepEvent } from '../../src/process/events.js';
import {
  answerWith,
  blockOf,
  memoryStorage,
  openWith,
  scriptedClient,
  scriptedFetch,
  scriptedWebAuthn,
  until,
} from '../../src/testing/index.js';
import { BlockActionEvent } from '../../src/process/events.js';
import { recordConsoleErrors } from '../helpers/record-console-errors.js';
import {
  createElement,
  createRoot,
  flushSync,
  hydrateRoot,
  renderToString,
  StrictMode,
} from './support/react.js';

const OPEN = 'POST /v2/auth/process/init';
const LOGIN = 'POST /v2/auth/login/init';
const SUBMIT = { type: 'submit-identifier', identifier: 'ada@example.com', isPhone: false } as const;

const server = () =>
  scriptedFetch({ [OPEN]: openWith(blockOf('login-init')), [LOGIN]: answerWith(blockOf('completed')) });
const elementIn = (place: Element) => place.querySelector('auth-process')!;
const screenOf = (element: Element) => element.shadowRoot?.querySelector('.cbo-screen')?.firstElementChild;
const headingOf = (element: Element) => screenOf(element)?.querySelector('h2')?.textContent ?? '';

/** A page around the element, as a React site has it. */
function page(properties: object, ...children: ReactElement[]): ReactElement {
  return createElement(
    StrictMode,
    null,
    createElement(
      'main',
      null,
      createElement('auth-process', properties, ...children),
      createElement('p', null, 'Below'),
    ),
  );
}

describe('<auth-process> in a page of React', () => {
  const errors = recordConsoleErrors();
  const { fetch } = globalThis;
  let place: HTMLElement;
  let unmount: () => void;
  beforeEach(() => {
    define('auth-process', AuthProcess);
    place = document.createElement('div');
    document.body.append(place);
    unmount = () => undefined;
  });
  afterEach(() => {
    flushSync(unmount);
    place.remove();
    globalThis.fetch = fetch;
    expect(errors).to.deep.equal([]);
  });

  function render(node: ReactElement) {
    const root = createRoot(place);
    unmount = () => root.unmount();
    flushSync(() => root.render(node));
    return { again: (next: ReactElement) => flushSync(() => root.render(next)) };
  }

  const given = () => ({
    client: scriptedClient(server()),
    storage: memoryStorage(),
    webauthn: scriptedWebAuthn(),
    history: 'off',
  });

  it('gets properties and attributes', async () => {
    render(page({ ...given(), theme: 'dark', messages: { 'loginInit.heading': 'Hello again' } }));
    const element = elementIn(place);
    await until(() => headingOf(element) === 'Hello again', 'the screen');
    expect(element.shadowRoot?.querySelector('.cbo-frame')?.getAttribute('data-theme')).to.equal('dark');
  });

  it('tells React of its events', async () => {
    const steps: string[] = [];
    const tokens: string[] = [];
    render(
      page({
        ...given(),
        'oncbo-step': ({ block }: StepEvent) => steps.push(block),
        'oncbo-complete': ({ sessionToken }: CompleteEvent) => tokens.push(sessionToken),
      }),
    );
    const element = elementIn(place);
    await until(() => headingOf(element) === 'Welcome back', 'the screen');
    screenOf(element)!.dispatchEvent(new BlockActionEvent(SUBMIT));
    await until(() => tokens.length === 1, 'the session');
    expect(steps).to.deep.equal(['login-init', 'completed']);
  });

  it('keeps its process when React draws again', async () => {
    const requests = server();
    const properties = { ...given(), client: scriptedClient(requests) };
    const root = render(page(properties));
    const element = elementIn(place);
    await until(() => headingOf(element) === 'Welcome back', 'the screen');
    root.again(page({ ...properties, theme: 'light' }));
    await element.updateComplete;
    expect(elementIn(place) === element).to.equal(true);
    expect(requests.requests).to.have.length(1);
  });

  it('gets back to its defaults when React takes a property away', async () => {
    const properties = given();
    const root = render(page({ ...properties, locale: 'de', theme: 'dark', blocks: [] }));
    const element = elementIn(place);
    await until(() => headingOf(element) === 'Willkommen zurück', 'the screen');
    root.again(page(properties));
    await element.updateComplete;
    await until(() => headingOf(element) === 'Welcome back', 'the language of the page');
    expect(element.shadowRoot?.querySelector('.cbo-frame')?.hasAttribute('data-theme')).to.equal(false);
  });

  describe('that was drawn on a server', () => {
    const attributes = { 'project-id': 'pro-1', 'frontend-api-url': '/api', history: 'off' };
    const logo = () => createElement('span', { slot: 'logo', key: 'logo' }, 'Acme');
    const html = () => renderToString(page(attributes, logo()));

    beforeEach(() => {
      localStorage.removeItem('cbo_auth_process-pro-1');
      const scripted = scriptedFetch({ 'POST /api/v2/auth/process/init': openWith(blockOf('login-init')) });
      globalThis.fetch = (input, init) => scripted(input, init);
    });

    async function hydrated(): Promise<void> {
      const complaints: unknown[] = [];
      const root = hydrateRoot(place, page(attributes, logo()), {
        onRecoverableError: (complaint) => complaints.push(complaint),
      });
      unmount = () => root.unmount();
      flushSync(() => undefined);
      await until(() => headingOf(elementIn(place)) === 'Welcome back', 'the screen');
      expect(complaints).to.deep.equal([]);
    }

    it('is there before any script', () => {
      expect(html()).to.contain('<auth-process project-id="pro-1"');
    });

    it('hydrates without a complaint before the element is used', async () => {
      place.innerHTML = html();
      const element = elementIn(place);
      await hydrated();
      expect(elementIn(place) === element, 'the same element').to.equal(true);
      expect(element.textContent).to.equal('Acme');
    });

    it('hydrates without a complaint after the element has drawn itself', async () => {
      place.innerHTML = html();
      const element = elementIn(place);
      await until(() => headingOf(element) === 'Welcome back', 'the screen');
      await hydrated();
      expect(elementIn(place) === element, 'the same element').to.equal(true);
      expect(place.textContent).to.contain('Below');
    });
  });
});
