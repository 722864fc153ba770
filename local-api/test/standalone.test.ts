import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryDatabase } from './support/database-file.js';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

function start(...options: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...options], { stdio: 'pipe' });
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return child;
}

async function failure(...options: string[]) {
  const child = start(...options);
  let stderr = '';
  child.stderr.on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, stderr };
}

describe('the local API on its own', () => {
  it('serves at the address it prints, pages of the named origin too, and stops when told', async () => {
    const { file, remove } = await temporaryDatabase();
    const origin = 'http://localhost:3000';
    const child = start('--port', '0', '--database', file, '--origin', origin);
    const [line] = (await once(child.stdout, 'data')) as [string];
    const address = /http:\/\/localhost:\d+/.exec(line)?.[0] ?? '';
    const response = await fetch(`${address}/v2/auth/process/init`, {
      method: 'POST',
      headers: { Origin: origin, 'X-Corbado-ProjectID': 'pro-1', 'Content-Type': 'application/json' },
      body: JSON.stringify({ clientInformation: {} }),
    });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('access-control-allow-origin'), origin);
    const body = (await response.json()) as { processResponse: { common: { frontendApiUrl: string } } };
    assert.equal(body.processResponse.common.frontendApiUrl, address);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'close'), [0, null]);
    await remove();
  });

  it('cuts connections as planned', async () => {
    const child = start('--port', '0', '--database', ':memory:');
    const [line] = (await once(child.stdout, 'data')) as [string];
    const address = /http:\/\/localhost:\d+/.exec(line)?.[0] ?? '';
    const json = { 'Content-Type': 'application/json' };
    const fault = JSON.stringify({ operation: 'GetSessionConfig', effect: 'drop' });
    await fetch(`${address}/local-api/faults`, { method: 'POST', headers: json, body: fault });
    await assert.rejects(fetch(`${address}/v2/session-config`), TypeError);
    assert.equal((await fetch(`${address}/v2/session-config`)).status, 200);
    child.kill('SIGTERM');
    await once(child, 'close');
  });

  for (const [options, message] of [
    [['--port', 'abc'], /--port abc is not a port/],
    [['--origin', 'localhost:3000'], /--origin localhost:3000 is not an origin/],
    [['--project', 'shop', '--database', ':memory:'], /"shop" is not a project id/],
    [['--colour'], /--colour/],
  ] as const) {
    it(`says what is wrong with ${options.join(' ')}`, async () => {
      const { code, stderr } = await failure(...options);
      assert.equal(code, 1);
      assert.match(stderr, message);
      assert.match(stderr, /Usage: /);
    });
  }
});
