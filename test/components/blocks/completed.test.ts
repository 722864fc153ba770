import { blockContract, fixtures } from '../../../src/testing/index.js';
import { recordConsoleErrors } from '../../helpers/record-console-errors.js';

recordConsoleErrors();

blockContract('completed', { fixtures: fixtures.completed, optional: ['control'] });
