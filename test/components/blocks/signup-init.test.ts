import { blockContract, fixtures } from '../../../src/testing/index.js';
import { press } from '../../helpers/press.js';

blockContract('signup-init', {
  fixtures: fixtures['signup-init'],
  fieldError: 'fieldErrors',
  press,
  primary: {
    values: { email: 'ada@example.com' },
    action: { type: 'submit-signup', identifiers: [{ type: 'email', identifier: 'ada@example.com' }] },
  },
});
