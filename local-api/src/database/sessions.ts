import type { Row } from '@libsql/client';
import { hashToken, newId, randomToken } from '../random.js';
import type { Connection } from './database.js';
import { integer, text } from './rows.js';

export interface Session {
  id: string;
  userId: string;
  /** The identifier the person signed in with. */
  identifier: string;
  expiresAt: number;
}

export class Sessions {
  constructor(
    readonly connection: Connection,
    readonly now: number,
  ) {}

  /** Opens a session; the refresh token is returned here only, the database keeps its hash. */
  async create(userId: string, identifier: string, lifetimeMs: number) {
    const refreshToken = randomToken();
    const session: Session = { id: newId('ses'), userId, identifier, expiresAt: this.now + lifetimeMs };
    await this.connection.run(
      `INSERT INTO sessions (id, user_id, refresh_token_hash, identifier, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [session.id, userId, hashToken(refreshToken), identifier, this.now, session.expiresAt],
    );
    return { refreshToken, session };
  }

  async findByRefreshToken(refreshToken: string): Promise<Session | undefined> {
    return this.#live('refresh_token_hash = ?', hashToken(refreshToken));
  }

  async find(id: string): Promise<Session | undefined> {
    return this.#live('id = ?', id);
  }

  async revoke(id: string): Promise<void> {
    await this.connection.run('UPDATE sessions SET revoked_at = ? WHERE id = ?', [this.now, id]);
  }

  async deleteExpired(): Promise<void> {
    await this.connection.run('DELETE FROM sessions WHERE expires_at <= ?', [this.now]);
  }

  async #live(condition: string, key: string): Promise<Session | undefined> {
    const row = await this.connection.first(
      `SELECT * FROM sessions WHERE ${condition} AND revoked_at IS NULL AND expires_at > ?`,
      [key, this.now],
    );
    return row && sessionOf(row);
  }
}

function sessionOf(row: Row): Session {
  return {
    id: text(row, 'id'),
    userId: text(row, 'user_id'),
    identifier: text(row, 'identifier'),
    expiresAt: integer(row, 'expires_at'),
  };
}
