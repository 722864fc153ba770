import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { components } from '../src/schema.js';
import { ORIGIN, signUp, startApi, type TestPage } from './support/test-page.js';
import { SoftwareAuthenticator, type CeremonyQuirks } from './support/software-authenticator.js';

type Passkey = components['schemas']['passkey'];

async function signedUp(email?: string, api = startApi()) {
  const page = (await api).page();
  await signUp(page, email);
  return page;
}

async function list(page: TestPage): Promise<Passkey[]> {
  return (await page.get<{ passkeys: Passkey[] }>('/v2/me/passkeys', page.bearer())).body.passkeys;
}

async function start(page: TestPage): Promise<string> {
  const answer = await page.post<{ attestationOptions: string }>(
    '/v2/me/passkeys/append/start',
    { clientInformation: {} },
    page.bearer(),
  );
  return answer.body.attestationOptions;
}

function finish(page: TestPage, attestationResponse: string) {
  return page.post<{ error?: { type: string } }>(
    '/v2/me/passkeys/append/finish',
    { attestationResponse, clientInformation: {} },
    page.bearer(),
  );
}

async function append(page: TestPage, quirks: CeremonyQuirks = {}) {
  return finish(page, new SoftwareAuthenticator(ORIGIN).create(await start(page), quirks));
}

describe('the passkey list', () => {
  it('tells about each passkey', async () => {
    const api = await startApi();
    const page = await signedUp(undefined, Promise.resolve(api));
    const [passkey, ...rest] = await list(page);
    assert.equal(rest.length, 0);
    assert.ok(passkey);
    const { id, credentialID, aaguidDetails, created, lastUsed, ...facts } = passkey;
    assert.match(id, /^cre-\d+$/);
    assert.equal(credentialID, page.authenticator.passkeys[0]?.id);
    assert.equal(aaguidDetails.name, 'Passkey');
    assert.deepEqual([created, lastUsed], ['2031-05-06T07:08:09', '2031-05-06T07:08:09']);
    assert.deepEqual(facts, {
      attestationType: 'none',
      transport: ['internal', 'hybrid'],
      backupEligible: true,
      backupState: true,
      authenticatorAAGUID: '00000000-0000-0000-0000-000000000000',
      sourceOS: 'Unknown',
      sourceBrowser: 'Unknown',
      status: 'active',
      createdMs: api.clock.now(),
      lastUsedMs: api.clock.now(),
      tags: [],
    });
  });

  it('grows by a passkey made while signed in', async () => {
    const page = await signedUp();
    assert.equal((await append(page)).status, 200);
    assert.equal((await list(page)).length, 2);
  });

  it('keeps out the authenticator that has a passkey already', async () => {
    const page = await signedUp();
    const options = await start(page);
    assert.throws(() => page.authenticator.create(options), { name: 'InvalidStateError' });
  });

  it('refuses a credential that is registered already, whoever has it', async () => {
    const api = startApi();
    const ada = await signedUp('ada@example.com', api);
    const eve = await signedUp('eve@example.com', api);
    const [known] = ada.authenticator.passkeys;
    assert.ok(known);
    const credentialId = Buffer.from(known.id, 'base64url');
    for (const page of [ada, eve]) {
      assert.equal((await append(page, { credentialId })).status, 400);
      assert.equal((await list(page)).length, 1);
    }
  });

  for (const [name, quirks] of [
    ['made for another site', { rpId: 'evil.example' }],
    ['made without verifying the person', { userVerified: false }],
    ['made on another origin', { origin: 'https://evil.example' }],
  ] as const) {
    it(`does not grow by a passkey ${name}`, async () => {
      const page = await signedUp();
      const answer = await append(page, quirks);
      assert.deepEqual([answer.status, answer.body.error?.type], [400, 'validation_error']);
      assert.equal((await list(page)).length, 1);
    });
  }

  it('uses a challenge up even when the ceremony fails', async () => {
    const page = await signedUp();
    const options = await start(page);
    const authenticator = new SoftwareAuthenticator(ORIGIN);
    await finish(page, authenticator.create(options, { userVerified: false }));
    assert.equal((await finish(page, authenticator.create(options))).status, 400);
    assert.equal((await list(page)).length, 1);
  });

  it('does not take a challenge of another session', async () => {
    const api = startApi();
    const ada = await signedUp('ada@example.com', api);
    const eve = await signedUp('eve@example.com', api);
    const answer = await finish(eve, new SoftwareAuthenticator(ORIGIN).create(await start(ada)));
    assert.equal(answer.status, 400);
  });

  it('shrinks by a deleted passkey', async () => {
    const page = await signedUp();
    const [passkey] = await list(page);
    const path = `/v2/me/passkeys/${passkey?.id ?? ''}`;
    assert.deepEqual((await page.call('DELETE', path, undefined, page.bearer())).body, { id: passkey?.id });
    assert.deepEqual(await list(page), []);
    assert.equal((await page.call('DELETE', path, undefined, page.bearer())).status, 404);
  });

  it("does not let anybody delete another person's passkey", async () => {
    const api = startApi();
    const ada = await signedUp('ada@example.com', api);
    const eve = await signedUp('eve@example.com', api);
    const [passkey] = await list(ada);
    const path = `/v2/me/passkeys/${passkey?.id ?? ''}`;
    assert.equal((await eve.call('DELETE', path, undefined, eve.bearer())).status, 404);
    assert.equal((await list(ada)).length, 1);
  });

  it('is closed to people who are not signed in', async () => {
    const page = (await startApi()).page();
    const clientInformation = {};
    const attestationResponse = '{}';
    const answers = await Promise.all([
      page.get('/v2/me/passkeys'),
      page.post('/v2/me/passkeys/append/start', { clientInformation }),
      page.post('/v2/me/passkeys/append/finish', { attestationResponse, clientInformation }),
      page.call('DELETE', '/v2/me/passkeys/cre-1'),
    ]);
    assert.deepEqual(
      answers.map((answer) => answer.status),
      [401, 401, 401, 401],
    );
  });
});
