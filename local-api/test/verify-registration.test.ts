import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { creationOptions } from '../src/webauthn/ceremony-options.js';
import {
  defaultPolicy,
  verifyRegistration,
  type CeremonyFailure,
  type CeremonyPolicy,
} from '../src/index.js';
import { SoftwareAuthenticator, type CeremonyQuirks } from './support/software-authenticator.js';

const ORIGIN = 'https://shop.example';
const challenge = Buffer.alloc(32, 7).toString('base64url');

async function register(quirks: CeremonyQuirks = {}, policy: Partial<CeremonyPolicy> = {}) {
  const options = await creationOptions({
    challenge,
    rpId: 'shop.example',
    rpName: 'Shop',
    userHandle: Buffer.alloc(32, 9).toString('base64url'),
    userName: 'ada@example.com',
    displayName: 'Ada',
    excludeCredentials: [],
  });
  return verify(JSON.parse(new SoftwareAuthenticator(ORIGIN).create(options, quirks)), policy);
}

function verify(response: unknown, policy: Partial<CeremonyPolicy> = {}) {
  return verifyRegistration({
    response,
    expectedChallenge: challenge,
    allowedOrigins: [ORIGIN, 'https://www.shop.example'],
    rpId: 'shop.example',
    policy: { ...defaultPolicy, ...policy },
  });
}

describe('verifyRegistration', () => {
  it('gives what is to be stored', async () => {
    const result = await register({ counter: 3, transports: ['internal', 'from-the-future'] });
    assert.ok(result.verified);
    const { id, publicKey, ...rest } = result.credential;
    assert.equal(Buffer.from(id, 'base64url').length, 32);
    assert.ok(publicKey.byteLength > 60);
    assert.deepEqual(rest, {
      counter: 3,
      transports: ['internal', 'from-the-future'],
      aaguid: '00000000-0000-0000-0000-000000000000',
      attestationFormat: 'none',
      backupEligible: true,
      backupState: true,
      userVerified: true,
      attachment: 'platform',
    });
  });

  const refused: [string, CeremonyQuirks, CeremonyFailure][] = [
    ['another origin', { origin: 'https://evil.example' }, 'wrong-origin'],
    ['a subdomain of an allowed origin', { origin: 'https://a.shop.example' }, 'wrong-origin'],
    ['an origin that begins like an allowed one', { origin: `${ORIGIN}.evil.example` }, 'wrong-origin'],
    ['an allowed host on another port', { origin: `${ORIGIN}:8443` }, 'wrong-origin'],
    ['an allowed host on plain http', { origin: 'http://shop.example' }, 'wrong-origin'],
    ['another relying party', { rpId: 'evil.example' }, 'wrong-rp-id'],
    ['a subdomain as relying party', { rpId: 'www.shop.example' }, 'wrong-rp-id'],
    ['an assertion instead of a registration', { type: 'webauthn.get' }, 'wrong-type'],
    ['another challenge', { challenge: Buffer.alloc(32, 8).toString('base64url') }, 'wrong-challenge'],
    ['an empty challenge', { challenge: '' }, 'wrong-challenge'],
    ['a ceremony in a foreign frame', { clientData: { crossOrigin: true } }, 'cross-origin'],
    ['a cross-origin mark that is no boolean', { clientData: { crossOrigin: 'false' } }, 'cross-origin'],
    [
      'a foreign page around the frame',
      { clientData: { crossOrigin: true, topOrigin: 'https://evil.example' } },
      'wrong-top-origin',
    ],
    ['a top origin without a frame', { clientData: { topOrigin: ORIGIN } }, 'wrong-top-origin'],
    ['an absent person', { userPresent: false }, 'user-not-present'],
    ['an unverified person', { userVerified: false }, 'user-not-verified'],
    ['a backup of what cannot be backed up', { backupEligible: false }, 'inconsistent-backup-flags'],
    ['an algorithm that was not offered', { algorithm: -36 }, 'algorithm-not-offered'],
    ['a credential id of 1024 bytes', { credentialIdBytes: 1024 }, 'credential-id-too-long'],
  ];
  for (const [name, quirks, reason] of refused) {
    it(`refuses ${name}`, async () => {
      const result = await register(quirks);
      assert.equal(result.verified ? 'verified' : result.reason, reason);
    });
  }

  const accepted: [string, CeremonyQuirks, Partial<CeremonyPolicy>][] = [
    ['the second of two origins', { origin: 'https://www.shop.example' }, {}],
    ['a credential id of 1023 bytes', { credentialIdBytes: 1023 }, {}],
    ['a key that stays on its device', { backupEligible: false, backupState: false }, {}],
    ['an unverified person where that will do', { userVerified: false }, { userVerification: 'preferred' }],
    ['an absent person where that will do', { userPresent: false }, { userPresence: 'optional' }],
    [
      'a frame in an allowed page',
      { clientData: { crossOrigin: true, topOrigin: 'https://partner.example' } },
      { topOrigins: ['https://partner.example'] },
    ],
    ['client data without the newer members', { clientData: { crossOrigin: undefined } }, {}],
  ];
  for (const [name, quirks, policy] of accepted) {
    it(`accepts ${name}`, async () => {
      const result = await register(quirks, policy);
      assert.equal(result.verified, true, JSON.stringify(result));
    });
  }

  const bytes = Buffer.from('{}').toString('base64url');
  const malformed: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'credential'],
    ['a list', []],
    ['an empty object', {}],
    ['a credential without response', { id: 'aa', rawId: 'aa', type: 'public-key' }],
    ['an id that differs from rawId', { id: 'aa', rawId: 'bb', type: 'public-key', response: {} }],
    ['another type', { id: 'aa', rawId: 'aa', type: 'password', response: {} }],
    [
      'client data that is no base64url',
      {
        id: 'aa',
        rawId: 'aa',
        type: 'public-key',
        response: { clientDataJSON: '***', attestationObject: bytes },
      },
    ],
    [
      'client data that is no JSON',
      {
        id: 'aa',
        rawId: 'aa',
        type: 'public-key',
        response: { clientDataJSON: 'AAAA', attestationObject: bytes },
      },
    ],
  ];
  for (const [name, response] of malformed) {
    it(`calls ${name} malformed`, async () => {
      const result = await verify(response);
      assert.equal(result.verified ? 'verified' : result.reason, 'malformed-response');
    });
  }
});
