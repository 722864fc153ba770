import type { Schemas } from '../contract.js';
import type { Connection } from './database.js';
import { integer, optionalText, text } from './rows.js';

export type AppendOptOut = 'after-hybrid' | 'after-error';

export interface ReportedEvent {
  processId: string;
  userId?: string;
  type: string;
  createdAt: number;
}

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

  /** The latest hundred, newest first. */
  async list(): Promise<ReportedEvent[]> {
    const rows = await this.connection.all('SELECT * FROM events ORDER BY id DESC LIMIT 100');
    return rows.map((row) => ({
      processId: text(row, 'process_id'),
      userId: optionalText(row, 'user_id'),
      type: text(row, 'type'),
      createdAt: integer(row, 'created_at'),
    }));
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
