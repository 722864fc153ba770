import { blockContract, fixtures } from '../../../src/testing/index.js';
import { pressKey } from '../../helpers/keys.js';

blockContract('signup-init', {
  fixtures: fixtures['signup-init'],
  fieldError: 'fieldErrors',
  press: pressKey,
  primary: {
    values: { email: 'ada@example.com' },
    action: { type: 'submit-signup', identifiers: [{ type: 'email', identifier: 'ada@example.com' }] },
  },
});
