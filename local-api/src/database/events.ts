import type { Schemas } from '../contract.js';
import type { Connection } from './database.js';

export type AppendOptOut = 'after-hybrid' | 'after-error';

/** Events reported by the page, and the lasting wishes they express. */
export class Events {
  constructor(
    readonly connection: Connection,
    readonly now: number,
  ) {}

  async add(processId: string, userId: string | undefined, type: Schemas['passkeyEventType']): Promise<void> {
    await this.connection.run(
      'INSERT INTO events (process_id, user_id, type, created_at) VALUES (?, ?, ?, ?)',
      [processId, userId ?? null, type, this.now],
    );
  }

  async optOut(userId: string, variant: AppendOptOut): Promise<void> {
    await this.connection.run('INSERT OR IGNORE INTO append_opt_outs (user_id, variant) VALUES (?, ?)', [
      userId,
      variant,
    ]);
  }

  async hasOptedOut(userId: string, variant: AppendOptOut): Promise<boolean> {
    const row = await this.connection.first(
      'SELECT 1 FROM append_opt_outs WHERE user_id = ? AND variant = ?',
      [userId, variant],
    );
    return row !== undefined;
  }
}
