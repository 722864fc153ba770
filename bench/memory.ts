import type { Browser } from 'playwright-core';
import { visit, type Visit } from './browser.js';
import type { BenchTag } from './server.js';
import type { Row } from './statistics.js';

const CYCLES = 1000;
/** As many cycles make the browser compile what runs often: about 200 kB of code, and a sixth of that in the next thousand. */
const WARM_UP = 1000;

/** Until the requests of the last mounts are over, on a busy machine too. */
const SETTLE_MS = 3000;

/** Puts an element on the page, waits until its autofill request is pending, and takes it away again. */
async function cycle({ page }: Visit, tag: BenchTag, times: number): Promise<void> {
  await page.evaluate(
    async ([name, count]) => {
      for (let i = 0; i < count; i++) {
        const before = bench.calls.length;
        const element = document.createElement(name);
        element.setAttribute('project-id', 'pro-1');
        element.setAttribute('frontend-api-url', '/');
        element.setAttribute('initial-block', 'login-init');
        document.body.append(element);
        while (bench.calls.length === before) await new Promise((resolve) => setTimeout(resolve, 2));
        element.remove();
      }
      bench.calls.length = 0;
      performance.clearResourceTimings();
    },
    [tag, times] as const,
  );
}

async function counters({ page, cdp }: Visit): Promise<{ nodes: number; listeners: number; heap: number }> {
  // What an aborted request still holds is let go of in later tasks.
  await page.waitForTimeout(SETTLE_MS);
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return { nodes, listeners: jsEventListeners, heap: usedSize };
}

export async function memoryRows(browser: Browser, origin: string, tag: BenchTag): Promise<Row[]> {
  const visited = await visit(browser, `${origin}/empty`);
  await visited.page.waitForFunction((name) => customElements.get(name) !== undefined, tag);
  await cycle(visited, tag, WARM_UP);
  const before = await counters(visited);
  await cycle(visited, tag, CYCLES);
  const after = await counters(visited);
  await visited.context.close();
  const name = (what: string) => `${String(CYCLES)} mounts with pending autofill: ${what}`;
  return [
    { name: name('nodes'), value: after.nodes - before.nodes, unit: '', budget: 5 },
    { name: name('listeners'), value: after.listeners - before.listeners, unit: '', budget: 0 },
    { name: name('heap'), value: (after.heap - before.heap) / 1000, unit: 'kB', budget: 200 },
  ];
}
