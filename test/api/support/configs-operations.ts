import * as configs from '../../../src/api/configs-api.js';
import { TRY, type OperationRow } from './operation-row.js';

export const configsOperations: readonly OperationRow[] = [
  {
    operationId: 'GetProcessConfig',
    method: 'GET',
    path: '/v2/process-config',
    headers: 'process-config',
    retry: 'safe',
    timeoutMs: TRY,
    answer: { useServerSideProcessId: false, frontendApiUrl: '' },
    call: configs.getProcessConfig,
  },
  {
    operationId: 'GetSessionConfig',
    method: 'GET',
    path: '/v2/session-config',
    headers: 'project',
    retry: 'safe',
    timeoutMs: TRY,
    answer: {
      useSessionManagement: true,
      sessionTokenCookieConfig: {
        domain: '',
        secure: true,
        sameSite: 'lax',
        path: '/',
        lifetimeSeconds: 300,
      },
    },
    call: configs.getSessionConfig,
  },
  {
    operationId: 'GetUserDetailsConfig',
    method: 'GET',
    path: '/v2/user-details-config',
    headers: 'project',
    retry: 'safe',
    timeoutMs: TRY,
    answer: { fullNameRequired: false, identifiers: [{ type: 'email' }] },
    call: configs.getUserDetailsConfig,
  },
];
