import { expect } from '@open-wc/testing';
import { processGet } from '../../src/api/auth-api.js';
import { connectLoginStart } from '../../src/api/connect-api.js';
import { currentUserPasskeyDelete } from '../../src/api/users-api.js';
import { errorOf, scriptedClient } from './support/clients.js';
import { processResponse } from './support/auth-operations.js';
import { operations } from './support/operations.js';
import { answers } from './support/scripted-fetch.js';

const TAGS = ['Auth', 'Configs', 'Users', 'CorbadoConnect'];

/** `POST /v2/auth/login/init LoginInit` for each operation of the tags above. */
async function contractOperations(): Promise<string[]> {
  const yaml = await (await fetch(new URL('../../openapi/frontend-api.yaml', import.meta.url))).text();
  const pattern =
    /^ {2}(\/\S+):$|^ {4}(get|post|patch|put|delete):$|^ {8}- (\w+)$|^ {6}operationId: (\w+)$/gm;
  const found: string[] = [];
  let path = '';
  let method = '';
  let tag = '';
  for (const [, nextPath, nextMethod, nextTag, operationId] of yaml.matchAll(pattern)) {
    path = nextPath ?? path;
    method = nextMethod ?? method;
    tag = nextTag ?? tag;
    if (operationId && TAGS.includes(tag)) found.push(`${method.toUpperCase()} ${path} ${operationId}`);
  }
  return found;
}

describe('operations of the Frontend API', () => {
  it('are exactly those of the contract', async () => {
    const rows = operations.map(({ operationId, method, path }) => {
      const template = operationId === 'CurrentUserPasskeyDelete' ? '/v2/me/passkeys/{credentialID}' : path;
      return `${method} ${template} ${operationId}`;
    });
    expect(rows.sort()).to.deep.equal((await contractOperations()).sort());
  });

  for (const { operationId, method, path, body, answer, call } of operations) {
    it(`${operationId} sends its method, path and body and hands out the answer`, async () => {
      const { client, sent } = scriptedClient([answer ? answers.json(answer) : answers.empty()]);

      expect(await call(client)).to.deep.equal(answer);

      const [request] = sent;
      expect(request?.init.method).to.equal(method);
      expect(request?.url.pathname).to.equal(path);
      expect(request?.init.body).to.equal(body && JSON.stringify(body));
      expect(request?.headers.get('Content-Type')).to.equal(body ? 'application/json' : null);
    });
  }

  it('ProcessGet names the preferred block only when there is one', async () => {
    const { client, sent } = scriptedClient([answers.json(processResponse)]);

    await processGet(client, { preferredBlock: 'login-init' });
    await processGet(client, {});

    expect(sent.map(({ url }) => url.search)).to.deep.equal(['?preferredBlock=login-init', '']);
  });

  it('CurrentUserPasskeyDelete keeps the passkey id out of its error', async () => {
    const { client, clock } = scriptedClient([answers.empty(404)]);
    const error = errorOf(await clock.untilSettled(currentUserPasskeyDelete(client, 'cre-secret')));
    expect(error.message).to.equal('DELETE /v2/me/passkeys: HTTP 404');
  });

  it('ConnectLoginStart with a single-use connect token is not sent twice', async () => {
    const { client, clock, sent } = scriptedClient([answers.offline()]);
    const body = { identifier: '', source: 'text-field', loadedMs: 1, loginConnectToken: 'cnt-1' } as const;

    await clock.untilSettled(connectLoginStart(client, body));

    expect(sent).to.have.length(1);
  });
});
