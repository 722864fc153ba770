import { expect } from '@open-wc/testing';
import { loginInitRspOf } from '../../../src/testing/connect-wire.js';
import { answer, networkFailure, type Script } from '../../../src/testing/scripted-fetch.js';
import { until } from '../../../src/testing/until.js';
import { ConnectPage } from './support/connect-page.js';

const LOW = 'POST /v2/connect/eventsLow';
const flags = { 'event-low': 'true' };
const script: Script = {
  'POST /v2/connect/login/init': answer(loginInitRspOf({ flags })),
  [LOW]: { kind: 'answer', status: 204 },
};
const { signal } = new AbortController();
const sent = (page: ConnectPage) =>
  page.fetch.to(LOW).map(({ body }) => (body as { items: { eventType: string }[] }).items);
const flush = async (page: ConnectPage) => {
  page.session.endTrace();
  await until(() => page.fetch.to(LOW).length > 0, 'the batch');
};

describe('the trace of an interaction', () => {
  it('is sent in one batch', async () => {
    const page = new ConnectPage({ script });
    await page.session.login(signal);
    page.session.trace('li-ready', 1_000);
    page.session.trace('pl-start', 2_000);
    await flush(page);
    expect(sent(page)).to.deep.equal([
      [
        { eventType: 'li-ready', timestamp: 1_000 },
        { eventType: 'pl-start', timestamp: 2_000 },
      ],
    ]);
  });

  it('tells what goes on and on once, with how long it lasted', async () => {
    const page = new ConnectPage({ script });
    await page.session.login(signal);
    for (const timestamp of [1_000, 1_400, 2_100, 9_000]) page.session.trace('input', timestamp);
    await flush(page);
    expect(sent(page)).to.deep.equal([
      [
        { eventType: 'input', timestamp: 1_000, durationMs: 1_100 },
        { eventType: 'input', timestamp: 9_000 },
      ],
    ]);
  });

  it('holds what happens to the window', async () => {
    const page = new ConnectPage({ script });
    await page.session.login(signal);
    page.session.trace('li-ready', 1_000);
    await page.session.traceReady();
    window.dispatchEvent(new Event('blur'));
    await flush(page);
    expect(sent(page)[0]?.map(({ eventType }) => eventType)).to.deep.equal(['li-ready', 'window-blur']);
    window.dispatchEvent(new Event('blur'));
    expect(sent(page)).to.have.length(1);
  });

  it('is not taken where the server does not ask for it, nor where the page does not want it', async () => {
    const page = new ConnectPage({ script });
    await page.session.login(signal);
    for (const session of [
      page.another({ flags: { 'event-low': 'false' } }),
      page.another({ reportsEvents: false }),
    ]) {
      session.trace('li-ready');
      await session.traceReady();
      session.endTrace();
    }
    expect(sent(page)).to.deep.equal([]);
  });

  it('does not fail with its request', async () => {
    const page = new ConnectPage({ script: { ...script, [LOW]: networkFailure } });
    await page.session.login(signal);
    page.session.trace('li-ready');
    await flush(page);
  });
});
