import { blockContract, fixtures } from '../../../src/testing/index.js';

blockContract('passkey-verify', {
  fixtures: { ...fixtures['passkey-verify'], default: fixtures['passkey-verify'].ready },
  primary: { action: { type: 'use-passkey' } },
});
