import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { generateKeyPair } from 'jose';
import { Corbado } from '../../demo/shop/corbado.js';
import { Issuer, PROJECT_ID, type TokenQuirks } from './support/issuer.js';

let issuer: Issuer;
let corbado: Corbado;

before(async () => {
  issuer = await Issuer.start();
});
after(() => issuer.stop());

beforeEach(() => {
  const used = new Set<string>();
  const isFirstUse = async (jti: string) => !used.has(jti) && used.add(jti).has(jti);
  corbado = new Corbado(
    { projectId: PROJECT_ID, apiSecret: 'secret', backendApiUrl: issuer.url, frontendApiUrl: issuer.url },
    isFirstUse,
  );
});

const verify = async (quirks: TokenQuirks) => corbado.verifySignedPasskeyData(await issuer.sign(quirks));

describe('signed passkey data', () => {
  it('tells the identifier of the person', async () => {
    assert.equal(await verify({}), 'ada@example.com');
  });

  it('counts while two clocks differ by a few seconds', async () => {
    assert.equal(await verify({ notBefore: 5 }), 'ada@example.com');
    assert.equal(await verify({ expiresIn: -5 }), 'ada@example.com');
  });

  for (const [what, quirks] of [
    ['has expired', { expiresIn: -60 }],
    ['counts later', { notBefore: 60 }],
    ['comes from another project', { issuer: 'pro-2' }],
    ['is a session token of the same keys', { issuer: 'https://pro-1.frontendapi.corbado.io' }],
    ['is meant for another audience', { audience: 'https://elsewhere.example' }],
    ['names nobody', { without: ['username'] }],
    ['names no text', { claims: { username: ['ada@example.com'] } }],
    ['tells of no passkey', { without: ['credential'] }],
    ['has no id to be used once', { without: ['jti'] }],
    ['never expires', { without: ['exp'] }],
    ['has no beginning', { without: ['nbf'] }],
  ] satisfies [string, TokenQuirks][]) {
    it(`is refused when it ${what}`, async () => {
      assert.equal(await verify(quirks), undefined);
    });
  }

  it('is refused when another key has signed it under the name of the right one', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    assert.equal(await verify({ key: privateKey }), undefined);
  });

  it('is refused when the public key was taken for a shared secret', async () => {
    const key = new TextEncoder().encode(JSON.stringify(issuer.publicJwk));
    assert.equal(await verify({ key, algorithm: 'HS256' }), undefined);
  });

  it('is refused without a signature, and when it was changed', async () => {
    const [, payload = '', signature = ''] = (await issuer.sign()).split('.');
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${encoded({ alg: 'none', typ: 'JWT' })}.${payload}.`;
    assert.equal(await corbado.verifySignedPasskeyData(unsigned), undefined);
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const changed = encoded({ ...claims, username: 'grace@example.com' });
    const header = encoded({ alg: 'RS256', kid: 'key-1', typ: 'JWT' });
    assert.equal(await corbado.verifySignedPasskeyData(`${header}.${changed}.${signature}`), undefined);
  });

  for (const text of ['', 'undefined', 'a.b.c', '{}'])
    it(`is refused when it is “${text}”`, async () => {
      assert.equal(await corbado.verifySignedPasskeyData(text), undefined);
    });

  it('counts once, also when it arrives twice at the same time', async () => {
    const data = await issuer.sign();
    const answers = await Promise.all([1, 2, 3].map(() => corbado.verifySignedPasskeyData(data)));
    assert.equal(answers.filter((answer) => answer === 'ada@example.com').length, 1);
    assert.equal(await corbado.verifySignedPasskeyData(data), undefined);
  });

  it('is not used up by a refusal', async () => {
    const jti = 'the-same';
    assert.equal(await verify({ claims: { jti }, issuer: 'pro-2' }), undefined);
    assert.equal(await verify({ claims: { jti } }), 'ada@example.com');
  });
});
