import type { Row } from '@libsql/client';
import type { SocialProvider } from '../contract.js';
import type { Connection } from './database.js';
import { text } from './rows.js';

/** What a provider says about a person. */
export interface SocialProfile {
  provider: SocialProvider;
  /** The provider's own, lasting name for the account. */
  subject: string;
  email: string;
  fullName: string;
}

/** Accounts at providers, linked to users here. */
export class SocialAccounts {
  constructor(
    readonly connection: Connection,
    readonly now: number,
  ) {}

  async link(userId: string, { provider, subject, email, fullName }: SocialProfile): Promise<void> {
    await this.connection.run(
      `INSERT INTO social_accounts (provider, subject, user_id, email, full_name, created_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [provider, subject, userId, email, fullName, this.now],
    );
  }

  async findUserId(provider: SocialProvider, subject: string): Promise<string | undefined> {
    const row = await this.connection.first(
      'SELECT user_id FROM social_accounts WHERE provider = ? AND subject = ?',
      [provider, subject],
    );
    return row && text(row, 'user_id');
  }

  async listOfUser(userId: string): Promise<SocialProfile[]> {
    const rows = await this.connection.all(
      'SELECT * FROM social_accounts WHERE user_id = ? ORDER BY created_at, rowid',
      [userId],
    );
    return rows.map(profileOf);
  }
}

function profileOf(row: Row): SocialProfile {
  return {
    provider: text(row, 'provider') as SocialProvider,
    subject: text(row, 'subject'),
    email: text(row, 'email'),
    fullName: text(row, 'full_name'),
  };
}
