import type { ApiClient, CallOptions } from '../../../src/api/api-client.js';
import type { HeaderGroup } from '../../../src/api/request-headers.js';
import type { RetryClass } from '../../../src/api/retry-policy.js';
import type { AaguidDetails, ClientInformation, Passkey } from '../../../src/api/types.js';

export interface OperationRow {
  readonly operationId: string;
  readonly method: string;
  /** As sent, path parameters filled in. */
  readonly path: string;
  readonly headers: HeaderGroup;
  readonly retry: RetryClass;
  /** Milliseconds one try may take. */
  readonly timeoutMs: number;
  readonly body?: object;
  /** An answer as the contract has it; absent where the answer is empty. */
  readonly answer?: object;
  readonly call: (client: ApiClient, options?: CallOptions) => Promise<unknown>;
}

export const TRY = 10_000;
export const FINISH = 15_000;

export const clientInformation: ClientInformation = { isNative: false };
export const aaguidDetails: AaguidDetails = { name: 'Keychain', iconLight: '', iconDark: '' };
export const passkey: Passkey = {
  id: 'cre-1',
  credentialID: 'AQID',
  attestationType: 'none',
  transport: ['internal'],
  backupEligible: true,
  backupState: true,
  authenticatorAAGUID: '00000000-0000-0000-0000-000000000000',
  sourceOS: 'macOS',
  sourceBrowser: 'Safari',
  lastUsed: '2026-01-31T12:00:00',
  created: '2026-01-31T12:00:00',
  status: 'active',
  aaguidDetails,
  createdMs: 1,
  lastUsedMs: 2,
  tags: [],
};
