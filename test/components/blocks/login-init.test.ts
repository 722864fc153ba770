import { blockContract, fixtures } from '../../../src/testing/index.js';
import { press } from '../../helpers/press.js';

blockContract('login-init', {
  fixtures: fixtures['login-init'],
  fieldError: 'fieldError',
  press,
  primary: {
    values: { identifier: 'ada@example.com' },
    action: { type: 'submit-identifier', identifier: 'ada@example.com', isPhone: false },
  },
});
