import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { defaultPolicy, verifyAuthentication, verifyRegistration } from '../src/index.js';

/** A ceremony as a browser ran it: what the server had sent and what came back. */
interface Recording {
  userAgent: string;
  origin: string;
  rpId: string;
  registration: { challenge: string; response: object };
  authentication: { challenge: string; userHandle: string; response: object };
}

function read(name: string): Recording {
  return JSON.parse(readFileSync(new URL(`recordings/${name}.json`, import.meta.url), 'utf8')) as Recording;
}

for (const [browser, synced] of [
  ['chromium', true],
  ['firefox', false],
] as const) {
  describe(`a ceremony recorded in ${browser}`, () => {
    const { origin, rpId, registration, authentication } = read(browser);
    const expectation = { allowedOrigins: [origin], rpId, policy: defaultPolicy };

    async function registered() {
      const { challenge, response } = registration;
      const result = await verifyRegistration({ ...expectation, response, expectedChallenge: challenge });
      assert.ok(result.verified, JSON.stringify(result));
      return result.credential;
    }

    it('registers', async () => {
      const credential = await registered();
      assert.equal(credential.backupEligible, synced);
      assert.equal(credential.attachment, 'platform');
    });

    it('signs in with what was registered', async () => {
      const credential = await registered();
      const result = await verifyAuthentication({
        ...expectation,
        response: authentication.response,
        expectedChallenge: authentication.challenge,
        credential: { ...credential, userHandle: authentication.userHandle },
        allowCredentials: [credential.id],
      });
      assert.equal(result.verified, true, JSON.stringify(result));
    });

    it('is worth nothing for another challenge or origin', async () => {
      const { challenge, response } = registration;
      const other = await verifyRegistration({
        ...expectation,
        response,
        expectedChallenge: authentication.challenge,
      });
      assert.equal(other.verified ? 'verified' : other.reason, 'wrong-challenge');
      const elsewhere = await verifyRegistration({
        ...expectation,
        response,
        expectedChallenge: challenge,
        allowedOrigins: ['https://evil.example'],
      });
      assert.equal(elsewhere.verified ? 'verified' : elsewhere.reason, 'wrong-origin');
    });
  });
}
