import { expect } from '@open-wc/testing';
import type { Passkey } from '../../src/api/types.js';
import { passkeyRow } from '../../src/process/passkeys/passkey-row.js';

const rowOf = (changes: object = {}) =>
  passkeyRow({ id: 'cre-1', credentialID: 'AQID', ...changes } as unknown as Passkey);

describe('a passkey of the list', () => {
  it('is synced, on this device and usable elsewhere where the server says so', () => {
    expect(rowOf({ backupState: true, tags: ['this-device'], transport: ['internal', 'hybrid'] })).to.include(
      {
        isSynced: true,
        isHere: true,
        isHybrid: true,
      },
    );
  });

  it('is none of that where nothing is said', () => {
    expect(rowOf()).to.deep.equal({
      id: 'cre-1',
      credentialId: 'AQID',
      name: '',
      icon: '',
      browser: '',
      os: '',
      isSynced: false,
      isHybrid: false,
      isHere: false,
    });
  });

  it('has its times from the milliseconds', () => {
    expect(rowOf({ createdMs: 1_700_000_000_000, created: '2001-01-01T00:00:00' }).createdMs).to.equal(
      1_700_000_000_000,
    );
  });

  it('has them from the text, which is UTC, where there are none', () => {
    expect(rowOf({ created: '2024-01-31T12:00:00' }).createdMs).to.equal(Date.UTC(2024, 0, 31, 12));
  });

  for (const lastUsed of ['', 'yesterday', null, 7, '0001-01-01T00:00:00'])
    it(`was never used where the text is ${JSON.stringify(lastUsed)}`, () =>
      expect(rowOf({ lastUsed, lastUsedMs: 0 })).to.not.have.property('lastUsedMs'));

  it('does not let a long name fill the list', () => {
    expect(rowOf({ aaguidDetails: { name: 'x'.repeat(500) } }).name).to.have.lengthOf(64);
  });
});
