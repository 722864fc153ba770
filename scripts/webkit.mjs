/** Starts WebKitGTK for tests: a private X server where there is no display, and WebKitWebDriver on a free port. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureBrowser } from './browsers.mjs';
import { freePort } from './free-port.mjs';

const START_TIMEOUT_MS = 20_000;

function findMiniBrowser() {
  const named = process.env.WEBKIT_MINIBROWSER;
  if (named) {
    if (!existsSync(named)) throw new Error(`WEBKIT_MINIBROWSER names a file that does not exist: ${named}`);
    return named;
  }
  const roots = ['/usr/lib', '/usr/libexec'].filter(existsSync);
  const found = roots
    .flatMap((root) => [root, ...readdirSync(root).map((folder) => `${root}/${folder}`)])
    .flatMap((folder) => ['4.1', '4.0'].map((version) => `${folder}/webkit2gtk-${version}/MiniBrowser`))
    .find(existsSync);
  if (!found) throw new Error('MiniBrowser of WebKitGTK was not found. Set WEBKIT_MINIBROWSER to it.');
  return found;
}

function startDisplay(children) {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  children.push(server);
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(new Error('Xvfb could not be started. Install xvfb.', { cause })));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}.`)));
    server.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
  });
}

/** Resolves to the driver's port and the MiniBrowser to name in the capabilities. Both end with this process. */
export async function startWebKit() {
  const driver = ensureBrowser('webkit');
  const binary = findMiniBrowser();
  const children = [];
  process.once('exit', () => children.forEach((child) => child.kill()));
  process.once('SIGTERM', () => process.exit(143));

  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) env.DISPLAY = await startDisplay(children);

  const port = await freePort();
  children.push(spawn(driver, [`--port=${port}`], { stdio: 'ignore', env }));
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const ready = await fetch(`http://127.0.0.1:${port}/status`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return { port, binary };
    await delay(100);
  }
  throw new Error('WebKitWebDriver did not answer.');
}
