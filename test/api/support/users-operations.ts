import type { RetryClass } from '../../../src/api/retry-policy.js';
import * as users from '../../../src/api/users-api.js';
import { clientInformation, FINISH, passkey, TRY, type OperationRow } from './operation-row.js';

const generic = {
  httpStatusCode: 200,
  message: 'ok',
  requestData: { requestID: 'req-1', link: '' },
  runtime: 0.1,
};

function userRow(
  operationId: string,
  method: string,
  path: string,
  retry: RetryClass,
  call: OperationRow['call'],
  rest: Partial<OperationRow> = {},
): OperationRow {
  return {
    operationId,
    method,
    path: `/v2/me${path}`,
    headers: 'users',
    timeoutMs: TRY,
    retry,
    call,
    ...rest,
  };
}

export const usersOperations: readonly OperationRow[] = [
  userRow('CurrentUserGet', 'GET', '', 'safe', users.currentUserGet, {
    answer: {
      id: 'usr-1',
      fullName: 'Jo',
      identifiers: [{ id: 'ide-1', value: 'jo', type: 'username', status: 'primary' }],
      socialAccounts: [],
    },
  }),
  userRow(
    'CurrentUserUpdate',
    'PATCH',
    '',
    'repeatable',
    (client, options) => users.currentUserUpdate(client, { fullName: 'Jo' }, options),
    { body: { fullName: 'Jo' }, answer: generic },
  ),
  userRow('CurrentUserDelete', 'DELETE', '', 'never', users.currentUserDelete, { answer: generic }),
  userRow('CurrentUserPasskeyGet', 'GET', '/passkeys', 'safe', users.currentUserPasskeyGet, {
    answer: { passkeys: [passkey], paging: { page: 1, totalPages: 1, totalItems: 1 } },
  }),
  userRow(
    'CurrentUserPasskeyAppendStart',
    'POST',
    '/passkeys/append/start',
    'repeatable',
    (client, options) => users.currentUserPasskeyAppendStart(client, { clientInformation }, options),
    {
      body: { clientInformation },
      answer: { attestationOptions: '', appendNotAllowedReason: 'passkey_already_exists' },
    },
  ),
  userRow(
    'CurrentUserPasskeyAppendFinish',
    'POST',
    '/passkeys/append/finish',
    'never',
    (client, options) =>
      users.currentUserPasskeyAppendFinish(client, { attestationResponse: '{}', clientInformation }, options),
    { body: { attestationResponse: '{}', clientInformation }, timeoutMs: FINISH },
  ),
  userRow(
    'CurrentUserPasskeyDelete',
    'DELETE',
    '/passkeys/cre-1%2F2',
    'never',
    (client, options) => users.currentUserPasskeyDelete(client, 'cre-1/2', options),
    { answer: { id: 'cre-1/2' } },
  ),
  userRow('CurrentUserSessionRefresh', 'POST', '/refresh', 'never', users.currentUserSessionRefresh, {
    answer: { shortSession: 'jwt', sessionToken: 'jwt' },
  }),
  userRow('CurrentUserSessionLogout', 'POST', '/logout', 'repeatable', users.currentUserSessionLogout),
  userRow(
    'CurrentUserIdentifierCreate',
    'POST',
    '/identifier',
    'never',
    (client, options) =>
      users.currentUserIdentifierCreate(client, { identifierType: 'email', value: 'a@b.c' }, options),
    { body: { identifierType: 'email', value: 'a@b.c' }, answer: generic },
  ),
  userRow(
    'CurrentUserIdentifierDelete',
    'DELETE',
    '/identifier',
    'never',
    (client, options) => users.currentUserIdentifierDelete(client, { identifierID: 'ide-1' }, options),
    { body: { identifierID: 'ide-1' }, answer: generic },
  ),
  userRow(
    'CurrentUserIdentifierUpdate',
    'PATCH',
    '/identifier',
    'never',
    (client, options) =>
      users.currentUserIdentifierUpdate(
        client,
        { identifierID: 'ide-1', identifierType: 'username', value: 'jo' },
        options,
      ),
    { body: { identifierID: 'ide-1', identifierType: 'username', value: 'jo' }, answer: generic },
  ),
  userRow(
    'CurrentUserIdentifierVerifyStart',
    'POST',
    '/identifier/verify/start',
    'never',
    (client, options) =>
      users.currentUserIdentifierVerifyStart(client, { identifierID: 'ide-1', clientInformation }, options),
    { body: { identifierID: 'ide-1', clientInformation }, answer: generic },
  ),
  userRow(
    'CurrentUserIdentifierVerifyFinish',
    'POST',
    '/identifier/verify/finish',
    'never',
    (client, options) =>
      users.currentUserIdentifierVerifyFinish(client, { identifierID: 'ide-1', code: '123456' }, options),
    { body: { identifierID: 'ide-1', code: '123456' }, answer: generic, timeoutMs: FINISH },
  ),
];
