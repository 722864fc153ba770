import type { Connection } from './database.js';
import { bytes } from './rows.js';

export class SealedAnswers {
  constructor(
    readonly connection: Connection,
    readonly now: number,
  ) {}

  async add(processId: string, requestHash: string, sealed: Uint8Array, lifetimeMs: number): Promise<void> {
    await this.connection.run(
      'INSERT OR REPLACE INTO sealed_answers (process_id, request_hash, sealed, expires_at) VALUES (?, ?, ?, ?)',
      [processId, requestHash, sealed, this.now + lifetimeMs],
    );
  }

  async find(processId: string, requestHash: string): Promise<Uint8Array | undefined> {
    const row = await this.connection.first(
      'SELECT sealed FROM sealed_answers WHERE process_id = ? AND request_hash = ? AND expires_at > ?',
      [processId, requestHash, this.now],
    );
    return row && bytes(row, 'sealed');
  }

  async deleteExpired(): Promise<void> {
    await this.connection.run('DELETE FROM sealed_answers WHERE expires_at <= ?', [this.now]);
  }
}
