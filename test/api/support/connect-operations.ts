import type { ApiClient, CallOptions } from '../../../src/api/api-client.js';
import * as connect from '../../../src/api/connect-api.js';
import type { RetryClass } from '../../../src/api/retry-policy.js';
import type { PasskeyOperation } from '../../../src/api/types.js';
import {
  aaguidDetails,
  clientInformation,
  FINISH,
  passkey,
  TRY,
  type OperationRow,
} from './operation-row.js';

const passkeyOperation: PasskeyOperation = {
  operationType: 'verify',
  identifierValue: 'jo@example.com',
  identifierType: 'email',
  ceremonyType: 'local',
  aaguidDetails,
};
const initAnswer = { expiresAt: 1, frontendApiUrl: '', flags: {} };
const connectInit = { clientInformation, flags: {} };

function connectRow<B extends object, T>(
  operationId: string,
  path: string,
  retry: RetryClass,
  call: (client: ApiClient, body: B, options?: CallOptions) => Promise<T>,
  body: B,
  answer: (T & object) | undefined,
  timeoutMs = TRY,
): OperationRow {
  return {
    operationId,
    method: 'POST',
    path: `/v2/connect/${path}`,
    headers: 'connect',
    retry,
    timeoutMs,
    body,
    answer,
    call: (client, options) => call(client, body, options),
  };
}

export const connectOperations: readonly OperationRow[] = [
  connectRow('ConnectLoginInit', 'login/init', 'repeatable', connect.connectLoginInit, connectInit, {
    ...initAnswer,
    token: 't',
    loginAllowed: true,
  }),
  connectRow(
    'ConnectLoginStart',
    'login/start',
    'repeatable',
    connect.connectLoginStart,
    { identifier: 'jo', source: 'text-field', loadedMs: 1 },
    { assertionOptions: '', isCDA: false, fallbackOperationError: { initFallback: true, identifier: 'jo' } },
  ),
  connectRow(
    'ConnectLoginFinish',
    'login/finish',
    'never',
    connect.connectLoginFinish,
    { isConditionalUI: false, assertionResponse: '{}' },
    { session: '', signedPasskeyData: 'jwt', passkeyOperation },
    FINISH,
  ),
  connectRow('ConnectAppendInit', 'append/init', 'repeatable', connect.connectAppendInit, connectInit, {
    ...initAnswer,
    processID: 'p',
    appendAllowed: true,
  }),
  connectRow(
    'ConnectAppendStart',
    'append/start',
    'never',
    connect.connectAppendStart,
    { appendTokenValue: 'cnt-1', loadedMs: 1 },
    {
      attestationOptions: '',
      variant: 'default',
      isRestrictedBrowser: false,
      autoAppend: false,
      conditionalAppend: false,
      expiresMs: 1,
      customData: { shop: 'x' },
    },
  ),
  connectRow(
    'ConnectAppendFinish',
    'append/finish',
    'never',
    connect.connectAppendFinish,
    { attestationResponse: '{}', completionType: 'manual' },
    { passkeyOperation },
    FINISH,
  ),
  connectRow('ConnectManageInit', 'manage/init', 'repeatable', connect.connectManageInit, connectInit, {
    ...initAnswer,
    processID: 'p',
    manageAllowed: true,
  }),
  connectRow(
    'ConnectManageList',
    'manage/list',
    'never',
    connect.connectManageList,
    { connectToken: 'cnt-1' },
    { passkeys: [passkey], rpID: 'shop.example', userID: 'dQ', signalAllAcceptedCredentials: true },
  ),
  connectRow(
    'ConnectManageDelete',
    'manage/delete',
    'never',
    connect.connectManageDelete,
    { connectToken: 'cnt-1', credentialID: 'cre-1' },
    { credentialID: 'cre-1' },
  ),
  connectRow(
    'ConnectEventCreate',
    'events',
    'never',
    connect.connectEventCreate,
    { eventType: 'login-error' },
    undefined,
  ),
  connectRow(
    'ConnectEventLowCreate',
    'eventsLow',
    'never',
    connect.connectEventLowCreate,
    { items: [{ eventType: 'li-ready', timestamp: 1 }] },
    undefined,
  ),
  connectRow(
    'ConnectProcessClear',
    'process/clear',
    'repeatable',
    connect.connectProcessClear,
    { processId: 'p' },
    { processId: 'p' },
  ),
];
