import { connectModel } from './support/model/connect/model.js';
import { proveModel } from './support/model/prove.js';
import { test } from './support/fixtures.js';

test.describe('Whatever a person, the project and the network do to Connect, there is a way on', () => {
  proveModel(connectModel, 3);
});
