import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acceptAssertion } from '../src/ceremonies/accept-assertion.js';
import { newCredential } from '../src/ceremonies/accept-registration.js';
import { issueRequestOptions } from '../src/ceremonies/issue-options.js';
import { Database } from '../src/database/database.js';
import { createStore } from '../src/database/store.js';
import type { RequestContext } from '../src/http/request-context.js';
import { SessionTokens } from '../src/session/session-tokens.js';
import { defaultSettings } from '../src/settings/settings.js';
import { creationOptions } from '../src/webauthn/ceremony-options.js';
import { defaultPolicy, verifyRegistration } from '../src/index.js';
import { SoftwareAuthenticator } from './support/software-authenticator.js';

const ORIGIN = 'http://localhost';
const expectedChallenge = Buffer.alloc(32, 1).toString('base64url');
const [ada, eve] = [2, 3].map((byte) => Buffer.alloc(32, byte).toString('base64url')) as [string, string];

async function registeredAs(
  context: RequestContext,
  authenticator: SoftwareAuthenticator,
  userHandle: string,
) {
  const options = await creationOptions({
    challenge: expectedChallenge,
    rpId: context.rpId,
    rpName: '',
    userHandle,
    userName: '',
    displayName: '',
    excludeCredentials: [],
  });
  const result = await verifyRegistration({
    response: JSON.parse(authenticator.create(options)),
    expectedChallenge,
    allowedOrigins: [ORIGIN],
    rpId: context.rpId,
    policy: defaultPolicy,
  });
  assert.ok(result.verified);
  const user = await context.store.users.create({ userHandle, fullName: '', identifiers: [], verified: [] });
  return context.store.credentials.create(newCredential(context, user.id, result.credential));
}

describe('an assertion', () => {
  for (const [owner, outcome] of [
    [eve, 'accepted'],
    [ada, 'refused'],
  ] as const) {
    it(`is ${outcome} for the person the challenge was given to, whatever passkeys were listed`, async () => {
      const database = await Database.open(':memory:');
      const result = await database.transaction(async (connection) => {
        const context: RequestContext = {
          now: 0,
          projectId: 'pro-1',
          ownUrl: ORIGIN,
          pageOrigin: ORIGIN,
          allowedOrigins: [ORIGIN],
          rpId: 'localhost',
          headers: new Headers(),
          query: new URLSearchParams(),
          pathParameters: {},
          settings: defaultSettings,
          store: createStore(connection, 0),
          sessionTokens: new SessionTokens(),
          limitIdentifier: () => undefined,
        };
        const authenticator = new SoftwareAuthenticator(ORIGIN);
        const credential = await registeredAs(context, authenticator, eve);
        const text = authenticator.get(await issueRequestOptions(context, 'prc-1', owner, [credential]));
        return acceptAssertion(context, {
          owner: 'prc-1',
          purpose: 'get',
          product: 'auth',
          text,
          field: 'signedChallenge',
        });
      });
      assert.equal(result.outcome, outcome);
      await database.close();
    });
  }
});
