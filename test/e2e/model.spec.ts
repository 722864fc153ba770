import { authProcessModel } from './support/model/auth-process/model.js';
import { proveModel } from './support/model/prove.js';
import { test } from './support/fixtures.js';

test.describe('Whatever a person, the project and the network do, there is a way on', () => {
  proveModel(authProcessModel, 4);
});
