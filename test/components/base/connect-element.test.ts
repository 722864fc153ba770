import { expect } from '@open-wc/testing';
import type { ApiClient } from '../../../src/api/api-client.js';
import { ConnectElement } from '../../../src/components/base/connect-element.js';
import { BlockRegistry } from '../../../src/process/block-registry.js';
import type { ConnectSession } from '../../../src/process/connect/connect-session.js';
import type { DriverResult, ProcessDriver } from '../../../src/process/process-driver.js';
import type { ProcessState } from '../../../src/process/process-state.js';
import { clientStep, isStep } from '../../../src/process/step.js';
import { loginInitRspOf, passkeyOperationOf } from '../../../src/testing/connect-wire.js';
import { memoryStorage } from '../../../src/testing/memory-storage.js';
import { answer, scriptedClient, scriptedFetch } from '../../../src/testing/scripted-fetch.js';
import { until } from '../../../src/testing/until.js';

/** The least a Connect element is: asks whether a login is allowed and ends with the answer. */
class ProbeElement extends ConnectElement<boolean> {
  readonly outcomes: boolean[] = [];
  protected override readonly defaultBlocks = new BlockRegistry([
    { type: 'client:loading', tag: 'probe-loading', element: class extends HTMLElement {} },
    { type: 'client:unknown', tag: 'probe-unknown', element: class extends HTMLElement {} },
  ]);

  get opened(): ConnectSession | undefined {
    return this.session;
  }

  protected override createDriver(client: ApiClient): ProcessDriver<boolean> {
    const session = this.openSession(client);
    return {
      async start(signal): Promise<DriverResult<boolean>> {
        const { loginAllowed } = await session.login(signal);
        return { type: 'ended', step: clientStep('client:unknown', {}), outcome: loginAllowed };
      },
      perform: () => Promise.reject(new Error('There is nothing to do.')),
    };
  }

  protected override isSilent({ step }: ProcessState): boolean {
    return isStep(step, 'client:loading');
  }

  protected override onEnded(outcome: boolean): void {
    this.outcomes.push(outcome);
  }
}
customElements.define('probe-connect', ProbeElement);

const LOGIN = 'POST /v2/connect/login/init';

describe('a Connect element', () => {
  const placed: ProbeElement[] = [];
  afterEach(() => placed.splice(0).forEach((element) => element.remove()));

  function probe(prepare: (element: ProbeElement) => void = () => undefined) {
    const fetch = scriptedFetch({ [LOGIN]: answer(loginInitRspOf()) });
    const element = new ProbeElement();
    element.client = scriptedClient(fetch);
    element.storage = memoryStorage();
    prepare(element);
    document.body.append(element);
    placed.push(element);
    return { element, fetch };
  }
  const ended = (element: ProbeElement) => until(() => element.outcomes.length > 0, 'the end');
  const frame = (element: ProbeElement) => element.shadowRoot?.querySelector<HTMLElement>('.cbo-frame');

  it('ends its process with what the driver found out', async () => {
    const { element } = probe();
    await ended(element);
    expect(element.outcomes).to.deep.equal([true]);
  });

  it('draws nothing while it is silent', async () => {
    const { element } = probe();
    await element.updateComplete;
    expect(frame(element)?.hidden).to.equal(true);
    expect(element.getBoundingClientRect().height).to.equal(0);
    await ended(element);
    await element.updateComplete;
    expect(frame(element)?.hidden).to.equal(false);
  });

  it('asks the server once, however often it is put on the page', async () => {
    const { element, fetch } = probe();
    await ended(element);
    const again = probe(({ storage }) => storage);
    again.element.remove();
    again.element.client = element.client;
    document.body.append(again.element);
    await ended(again.element);
    expect(fetch.to(LOGIN)).to.have.length(1);
  });

  it('reads flags from its attribute', async () => {
    const { element } = probe((one) =>
      one.setAttribute('flags', 'conditional-ui-allowed=false, event-low  a=b=c'),
    );
    expect(element.flags).to.deep.equal({
      'conditional-ui-allowed': 'false',
      'event-low': 'true',
      a: 'b',
    });
    await ended(element);
    expect(element.opened?.flag('conditional-ui-allowed')).to.equal('false');
  });

  it('sends the invitation of its attribute', async () => {
    const { element, fetch } = probe((one) => one.setAttribute('invitation-token', 'friends'));
    await ended(element);
    expect(fetch.to(LOGIN)[0]?.body).to.deep.include({ invitationToken: 'friends' });
  });

  it('takes a client state before and after it has a client, and gives its own', async () => {
    const state = (identifierValue: string, ts: number) =>
      btoa(
        JSON.stringify({ lastLogin: { data: passkeyOperationOf({ identifierValue }), source: 'ls', ts } }),
      );
    const { element } = probe((one) => (one.clientState = state('ada@example.com', 5)));
    expect(element.clientState).to.equal(state('ada@example.com', 5));
    await ended(element);
    expect(element.opened?.lastLogin?.operation.identifierValue).to.equal('ada@example.com');
    element.clientState = state('grace@example.com', 6);
    element.clientState = state('late@example.com', 4);
    expect(JSON.parse(atob(element.clientState ?? ''))).to.have.nested.property(
      'lastLogin.data.identifierValue',
      'grace@example.com',
    );
  });
});
