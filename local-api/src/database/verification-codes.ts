import type { Row } from '@libsql/client';
import type { VerificationMethod } from '../contract.js';
import type { Connection } from './database.js';
import { integer, optionalInteger, text } from './rows.js';

/** What a code opens, and for whom; one for another purpose or identifier is of no use. */
export interface CodeBinding {
  processId: string;
  purpose: string;
  type: 'email' | 'phone';
  /** Normalised. */
  identifier: string;
  method: VerificationMethod;
}

export interface VerificationCode extends CodeBinding {
  id: number;
  salt: string;
  codeHash: string;
  /** Wrong entries so far. */
  tries: number;
  createdAt: number;
  expiresAt: number;
  usedAt?: number;
}

export interface NewVerificationCode extends CodeBinding {
  salt: string;
  codeHash: string;
  /** Hash of the single-purpose process id a link carries. */
  tempIdHash?: string;
  lifetimeMs: number;
}

const HOUR_MS = 3_600_000;

/** Codes and link tokens, as hashes. */
export class VerificationCodes {
  constructor(
    readonly connection: Connection,
    readonly now: number,
  ) {}

  async add(code: NewVerificationCode): Promise<void> {
    await this.connection.run(
      `INSERT INTO verification_codes (process_id, purpose, type, identifier, method, salt, code_hash,
         temp_id_hash, tries, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`,
      [
        code.processId,
        code.purpose,
        code.type,
        code.identifier,
        code.method,
        code.salt,
        code.codeHash,
        code.tempIdHash ?? null,
        this.now,
        this.now + code.lifetimeMs,
      ],
    );
  }

  /** Every code sent for this purpose, newest first, also used and expired ones. */
  async list({ processId, purpose, type, identifier, method }: CodeBinding): Promise<VerificationCode[]> {
    const rows = await this.connection.all(
      `SELECT * FROM verification_codes WHERE process_id = ? AND purpose = ? AND type = ? AND identifier = ?
         AND method = ? ORDER BY id DESC`,
      [processId, purpose, type, identifier, method],
    );
    return rows.map(codeOf);
  }

  async findByTempId(tempIdHash: string): Promise<VerificationCode | undefined> {
    const row = await this.connection.first('SELECT * FROM verification_codes WHERE temp_id_hash = ?', [
      tempIdHash,
    ]);
    return row && codeOf(row);
  }

  /** When the identifier was sent codes in the last hour, milliseconds, oldest first; whatever process asked. */
  async sentInLastHour(type: string, identifier: string): Promise<number[]> {
    const rows = await this.connection.all(
      `SELECT created_at FROM verification_codes WHERE type = ? AND identifier = ? AND created_at > ?
         ORDER BY created_at`,
      [type, identifier, this.now - HOUR_MS],
    );
    return rows.map((row) => integer(row, 'created_at'));
  }

  async countTry(id: number): Promise<void> {
    await this.connection.run('UPDATE verification_codes SET tries = tries + 1 WHERE id = ?', [id]);
  }

  /** One code was right: it and its siblings can be used no more. */
  async void(processId: string, identifier: string): Promise<void> {
    await this.connection.run(
      `UPDATE verification_codes SET used_at = ? WHERE process_id = ? AND identifier = ? AND used_at IS NULL`,
      [this.now, processId, identifier],
    );
  }

  /** What has expired still counts for an hour. */
  async deleteExpired(): Promise<void> {
    await this.connection.run('DELETE FROM verification_codes WHERE expires_at <= ? AND created_at <= ?', [
      this.now,
      this.now - HOUR_MS,
    ]);
  }
}

function codeOf(row: Row): VerificationCode {
  return {
    id: integer(row, 'id'),
    processId: text(row, 'process_id'),
    purpose: text(row, 'purpose'),
    type: text(row, 'type') as VerificationCode['type'],
    identifier: text(row, 'identifier'),
    method: text(row, 'method') as VerificationMethod,
    salt: text(row, 'salt'),
    codeHash: text(row, 'code_hash'),
    tries: integer(row, 'tries'),
    createdAt: integer(row, 'created_at'),
    expiresAt: integer(row, 'expires_at'),
    usedAt: optionalInteger(row, 'used_at'),
  };
}
