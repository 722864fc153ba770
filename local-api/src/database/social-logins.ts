import type { AuthType, SocialProvider } from '../contract.js';
import { hashToken } from '../random.js';
import type { Connection } from './database.js';
import { text } from './rows.js';

/** One way to a provider and back. */
export interface SocialLogin {
  processId: string;
  provider: SocialProvider;
  authType: AuthType;
  /** Page the person comes back to. */
  redirectUrl: string;
  /** RFC 7636 */
  codeVerifier: string;
}

/** How long a person may stay with the provider, milliseconds. */
const LIFETIME_MS = 600_000;

export class SocialLogins {
  constructor(
    readonly connection: Connection,
    readonly now: number,
  ) {}

  /** @param state OAuth `state`; the database keeps its hash */
  async add(state: string, login: SocialLogin): Promise<void> {
    await this.connection.run(
      `INSERT INTO social_logins (state_hash, process_id, provider, auth_type, redirect_url, code_verifier,
         expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        hashToken(state),
        login.processId,
        login.provider,
        login.authType,
        login.redirectUrl,
        login.codeVerifier,
        this.now + LIFETIME_MS,
      ],
    );
  }

  /** The live login of a `state`, which can be asked for once only. */
  async consume(state: string): Promise<SocialLogin | undefined> {
    const row = await this.connection.first(
      `UPDATE social_logins SET used_at = ? WHERE state_hash = ? AND used_at IS NULL AND expires_at > ?
         RETURNING *`,
      [this.now, hashToken(state), this.now],
    );
    return (
      row && {
        processId: text(row, 'process_id'),
        provider: text(row, 'provider') as SocialProvider,
        authType: text(row, 'auth_type') as AuthType,
        redirectUrl: text(row, 'redirect_url'),
        codeVerifier: text(row, 'code_verifier'),
      }
    );
  }

  /** Earlier ways to a provider lead nowhere any more. */
  async deleteOf(processId: string): Promise<void> {
    await this.connection.run('DELETE FROM social_logins WHERE process_id = ?', [processId]);
  }

  async deleteExpired(): Promise<void> {
    await this.connection.run('DELETE FROM social_logins WHERE expires_at <= ?', [this.now]);
  }
}
