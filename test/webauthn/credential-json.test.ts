import { expect } from '@open-wc/testing';
import { serializeCredential } from '../../src/webauthn/credential-json.js';
import { fakeCredential } from '../support/fake-webauthn.js';

const json = async (credential: unknown) =>
  JSON.parse((await serializeCredential(credential))?.responseJSON ?? 'null');

describe('serializeCredential', () => {
  it('encodes an assertion', async () => {
    expect(await json(fakeCredential())).to.deep.equal({
      id: 'AQID',
      rawId: 'AQID',
      type: 'public-key',
      authenticatorAttachment: 'platform',
      clientExtensionResults: {},
      response: { clientDataJSON: 'e30', authenticatorData: 'BA', signature: 'BQ', userHandle: 'Bg' },
    });
  });

  it('encodes an attestation with what its methods tell', async () => {
    const response = {
      clientDataJSON: new TextEncoder().encode('{}').buffer,
      attestationObject: new Uint8Array([7]).buffer,
      getTransports: () => ['internal', 'telepathy'],
      getPublicKeyAlgorithm: () => -257,
      getPublicKey: () => null,
      getAuthenticatorData: () => new Uint8Array([4]).buffer,
    };
    expect((await json(fakeCredential({ response }))).response).to.deep.equal({
      clientDataJSON: 'e30',
      attestationObject: 'Bw',
      transports: ['internal', 'telepathy'],
      publicKeyAlgorithm: -257,
      authenticatorData: 'BA',
    });
  });

  it('encodes the bytes in extension results, whatever their type', async () => {
    const results = { first: new Uint8Array([1, 2, 3]).buffer, second: new Uint8Array([9, 4]).subarray(1) };
    const credential = fakeCredential({
      getClientExtensionResults: () => ({ prf: { enabled: true, results } }),
    });
    expect((await json(credential)).clientExtensionResults).to.deep.equal({
      prf: { enabled: true, results: { first: 'AQID', second: 'BA' } },
    });
  });

  it('prefers toJSON of the browser', async () => {
    const native = { id: 'AQID', response: { clientDataJSON: 'e30' }, future: 'member' };
    expect(await json(fakeCredential({ toJSON: () => native }))).to.deep.equal(native);
  });

  it('encodes an imitation on which toJSON throws', async () => {
    const toJSON = () => {
      throw new TypeError('Illegal invocation');
    };
    expect((await json(fakeCredential({ toJSON }))).response.signature).to.equal('BQ');
  });

  it('tells the attachment of the authenticator', async () => {
    expect((await serializeCredential(fakeCredential()))?.authenticatorAttachment).to.equal('platform');
  });

  it('leaves the attachment out when the browser does not know it', async () => {
    expect(await serializeCredential(fakeCredential({ authenticatorAttachment: null }))).to.have.all.keys(
      'responseJSON',
    );
  });

  const notCredentials: [title: string, value: unknown][] = [
    ['null', null],
    ['undefined', undefined],
    ['a string', 'credential'],
    ['an empty object', {}],
    [
      'one without getClientExtensionResults',
      fakeCredential({
        getClientExtensionResults: undefined,
        toJSON: () => ({ id: 'AQID', response: { clientDataJSON: 'e30' } }),
      }),
    ],
    ['one without a response', fakeCredential({ response: undefined })],
    ['one without clientDataJSON', fakeCredential({ response: {} })],
    ['one without an id', fakeCredential({ id: '' })],
    [
      'one whose results throw',
      fakeCredential({
        getClientExtensionResults: () => {
          throw new Error('patched');
        },
      }),
    ],
  ];
  for (const [title, value] of notCredentials) {
    it(`takes ${title} for no credential`, async () => {
      expect(await serializeCredential(value)).to.equal(undefined);
    });
  }
});
