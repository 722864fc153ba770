import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { creationOptions, requestOptions } from '../src/webauthn/ceremony-options.js';
import {
  defaultPolicy,
  verifyAuthentication,
  verifyRegistration,
  type AuthenticationInput,
  type CeremonyFailure,
  type StoredCredential,
} from '../src/index.js';
import { SoftwareAuthenticator, type CeremonyQuirks } from './support/software-authenticator.js';

const ORIGIN = 'https://shop.example';
const challenge = Buffer.alloc(32, 7).toString('base64url');
const userHandle = Buffer.alloc(32, 9).toString('base64url');
const otherHandle = Buffer.alloc(32, 3).toString('base64url');

describe('verifyAuthentication', () => {
  const authenticator = new SoftwareAuthenticator(ORIGIN);
  let credential: StoredCredential;

  before(async () => {
    const options = await creationOptions({
      challenge,
      rpId: 'shop.example',
      rpName: 'Shop',
      userHandle,
      userName: 'ada@example.com',
      displayName: 'Ada',
      excludeCredentials: [],
    });
    const expectation = { expectedChallenge: challenge, allowedOrigins: [ORIGIN], rpId: 'shop.example' };
    const response: unknown = JSON.parse(authenticator.create(options));
    const result = await verifyRegistration({ response, ...expectation, policy: defaultPolicy });
    assert.ok(result.verified);
    const { id, publicKey, backupEligible } = result.credential;
    credential = { id, publicKey, backupEligible, counter: 0, userHandle };
  });

  async function authenticate(quirks: CeremonyQuirks = {}, input: Partial<AuthenticationInput> = {}) {
    const options = await requestOptions({ challenge, rpId: 'shop.example', allowCredentials: [] });
    return verifyAuthentication({
      response: JSON.parse(authenticator.get(options, quirks)),
      expectedChallenge: challenge,
      allowedOrigins: [ORIGIN],
      rpId: 'shop.example',
      policy: defaultPolicy,
      credential,
      allowCredentials: [credential.id],
      ...input,
    });
  }

  it('gives what is to be remembered of the use', async () => {
    assert.deepEqual(await authenticate({ backupState: false }), {
      verified: true,
      assertion: {
        counter: 0,
        counterRegressed: false,
        backupState: false,
        userVerified: true,
        attachment: 'platform',
      },
    });
  });

  const refused: [string, CeremonyQuirks, CeremonyFailure][] = [
    ['another origin', { origin: 'https://evil.example' }, 'wrong-origin'],
    ['a subdomain of an allowed origin', { origin: 'https://a.shop.example' }, 'wrong-origin'],
    ['another relying party', { rpId: 'evil.example' }, 'wrong-rp-id'],
    ['a registration instead of an assertion', { type: 'webauthn.create' }, 'wrong-type'],
    ['another challenge', { challenge: Buffer.alloc(32, 8).toString('base64url') }, 'wrong-challenge'],
    ['a ceremony in a foreign frame', { clientData: { crossOrigin: true } }, 'cross-origin'],
    [
      'a foreign page around the frame',
      { clientData: { crossOrigin: true, topOrigin: 'https://evil.example' } },
      'wrong-top-origin',
    ],
    ['a top origin without a frame', { clientData: { topOrigin: ORIGIN } }, 'wrong-top-origin'],
    ['an absent person', { userPresent: false }, 'user-not-present'],
    ['an unverified person', { userVerified: false }, 'user-not-verified'],
    ['a backup of what cannot be backed up', { backupEligible: false }, 'inconsistent-backup-flags'],
    [
      'a change of backup eligibility',
      { backupEligible: false, backupState: false },
      'backup-eligibility-changed',
    ],
    ["another person's handle", { userHandle: otherHandle }, 'wrong-user-handle'],
    ['another signature', { signature: Buffer.alloc(70, 1) }, 'wrong-signature'],
  ];
  for (const [name, quirks, reason] of refused) {
    it(`refuses ${name}`, async () => {
      const result = await authenticate(quirks);
      assert.equal(result.verified ? 'verified' : result.reason, reason);
    });
  }

  it('refuses a credential that was not asked for', async () => {
    const result = await authenticate({}, { allowCredentials: ['AAAA'] });
    assert.equal(result.verified ? 'verified' : result.reason, 'credential-not-allowed');
  });

  it('refuses a stored credential with another id', async () => {
    const result = await authenticate({}, { credential: { ...credential, id: 'AAAA' } });
    assert.equal(result.verified ? 'verified' : result.reason, 'credential-not-allowed');
  });

  it("refuses another credential's key", async () => {
    const stranger = new SoftwareAuthenticator(ORIGIN);
    const options = await creationOptions({
      challenge,
      rpId: 'shop.example',
      rpName: 'Shop',
      userHandle,
      userName: 'ada',
      displayName: 'Ada',
      excludeCredentials: [],
    });
    stranger.create(options);
    const [passkey] = stranger.passkeys;
    assert.ok(passkey);
    const forged = { ...passkey, id: credential.id };
    const result = await authenticate({}, { response: JSON.parse(stranger.assert(forged, challenge)) });
    assert.equal(result.verified ? 'verified' : result.reason, 'wrong-signature');
  });

  it('needs the user handle where the person chose the passkey', async () => {
    const result = await authenticate({ userHandle: null }, { allowCredentials: [] });
    assert.equal(result.verified ? 'verified' : result.reason, 'missing-user-handle');
  });

  it('does without the user handle where the passkey was named', async () => {
    assert.equal((await authenticate({ userHandle: null })).verified, true);
  });

  it('accepts a counter that stays at zero', async () => {
    const result = await authenticate();
    assert.ok(result.verified);
    assert.equal(result.assertion.counterRegressed, false);
  });

  for (const [counter, stored, regressed] of [
    [6, 5, false],
    [5, 5, true],
    [4, 5, true],
    [0, 5, true],
  ] as const) {
    it(`${regressed ? 'reports' : 'accepts'} a counter of ${counter} after ${stored}`, async () => {
      const result = await authenticate({ counter }, { credential: { ...credential, counter: stored } });
      assert.ok(result.verified);
      assert.equal(result.assertion.counterRegressed, regressed);
    });
  }

  it('refuses a counter that does not rise where the policy says so', async () => {
    const result = await authenticate(
      { counter: 5 },
      {
        credential: { ...credential, counter: 5 },
        policy: { ...defaultPolicy, counterRegression: 'refuse' },
      },
    );
    assert.equal(result.verified ? 'verified' : result.reason, 'counter-not-increased');
  });

  for (const response of [undefined, null, 'x', [], {}, { id: 'aa', rawId: 'aa', type: 'public-key' }]) {
    it(`calls ${JSON.stringify(response)} malformed`, async () => {
      const result = await authenticate({}, { response });
      assert.equal(result.verified ? 'verified' : result.reason, 'malformed-response');
    });
  }
});
