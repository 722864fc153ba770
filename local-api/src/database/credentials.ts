import type { Row } from '@libsql/client';
import { newId } from '../random.js';
import type { Connection } from './database.js';
import { bytes, integer, json, text } from './rows.js';

export interface Credential {
  /** Id of the entry, `cre-…`; not the WebAuthn id. */
  id: string;
  /** WebAuthn credential id, base64url. */
  credentialId: string;
  userId: string;
  rpId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  transports: string[];
  aaguid: string;
  attestationFormat: string;
  backupEligible: boolean;
  backupState: boolean;
  sourceOs: string;
  sourceBrowser: string;
  createdAt: number;
  lastUsedAt: number;
}

export type NewCredential = Omit<Credential, 'id' | 'createdAt' | 'lastUsedAt'>;

export class Credentials {
  constructor(
    readonly connection: Connection,
    readonly now: number,
  ) {}

  async create(credential: NewCredential): Promise<Credential> {
    const created = { ...credential, id: newId('cre'), createdAt: this.now, lastUsedAt: this.now };
    await this.connection.run(
      `INSERT INTO credentials (id, credential_id, user_id, rp_id, public_key, counter, transports, aaguid,
         attestation_format, backup_eligible, backup_state, source_os, source_browser, created_at, last_used_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        created.id,
        created.credentialId,
        created.userId,
        created.rpId,
        created.publicKey,
        created.counter,
        JSON.stringify(created.transports),
        created.aaguid,
        created.attestationFormat,
        created.backupEligible,
        created.backupState,
        created.sourceOs,
        created.sourceBrowser,
        created.createdAt,
        created.lastUsedAt,
      ],
    );
    return created;
  }

  /** @param credentialId WebAuthn id, base64url */
  async findByCredentialId(credentialId: string): Promise<Credential | undefined> {
    const row = await this.connection.first('SELECT * FROM credentials WHERE credential_id = ?', [
      credentialId,
    ]);
    return row && credentialOf(row);
  }

  async listOfUser(userId: string): Promise<Credential[]> {
    const rows = await this.connection.all(
      'SELECT * FROM credentials WHERE user_id = ? ORDER BY created_at, rowid',
      [userId],
    );
    return rows.map(credentialOf);
  }

  /** Only the passkeys a ceremony for this relying party can use. */
  async listUsable(userId: string, rpId: string): Promise<Credential[]> {
    return (await this.listOfUser(userId)).filter((credential) => credential.rpId === rpId);
  }

  async recordUse(id: string, use: { counter: number; backupState: boolean; counterRegressed: boolean }) {
    await this.connection.run(
      `UPDATE credentials SET counter = ?, backup_state = ?, last_used_at = ?,
         counter_regressed_at = CASE WHEN ? THEN ? ELSE counter_regressed_at END WHERE id = ?`,
      [use.counter, use.backupState, this.now, use.counterRegressed, this.now, id],
    );
  }

  /** Remembers that a passkey was used on the device behind a client environment handle. */
  async recordDevice(id: string, clientEnvHandle: string): Promise<void> {
    await this.connection.run(
      'INSERT OR IGNORE INTO credential_devices (credential_id, client_env_handle) VALUES (?, ?)',
      [id, clientEnvHandle],
    );
  }

  /** Ids of the passkeys that were used on the device behind a client environment handle. */
  async listOnDevice(userId: string, clientEnvHandle: string): Promise<string[]> {
    const rows = await this.connection.all(
      `SELECT id FROM credential_devices JOIN credentials ON credentials.id = credential_devices.credential_id
         WHERE credentials.user_id = ? AND client_env_handle = ?`,
      [userId, clientEnvHandle],
    );
    return rows.map((row) => text(row, 'id'));
  }

  /** Removes a passkey of this user. Returns whether there was one. */
  async delete(id: string, userId: string): Promise<boolean> {
    return (
      (await this.connection.run('DELETE FROM credentials WHERE id = ? AND user_id = ?', [id, userId])) > 0
    );
  }
}

function credentialOf(row: Row): Credential {
  return {
    id: text(row, 'id'),
    credentialId: text(row, 'credential_id'),
    userId: text(row, 'user_id'),
    rpId: text(row, 'rp_id'),
    publicKey: bytes(row, 'public_key'),
    counter: integer(row, 'counter'),
    transports: json(row, 'transports') as string[],
    aaguid: text(row, 'aaguid'),
    attestationFormat: text(row, 'attestation_format'),
    backupEligible: integer(row, 'backup_eligible') === 1,
    backupState: integer(row, 'backup_state') === 1,
    sourceOs: text(row, 'source_os'),
    sourceBrowser: text(row, 'source_browser'),
    createdAt: integer(row, 'created_at'),
    lastUsedAt: integer(row, 'last_used_at'),
  };
}
