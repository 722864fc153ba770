import type { Passkey } from '../../api/types.js';

/** What a list says of one passkey. */
export interface PasskeyRow {
  /** `cre-…`. */
  readonly id: string;
  /** base64url. */
  readonly credentialId: string;
  /** Of what keeps it, `''` when unknown. */
  readonly name: string;
  /** Its mark, a data URI. */
  readonly icon: string;
  readonly browser: string;
  readonly os: string;
  /** Kept by more than one device. */
  readonly isSynced: boolean;
  /** Usable on other devices by a QR code. */
  readonly isHybrid: boolean;
  /** Made or used on this device. */
  readonly isHere: boolean;
  /** Unix milliseconds; absent when unknown. */
  readonly createdMs?: number;
  /** Unix milliseconds; absent when it was never used, or nobody knows. */
  readonly lastUsedMs?: number;
}

const NAME_LENGTH = 64;
/** Tag of a passkey that the asking device made or used. */
const HERE = 'this-device';

/** Reads a passkey of the list; what is missing or odd is empty. */
export function passkeyRow(passkey: Passkey): PasskeyRow {
  const { id, credentialID, aaguidDetails, sourceBrowser, sourceOS, transport, tags } = passkey;
  const createdMs = moment(passkey.createdMs, passkey.created);
  const lastUsedMs = moment(passkey.lastUsedMs, passkey.lastUsed);
  return {
    id,
    credentialId: credentialID,
    name: short(aaguidDetails?.name),
    icon: aaguidDetails?.iconLight ?? '',
    browser: short(sourceBrowser),
    os: short(sourceOS),
    isSynced: passkey.backupState === true,
    isHybrid: Array.isArray(transport) && transport.includes('hybrid'),
    isHere: Array.isArray(tags) && tags.includes(HERE),
    ...(createdMs !== undefined && { createdMs }),
    ...(lastUsedMs !== undefined && { lastUsedMs }),
  };
}

function short(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, NAME_LENGTH) : '';
}

/** The text has no zone (`2024-01-31T12:00:00`): it is the server's, UTC. */
function moment(ms: unknown, text: unknown): number | undefined {
  const value = typeof ms === 'number' && ms > 0 ? ms : Date.parse(`${short(text)}Z`);
  return Number.isFinite(value) && value > 0 ? value : undefined;
}
