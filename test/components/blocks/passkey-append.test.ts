import { blockContract, fixtures } from '../../../src/testing/index.js';

blockContract('passkey-append', {
  fixtures: fixtures['passkey-append'],
  primary: { action: { type: 'create-passkey' } },
});
