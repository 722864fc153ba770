import { authOperations } from './auth-operations.js';
import { configsOperations } from './configs-operations.js';
import { connectOperations } from './connect-operations.js';
import type { OperationRow } from './operation-row.js';
import { usersOperations } from './users-operations.js';

/** Every operation of the tags Auth, Configs, Users and CorbadoConnect, as it must look on the wire. */
export const operations: readonly OperationRow[] = [
  ...authOperations,
  ...configsOperations,
  ...usersOperations,
  ...connectOperations,
];
