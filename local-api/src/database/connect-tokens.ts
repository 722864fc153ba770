import { hashToken, newId, randomToken } from '../random.js';
import type { Connection } from './database.js';
import { json } from './rows.js';

/** What a connect token permits (Backend API, `tokenType`). */
export const connectTokenTypes = [
  'passkey-append',
  'passkey-delete',
  'passkey-list',
  'passkey-login',
] as const;

export type ConnectTokenType = (typeof connectTokenTypes)[number];

/** Whom a site's back end vouches for. */
export interface ConnectTokenSubject {
  /** As the site's back end wrote it. */
  identifier: string;
  displayName: string;
  /** Handed to the page by `ConnectAppendStart`, for the site's own use. */
  customData?: Record<string, string>;
}

/** Connect tokens, as hashes. */
export class ConnectTokens {
  constructor(
    readonly connection: Connection,
    readonly now: number,
  ) {}

  /** Makes a token; the secret is returned here only. */
  async create(type: ConnectTokenType, subject: ConnectTokenSubject, lifetimeMs: number) {
    const token = {
      id: newId('ctk'),
      secret: `ctk1_${randomToken()}`,
      /** Milliseconds. */
      expiresAt: this.now + lifetimeMs,
    };
    await this.connection.run(
      'INSERT INTO connect_tokens (id, secret_hash, type, subject, expires_at) VALUES (?, ?, ?, ?, ?)',
      [token.id, hashToken(token.secret), type, JSON.stringify(subject), token.expiresAt],
    );
    return token;
  }

  /** Whom a live token of this type speaks for; it can be asked for once only. */
  async consume(secret: string, type: ConnectTokenType): Promise<ConnectTokenSubject | undefined> {
    const row = await this.connection.first(
      `UPDATE connect_tokens SET used_at = ? WHERE secret_hash = ? AND type = ? AND used_at IS NULL
         AND expires_at > ? RETURNING subject`,
      [this.now, hashToken(secret), type, this.now],
    );
    return row && (json(row, 'subject') as ConnectTokenSubject);
  }

  async deleteExpired(): Promise<void> {
    await this.connection.run('DELETE FROM connect_tokens WHERE expires_at <= ?', [this.now]);
  }
}
