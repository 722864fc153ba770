import { expect } from '@open-wc/testing';
import { parseCreationOptions, parseRequestOptions } from '../../src/webauthn/ceremony-options.js';
import { creationOptions, FakeWebAuthn, requestOptions } from '../support/fake-webauthn.js';
import { hasWebAuthn } from '../support/virtual-authenticator.js';

const bytes = (source: BufferSource | undefined) => {
  if (!source) return undefined;
  const view = ArrayBuffer.isView(source) ? source : new Uint8Array(source);
  return [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)];
};

/** The parsers must not differ: the browser's own, and ours for browsers without one. */
function withEachParser(specification: () => void): void {
  if (hasWebAuthn) describe('by the parser of the browser', specification);
  describe('in a browser without a parser', () => {
    const fake = new FakeWebAuthn();
    before(() => fake.install());
    after(() => fake.restore());
    specification();
  });
}

describe('parseRequestOptions', () => {
  withEachParser(() => {
    it('decodes the challenge', () => {
      expect(bytes(parseRequestOptions(requestOptions({ challenge: '-_8' }))?.challenge)).to.deep.equal([
        0xfb, 0xff,
      ]);
    });

    it('decodes the ids of allowed credentials and keeps unknown transports', () => {
      const allowCredentials = [{ type: 'public-key', id: 'AQID', transports: ['usb', 'telepathy'] }];
      const [credential] = parseRequestOptions(requestOptions({ allowCredentials }))?.allowCredentials ?? [];
      expect([bytes(credential?.id), credential?.transports]).to.deep.equal([
        [1, 2, 3],
        ['usb', 'telepathy'],
      ]);
    });

    it('keeps rpId, timeout and user verification', () => {
      const parsed = parseRequestOptions(requestOptions({ userVerification: 'required' }));
      expect([parsed?.rpId, parsed?.timeout, parsed?.userVerification]).to.deep.equal([
        'localhost',
        300_000,
        'required',
      ]);
    });

    it('decodes the inputs of the prf extension', () => {
      const extensions = { prf: { eval: { first: 'AQID', second: 'BA' } } };
      const prf = parseRequestOptions(requestOptions({ extensions }))?.extensions?.prf;
      expect([bytes(prf?.eval?.first), bytes(prf?.eval?.second)]).to.deep.equal([[1, 2, 3], [4]]);
    });

    it('decodes the inputs of the prf extension by credential', () => {
      const extensions = { prf: { evalByCredential: { AQID: { first: 'BA' } } } };
      const prf = parseRequestOptions(requestOptions({ extensions }))?.extensions?.prf;
      expect(bytes(prf?.evalByCredential?.AQID?.first)).to.deep.equal([4]);
    });

    const unusable: [title: string, options: string][] = [
      ['an empty string', ''],
      ['no JSON', '{publicKey'],
      ['null', 'null'],
      ['a number', '7'],
      ['an object without publicKey', '{}'],
      ['publicKey null', '{"publicKey":null}'],
      ['publicKey a string', '{"publicKey":"AQID"}'],
      ['no challenge', '{"publicKey":{"rpId":"localhost"}}'],
      ['a challenge in plain base64', requestOptions({ challenge: '+/8' })],
      ['a challenge of impossible length', requestOptions({ challenge: 'AAAAA' })],
      ['a challenge with white space', requestOptions({ challenge: 'AA AA' })],
      ['allowed credentials that are no list', requestOptions({ allowCredentials: 7 })],
      [
        'an allowed credential with a bad id',
        requestOptions({ allowCredentials: [{ type: 'public-key', id: '?' }] }),
      ],
    ];
    for (const [title, options] of unusable) {
      it(`refuses ${title}`, () => {
        expect(parseRequestOptions(options)).to.equal(undefined);
      });
    }
  });
});

describe('parseCreationOptions', () => {
  withEachParser(() => {
    it('decodes user id, challenge and excluded credentials', () => {
      const excludeCredentials = [{ type: 'public-key', id: 'AQID' }];
      const parsed = parseCreationOptions(creationOptions({ excludeCredentials }));
      expect([
        bytes(parsed?.user.id),
        bytes(parsed?.challenge),
        bytes(parsed?.excludeCredentials?.[0]?.id),
      ]).to.deep.equal([[...new TextEncoder().encode('user-1')], [0, 1, 2, 3], [1, 2, 3]]);
    });

    it('keeps what the server asks of the authenticator', () => {
      const authenticatorSelection = { residentKey: 'required', userVerification: 'preferred' };
      const parsed = parseCreationOptions(creationOptions({ authenticatorSelection, attestation: 'none' }));
      expect(parsed?.authenticatorSelection).to.include(authenticatorSelection);
    });

    it('decodes the inputs of the prf extension', () => {
      const parsed = parseCreationOptions(
        creationOptions({ extensions: { prf: { eval: { first: 'AQID' } } } }),
      );
      expect(bytes(parsed?.extensions?.prf?.eval?.first)).to.deep.equal([1, 2, 3]);
    });

    const unusable: [title: string, options: string][] = [
      ['no user', creationOptions({ user: undefined })],
      ['no relying party', creationOptions({ rp: undefined })],
      ['no algorithms', creationOptions({ pubKeyCredParams: undefined })],
      ['a user id that is no base64url', creationOptions({ user: { id: 'ä', name: 'a', displayName: 'a' } })],
      ['request options', requestOptions()],
    ];
    for (const [title, options] of unusable) {
      it(`refuses ${title}`, () => {
        expect(parseCreationOptions(options)).to.equal(undefined);
      });
    }
  });
});

describe('our own parser', () => {
  const fake = new FakeWebAuthn();
  before(() => fake.install());
  after(() => fake.restore());

  it('refuses padding, which the contract does not have', () => {
    expect(parseRequestOptions(requestOptions({ challenge: 'AA==' }))).to.equal(undefined);
  });

  it('passes members and extensions it does not know', () => {
    const extensions = { cmtgKey: { purpose: 'AQID' } };
    const parsed = parseRequestOptions(requestOptions({ extensions, hints: ['hybrid'], future: 1 }));
    expect(parsed).to.deep.include({ extensions, hints: ['hybrid'], future: 1 });
  });
});

if (hasWebAuthn) {
  describe('the parser of the browser', () => {
    it('keeps hints, where the browser knows them', () => {
      const parsed = parseRequestOptions(requestOptions({ hints: ['hybrid', 'telepathy'] })) as {
        hints?: string[];
      };
      expect(parsed.hints ?? ['hybrid', 'telepathy']).to.deep.equal(['hybrid', 'telepathy']);
    });
  });
}
