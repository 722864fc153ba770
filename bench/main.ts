// `npm run bench`: the speed of the built kit in Chromium against the local Frontend API on this machine.
import { buildCdn, isCdnStale } from '../scripts/build-cdn.mjs';
import { launch } from './browser.js';
import { loginRows, signupRows, throttledRows } from './flows.js';
import { memoryRows } from './memory.js';
import { cdnKit, startServer } from './server.js';
import { printRows } from './statistics.js';

if (isCdnStale()) await buildCdn();
const server = await startServer(cdnKit());
const browser = await launch();
try {
  for (const measure of [signupRows, loginRows, throttledRows, memoryRows])
    printRows(await measure(browser, server.origin));
} finally {
  await browser.close();
  await server.close();
}
