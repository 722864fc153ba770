import { blockContract, fixtures } from '../../../src/testing/index.js';

blockContract('passkey-appended', {
  fixtures: fixtures['passkey-appended'],
  primary: { action: { type: 'continue' } },
});
