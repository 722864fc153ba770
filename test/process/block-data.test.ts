import { expect } from '@open-wc/testing';
import {
  readLoginInit,
  readPasskeyAppend,
  readPasskeyVerify,
  readSignupInit,
} from '../../src/process/block-data.js';
import { requestError, text, type Fields } from '../../src/process/fields.js';
import { mutationsOf, ODD_VALUES } from './support/odd-values.js';

const requestErrorFields = { code: 'identifier_invalid_format', message: 'no' };

const socialData = {
  providers: ['google', 'github'],
  status: 'started',
  oauthUrl: 'https://accounts.google.com/',
  error: requestErrorFields,
};

const READERS: readonly {
  readonly block: string;
  readonly read: (fields: Fields) => object;
  readonly fields: object;
}[] = [
  {
    block: 'signup-init',
    read: readSignupInit,
    fields: {
      identifiers: [{ type: 'email', identifier: 'ada@example.com', error: requestErrorFields }],
      fullName: { fullName: 'Ada', error: requestErrorFields },
      socialData,
      error: requestErrorFields,
    },
  },
  {
    block: 'login-init',
    read: readLoginInit,
    fields: {
      conditionalUIChallenge: '{}',
      identifierValue: 'ada@example.com',
      isPhone: true,
      isPhoneAvailable: true,
      isEmailAvailable: true,
      isUsernameAvailable: true,
      socialData,
      fieldError: requestErrorFields,
      error: requestErrorFields,
    },
  },
  {
    block: 'passkey-append',
    read: readPasskeyAppend,
    fields: {
      challenge: '{}',
      identifierValue: 'ada@example.com',
      identifierType: 'phone',
      autoSubmit: true,
      passkeyIconSet: 'apple',
      variant: 'after-hybrid',
    },
  },
  {
    block: 'passkey-verify',
    read: readPasskeyVerify,
    fields: { challenge: '{}', identifierValue: 'ada@example.com', loginHint: 'cda' },
  },
];

describe('reading the data of a block', () => {
  for (const { block, read, fields } of READERS) {
    it(`takes over every field of ${block} that is right`, () => {
      expect(read(fields as Fields)).to.deep.equal(fields);
    });

    it(`makes the same shape of ${block} whatever the server sends`, () => {
      const required = Object.keys(read({}));
      for (const mutation of mutationsOf(fields)) {
        const data = read(mutation);
        expect(Object.keys(data)).to.include.members(required);
        for (const [name, value] of Object.entries(data)) {
          const wanted = typeof (fields as Fields)[name];
          expect(typeof value, `${block}.${name}`).to.equal(wanted);
        }
      }
    });
  }

  it('leaves out identifiers of a type nobody knows', () => {
    const identifiers = [null, 'email', { type: 'fax', identifier: '1' }, { type: 'username' }];
    expect(readSignupInit({ identifiers }).identifiers).to.deep.equal([{ type: 'username', identifier: '' }]);
  });

  it('asks for each type of identifier once', () => {
    const identifiers = Array.from({ length: 10_000 }, (_, index) => ({
      type: index % 2 ? 'email' : 'phone',
      identifier: String(index),
    }));
    expect(readSignupInit({ identifiers }).identifiers).to.deep.equal([
      { type: 'phone', identifier: '0' },
      { type: 'email', identifier: '1' },
    ]);
  });

  it('keeps the order of the identifiers', () => {
    const identifiers = ['username', 'phone', 'email'].map((type) => ({ type, identifier: '' }));
    expect(readSignupInit({ identifiers }).identifiers.map(({ type }) => type)).to.deep.equal([
      'username',
      'phone',
      'email',
    ]);
  });

  it('replaces enumeration values it does not know by the default', () => {
    const data = readPasskeyAppend({
      variant: 'constructor',
      passkeyIconSet: 'plan9',
      identifierType: 'fax',
    });
    expect(data).to.include({ variant: 'default', passkeyIconSet: 'default', identifierType: 'email' });
  });

  it('takes no login hint but the one the contract knows', () => {
    expect(readPasskeyVerify({ loginHint: 'toString' })).not.to.have.property('loginHint');
  });

  it('cuts text that is too long to be meant', () => {
    expect(text('x'.repeat(1_000_000))).to.have.length(1024);
  });

  it('never cuts a challenge', () => {
    const challenge = 'x'.repeat(5_000);
    expect(readPasskeyVerify({ challenge }).challenge).to.equal(challenge);
    expect(readPasskeyAppend({ challenge }).challenge).to.equal(challenge);
    expect(readLoginInit({ conditionalUIChallenge: challenge }).conditionalUIChallenge).to.equal(challenge);
  });

  it('knows an error by its code alone', () => {
    expect(requestError({ code: 'any' })).to.deep.equal({ code: 'any', message: '' });
    for (const odd of ODD_VALUES.filter((value) => (value as { code?: unknown } | null)?.code !== 'toString'))
      expect(requestError(odd)).to.equal(undefined);
  });

  it('reaches no prototype', () => {
    for (const { read, fields } of READERS) for (const mutation of mutationsOf(fields)) read(mutation);
    expect(Object.prototype).not.to.have.property('polluted');
  });
});
