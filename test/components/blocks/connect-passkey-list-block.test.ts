import { blockContract, fixtures } from '../../../src/testing/index.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';

recordConsoleErrors();

blockContract('client:passkey-list', {
  fixtures: fixtures['client:passkey-list'],
  // Nothing can be pressed where there is nothing to delete and nothing may be added.
  optional: ['control'],
  primary: { action: { type: 'add-passkey' }, fixture: 'empty' },
});
