import * as auth from '../../../src/api/auth-api.js';
import type { RetryClass } from '../../../src/api/retry-policy.js';
import type { ProcessResponse } from '../../../src/api/types.js';
import { clientInformation, FINISH, TRY, type OperationRow } from './operation-row.js';

export const processResponse: ProcessResponse = {
  blockBody: {
    block: 'login-init',
    authType: 'login',
    data: {
      blockType: 'generalBlockLoginInit',
      identifierValue: '',
      isPhone: false,
      isPhoneAvailable: false,
      isEmailAvailable: true,
      isUsernameAvailable: false,
      socialData: { providers: [], status: 'initial' },
    },
    alternatives: [],
  },
  common: { appName: 'Shop', frontendApiUrl: '', hideBadge: false, environment: 'dev' },
};

const identifiers = { identifiers: [{ type: 'email', identifier: 'jo@example.com' }] } as const;
const signed = { signedChallenge: '{}' };
const code = { code: '123456', identifierType: 'email', verificationType: 'email-otp' } as const;

function authRow(
  operationId: string,
  path: string,
  retry: RetryClass,
  call: OperationRow['call'],
  rest: Partial<OperationRow> = {},
): OperationRow {
  const defaults = { method: 'POST', headers: 'auth', timeoutMs: TRY, answer: processResponse } as const;
  return { ...defaults, operationId, path: `/v2/auth/${path}`, retry, call, ...rest };
}

export const authOperations: readonly OperationRow[] = [
  authRow(
    'ProcessInit',
    'process/init',
    'repeatable',
    (client, options) => auth.processInit(client, { clientInformation }, options),
    {
      body: { clientInformation },
      answer: { token: 't', expiresAt: 1, newClientEnvHandle: 'h', processResponse },
    },
  ),
  authRow('ProcessGet', 'process', 'safe', (client, options) => auth.processGet(client, {}, options), {
    method: 'GET',
  }),
  authRow('ProcessComplete', 'process/complete', 'never', auth.processComplete),
  authRow('ProcessReset', 'process/reset', 'never', auth.processReset, {
    answer: { ...processResponse, newProcess: { token: 't', expiresAt: 1 } },
  }),
  authRow(
    'SignupInit',
    'signup/init',
    'never',
    (client, options) => auth.signupInit(client, { identifiers: [...identifiers.identifiers] }, options),
    { body: identifiers },
  ),
  authRow(
    'LoginInit',
    'login/init',
    'repeatable',
    (client, options) => auth.loginInit(client, { identifierValue: 'jo', isPhone: false }, options),
    { body: { identifierValue: 'jo', isPhone: false } },
  ),
  authRow('BlockSkip', 'block/skip', 'never', auth.blockSkip),
  authRow(
    'PasskeyAppendStart',
    'passkey/append/start',
    'repeatable',
    (client, options) => auth.passkeyAppendStart(client, { clientInformation }, options),
    { body: { clientInformation } },
  ),
  authRow(
    'PasskeyAppendFinish',
    'passkey/append/finish',
    'never',
    (client, options) => auth.passkeyAppendFinish(client, signed, options),
    { body: signed, timeoutMs: FINISH },
  ),
  authRow(
    'PasskeyLoginStart',
    'passkey/login/start',
    'repeatable',
    (client, options) => auth.passkeyLoginStart(client, {}, options),
    { body: {} },
  ),
  authRow(
    'PasskeyLoginFinish',
    'passkey/login/finish',
    'never',
    (client, options) => auth.passkeyLoginFinish(client, signed, options),
    { body: signed, timeoutMs: FINISH },
  ),
  authRow(
    'PasskeyMediationFinish',
    'passkey/mediation/finish',
    'never',
    (client, options) => auth.passkeyMediationFinish(client, signed, options),
    { body: signed, timeoutMs: FINISH },
  ),
  authRow(
    'IdentifierVerifyStart',
    'identifier/verify/start',
    'never',
    (client, options) =>
      auth.identifierVerifyStart(client, { identifierType: 'email', verificationType: 'email-otp' }, options),
    { body: { identifierType: 'email', verificationType: 'email-otp' } },
  ),
  authRow(
    'IdentifierVerifyFinish',
    'identifier/verify/finish',
    'never',
    (client, options) => auth.identifierVerifyFinish(client, code, options),
    { body: code, timeoutMs: FINISH },
  ),
  authRow('IdentifierVerifyStatus', 'identifier/verify/status', 'safe', auth.identifierVerifyStatus, {
    method: 'GET',
  }),
  authRow(
    'IdentifierUpdate',
    'identifier/update',
    'repeatable',
    (client, options) => auth.identifierUpdate(client, { identifierType: 'email', value: 'a@b.c' }, options),
    { body: { identifierType: 'email', value: 'a@b.c' } },
  ),
  authRow(
    'SocialVerifyStart',
    'social/verify/start',
    'repeatable',
    (client, options) =>
      auth.socialVerifyStart(
        client,
        { providerType: 'google', redirectUrl: 'https://shop.example/login', authType: 'login' },
        options,
      ),
    { body: { providerType: 'google', redirectUrl: 'https://shop.example/login', authType: 'login' } },
  ),
  authRow(
    'SocialVerifyCallback',
    'social/verify/callback',
    'never',
    (client, options) => auth.socialVerifyCallback(client, { state: 's' }, options),
    { method: 'GET', headers: 'project', answer: undefined },
  ),
  authRow(
    'SocialVerifyFinish',
    'social/verify/finish',
    'never',
    (client, options) => auth.socialVerifyFinish(client, {}, options),
    { body: {}, timeoutMs: FINISH },
  ),
  authRow(
    'EventCreate',
    'events',
    'never',
    (client, options) => auth.eventCreate(client, { eventType: 'login-error' }, options),
    { body: { eventType: 'login-error' }, answer: undefined },
  ),
];
