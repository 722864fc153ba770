import { expect } from '@open-wc/testing';
import type { ConnectAppendStartRsp } from '../../../src/api/types.js';
import { doneData, readOffer } from '../../../src/process/connect/append-decisions.js';
import { appendStartRspOf, passkeyOperationOf } from '../../../src/testing/connect-wire.js';

const NOW = 1_800_000_000_000;
const offerOf = (changes: Partial<ConnectAppendStartRsp> = {}) => readOffer(appendStartRspOf(changes), NOW);

describe('an answer of append/start', () => {
  it('offers nothing where its options are empty', () => {
    expect(offerOf({ attestationOptions: '' })).to.equal(undefined);
  });

  it('takes a variant that nobody knows for the default one', () => {
    expect(offerOf({ variant: 'hologram' as 'default' })?.variant).to.equal('default');
  });

  for (const variant of ['default', 'after-hybrid', 'after-error'] as const)
    it(`keeps the variant ${variant}`, () => expect(offerOf({ variant })?.variant).to.equal(variant));

  it('leaves a minute of its life for the prompt', () => {
    expect(offerOf({ expiresMs: NOW + 200_000 })?.freshMs).to.equal(140_000);
  });

  it('uses half of a life that is shorter than that', () => {
    expect(offerOf({ expiresMs: NOW + 40_000 })?.freshMs).to.equal(20_000);
  });

  it('is over at once when its life is', () => {
    expect(offerOf({ expiresMs: NOW - 1 })?.freshMs).to.equal(0);
  });

  it('reads a small number as a span', () => {
    expect(offerOf({ expiresMs: 120_000 })?.freshMs).to.equal(60_000);
  });

  for (const expiresMs of [undefined, null, 'soon', 0, NaN, -5])
    it(`lives as long as any challenge where it says ${String(expiresMs)}`, () =>
      expect(offerOf({ expiresMs: expiresMs as number })?.freshMs).to.equal(240_000));
});

describe('a new passkey', () => {
  it('names what keeps it', () => {
    const aaguidDetails = { name: 'Bitwarden', iconLight: 'data:image/png;base64,AA==', iconDark: '' };
    expect(doneData(passkeyOperationOf({ aaguidDetails }))).to.deep.equal({
      existed: false,
      authenticator: 'Bitwarden',
      icon: 'data:image/png;base64,AA==',
    });
  });

  it('names nothing where nothing is known', () => {
    expect(doneData(passkeyOperationOf())).to.deep.equal({ existed: false, authenticator: '' });
  });

  it('does not let a long name fill the screen', () => {
    const aaguidDetails = { name: 'x'.repeat(500), iconLight: '', iconDark: '' };
    expect(doneData(passkeyOperationOf({ aaguidDetails })).authenticator).to.have.lengthOf(64);
  });
});
