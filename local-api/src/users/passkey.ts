import type { Schemas } from '../contract.js';
import type { Credential } from '../database/credentials.js';
import { authenticatorDetailsOrGeneric } from '../webauthn/authenticators.js';

/** A passkey as lists show it. */
export function passkey(credential: Credential, tags: string[] = []): Schemas['passkey'] {
  return {
    id: credential.id,
    credentialID: credential.credentialId,
    attestationType: credential.attestationFormat,
    transport: credential.transports.filter(isKnownTransport),
    backupEligible: credential.backupEligible,
    backupState: credential.backupState,
    authenticatorAAGUID: credential.aaguid,
    sourceOS: credential.sourceOs,
    sourceBrowser: credential.sourceBrowser,
    lastUsed: dateTime(credential.lastUsedAt),
    created: dateTime(credential.createdAt),
    status: 'active',
    aaguidDetails: authenticatorDetailsOrGeneric(credential.aaguid),
    createdMs: credential.createdAt,
    lastUsedMs: credential.lastUsedAt,
    tags,
  };
}

type Transport = Schemas['passkey']['transport'][number];

const TRANSPORTS: readonly Transport[] = ['usb', 'nfc', 'ble', 'internal', 'hybrid', 'smart-card'];

/** The list's schema names six transports; others stay in the database for `allowCredentials`. */
function isKnownTransport(transport: string): transport is Transport {
  return TRANSPORTS.some((known) => known === transport);
}

/** `yyyy-MM-dd'T'HH:mm:ss`, as the contract has it. */
function dateTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19);
}
