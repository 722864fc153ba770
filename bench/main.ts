// `npm run bench`: the speed of the built kit in Chromium against the local Frontend API on this machine.
import type { Browser } from 'playwright-core';
import { buildCdn, isCdnStale } from '../scripts/build-cdn.mjs';
import { launch } from './browser.js';
import { connectLoginRows } from './connect-flows.js';
import { loginRows, signupRows, throttledRows } from './flows.js';
import { memoryRows } from './memory.js';
import { cdnKit, startServer, type BenchTag } from './server.js';
import { printRows, type Row } from './statistics.js';

const MEASURES: Readonly<Record<BenchTag, readonly ((...at: [Browser, string]) => Promise<Row[]>)[]>> = {
  'auth-process': [signupRows, loginRows, throttledRows],
  'connect-login': [connectLoginRows],
};

if (isCdnStale()) await buildCdn();
const browser = await launch();
try {
  for (const tag of ['auth-process', 'connect-login'] as const) {
    const server = await startServer({ ...cdnKit(), tag });
    console.log(`<${tag}>`);
    for (const measure of MEASURES[tag]) printRows(await measure(browser, server.origin));
    printRows(await memoryRows(browser, server.origin, tag));
    await server.close();
  }
} finally {
  await browser.close();
}
