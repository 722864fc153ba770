import type { Row } from '@libsql/client';
import type { Connection } from './database.js';
import { integer, optionalInteger, optionalText, text } from './rows.js';

export type AppendOptOut = 'after-hybrid' | 'after-error';

/**
 * Where an event came in: `/v2/auth/events`, `/v2/connect/events` or `/v2/connect/eventsLow`. What this API decided about
 * a page with Connect stands beside them.
 */
export type EventKind = 'auth' | 'connect' | 'connect-low' | 'connect-decision';

export interface NewEvent {
  kind: EventKind;
  processId: string;
  userId?: string;
  type: string;
  message?: string;
  challenge?: string;
  /** The page's own time and duration, milliseconds. */
  reportedAt?: number;
  durationMs?: number;
}

export interface ReportedEvent extends NewEvent {
  createdAt: number;
}

/** Events, most of them reported by a page, and the lasting wishes they express. */
export class Events {
  constructor(
    readonly connection: Connection,
    readonly now: number,
  ) {}

  async add(event: NewEvent): Promise<void> {
    await this.connection.run(
      `INSERT INTO events (kind, process_id, user_id, type, message, challenge, reported_at, duration_ms, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        event.kind,
        event.processId,
        event.userId ?? null,
        event.type,
        event.message ?? null,
        event.challenge ?? null,
        event.reportedAt ?? null,
        event.durationMs ?? null,
        this.now,
      ],
    );
  }

  /** The latest hundred, newest first. */
  async list(kind?: string): Promise<ReportedEvent[]> {
    const rows = await this.connection.all(
      'SELECT * FROM events WHERE ? IS NULL OR kind = ? ORDER BY id DESC LIMIT 100',
      [kind ?? null, kind ?? null],
    );
    return rows.map(eventOf);
  }

  /** When an event of this type came last from somebody, milliseconds. */
  async lastAt(userId: string, type: string): Promise<number | undefined> {
    const row = await this.connection.first(
      'SELECT created_at FROM events WHERE user_id = ? AND type = ? ORDER BY id DESC LIMIT 1',
      [userId, type],
    );
    return row && integer(row, 'created_at');
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

function eventOf(row: Row): ReportedEvent {
  return {
    kind: text(row, 'kind') as EventKind,
    processId: text(row, 'process_id'),
    userId: optionalText(row, 'user_id'),
    type: text(row, 'type'),
    message: optionalText(row, 'message'),
    challenge: optionalText(row, 'challenge'),
    reportedAt: optionalInteger(row, 'reported_at'),
    durationMs: optionalInteger(row, 'duration_ms'),
    createdAt: integer(row, 'created_at'),
  };
}
