import { blockContract, fixtures } from '../../../src/testing/index.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';

recordConsoleErrors();

blockContract('client:loading', {
  fixtures: fixtures['client:loading'],
  optional: ['heading', 'control'],
});
blockContract('client:error', {
  fixtures: fixtures['client:error'],
  primary: { action: { type: 'retry' } },
});
blockContract('client:expired', {
  fixtures: fixtures['client:expired'],
  primary: { action: { type: 'restart' } },
});
blockContract('client:unknown', {
  fixtures: fixtures['client:unknown'],
  primary: { action: { type: 'restart' } },
});
blockContract('client:no-passkey-support', {
  fixtures: fixtures['client:no-passkey-support'],
  primary: { action: { type: 'restart' } },
});
blockContract('client:developer-error', {
  fixtures: fixtures['client:developer-error'],
  optional: ['control'],
});
blockContract('client:leave-signup', { fixtures: fixtures['client:leave-signup'] });
