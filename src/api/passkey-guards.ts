import { listOf, optional, shape } from './shape-guards.js';
import type { AaguidDetails, Passkey, PasskeyOperation } from './types.js';

const isAaguidDetails = shape<AaguidDetails>({
  name: 'string',
  iconLight: 'string?',
  iconDark: 'string?',
});

export const isPasskey = shape<Passkey>({
  id: 'string',
  credentialID: 'string',
  sourceOS: 'string?',
  sourceBrowser: 'string?',
  transport: optional(listOf((value) => typeof value === 'string')),
  aaguidDetails: optional(isAaguidDetails),
  createdMs: 'number?',
  lastUsedMs: 'number?',
});

export const isPasskeyOperation = shape<PasskeyOperation>({
  operationType: 'string',
  identifierValue: 'string',
  identifierType: 'string',
  ceremonyType: 'string',
  aaguidDetails: optional(isAaguidDetails),
});
