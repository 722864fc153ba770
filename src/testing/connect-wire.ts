import type {
  ConnectAppendFinishRsp,
  ConnectAppendInitRsp,
  ConnectAppendStartRsp,
  ConnectLoginFinishRsp,
  ConnectLoginInitRsp,
  ConnectLoginStartRsp,
  ConnectManageInitRsp,
  ConnectManageListRsp,
  FallbackOperationError,
  Passkey,
  PasskeyOperation,
} from '../api/types.js';
import { creationOptions, requestOptions, sessionTokenOf } from './wire.js';

/** Seconds; what is answered here never expires while a test runs. */
const FAR_FUTURE = 4_102_444_800;

/** What the three `init` operations answer alike. */
export const connectInitRsp = {
  expiresAt: FAR_FUTURE,
  frontendApiUrl: 'https://pro-1.frontendapi.corbado.io',
  flags: { 'conditional-ui-allowed': 'true' },
} as const;

/** Answer of ConnectLoginInit. */
export const loginInitRspOf = (changes: Partial<ConnectLoginInitRsp> = {}): ConnectLoginInitRsp => ({
  ...connectInitRsp,
  token: 'cop-1',
  loginAllowed: true,
  ...changes,
});

/** Answer of ConnectLoginStart. */
export const loginStartRspOf = (changes: Partial<ConnectLoginStartRsp> = {}): ConnectLoginStartRsp => ({
  assertionOptions: requestOptions('MDEyMzQ1Njc4OTo7PD0-Pw'),
  isCDA: false,
  fallbackOperationError: { initFallback: false },
  ...changes,
});

export const passkeyOperationOf = (changes: Partial<PasskeyOperation> = {}): PasskeyOperation => ({
  operationType: 'verify',
  identifierValue: 'ada@example.com',
  identifierType: 'email',
  ceremonyType: 'local',
  ...changes,
});

/** Answer of ConnectLoginFinish; the token is one in form only. */
export const loginFinishRspOf = (changes: Partial<ConnectLoginFinishRsp> = {}): ConnectLoginFinishRsp => ({
  session: '',
  signedPasskeyData: sessionTokenOf({ webauthnId: 'd2ViYXV0aG4taWQ' }),
  passkeyOperation: passkeyOperationOf(),
  ...changes,
});

/** The answer that hands a login over: `code` and `message` are absent where the server is silent. */
export function loginRefusalOf(
  initFallback: boolean,
  error?: { readonly code: string; readonly message?: string },
  identifier?: string,
): ConnectLoginStartRsp {
  const fallback = { initFallback, ...(error && { error }), ...(identifier && { identifier }) };
  return { assertionOptions: '', isCDA: false, fallbackOperationError: fallback as FallbackOperationError };
}

/** Answer of ConnectAppendInit. */
export const appendInitRspOf = (changes: Partial<ConnectAppendInitRsp> = {}): ConnectAppendInitRsp => ({
  ...connectInitRsp,
  processID: 'cop-1',
  appendAllowed: true,
  ...changes,
});

/** Answer of ConnectAppendStart. */
export const appendStartRspOf = (changes: Partial<ConnectAppendStartRsp> = {}): ConnectAppendStartRsp => ({
  attestationOptions: creationOptions('MDEyMzQ1Njc4OTo7PD0-Pw'),
  variant: 'default',
  isRestrictedBrowser: false,
  autoAppend: false,
  conditionalAppend: false,
  expiresMs: FAR_FUTURE * 1000,
  ...changes,
});

/** Answer of ConnectAppendFinish. */
export const appendFinishRspOf = (changes: Partial<PasskeyOperation> = {}): ConnectAppendFinishRsp => ({
  passkeyOperation: passkeyOperationOf({ operationType: 'append', ...changes }),
});

/** Answer of ConnectManageInit. */
export const manageInitRspOf = (changes: Partial<ConnectManageInitRsp> = {}): ConnectManageInitRsp => ({
  ...connectInitRsp,
  processID: 'cop-1',
  manageAllowed: true,
  ...changes,
});

/** A passkey of a list: on this device, made on 31 January 2026, never used since. */
export const passkeyOf = (changes: Partial<Passkey> = {}): Passkey => ({
  id: 'cre-1',
  credentialID: 'AQID',
  attestationType: 'none',
  transport: ['internal'],
  backupEligible: true,
  backupState: true,
  authenticatorAAGUID: 'fbfc3007-154e-4ecc-8c0b-6e020557d7bd',
  sourceOS: 'macOS',
  sourceBrowser: 'Safari',
  lastUsed: '',
  lastUsedMs: 0,
  created: '2026-01-31T12:00:00',
  createdMs: Date.UTC(2026, 0, 31, 12),
  status: 'active',
  aaguidDetails: { name: 'iCloud Keychain', iconLight: '', iconDark: '' },
  tags: ['this-device'],
  ...changes,
});

/** Answer of ConnectManageList. */
export const manageListRspOf = (
  passkeys: readonly Passkey[],
  changes: Partial<ConnectManageListRsp> = {},
): ConnectManageListRsp => ({
  passkeys: [...passkeys],
  rpID: 'localhost',
  userID: passkeys.length > 0 ? 'dXNlci0x' : '',
  signalAllAcceptedCredentials: passkeys.length > 0,
  ...changes,
});
