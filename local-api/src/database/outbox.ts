import type { Connection } from './database.js';
import { integer, optionalText, text } from './rows.js';

export interface Message {
  kind: 'email' | 'text-message';
  to: string;
  /** Empty for text messages. */
  subject: string;
  text: string;
  code?: string;
  link?: string;
}

export interface SentMessage extends Message {
  id: number;
  createdMs: number;
}

const KEPT = 500;

/** Mails and text messages nobody delivers: they are read on this machine. */
export class Outbox {
  constructor(
    readonly connection: Connection,
    readonly now: number,
  ) {}

  async add({ kind, to, subject, text: body, code, link }: Message): Promise<void> {
    await this.connection.run(
      `INSERT INTO outbox (kind, recipient, subject, text, code, link, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [kind, to, subject, body, code ?? null, link ?? null, this.now],
    );
    await this.connection.run(
      'DELETE FROM outbox WHERE id NOT IN (SELECT id FROM outbox ORDER BY id DESC LIMIT ?)',
      [KEPT],
    );
  }

  /** Newest first; only those to one address or number where one is given. */
  async list(to?: string): Promise<SentMessage[]> {
    const rows = await this.connection.all(
      'SELECT * FROM outbox WHERE ? IS NULL OR recipient = ? ORDER BY id DESC',
      [to ?? null, to ?? null],
    );
    return rows.map((row) => ({
      id: integer(row, 'id'),
      kind: text(row, 'kind') as Message['kind'],
      to: text(row, 'recipient'),
      subject: text(row, 'subject'),
      text: text(row, 'text'),
      code: optionalText(row, 'code'),
      link: optionalText(row, 'link'),
      createdMs: integer(row, 'created_at'),
    }));
  }

  async clear(): Promise<void> {
    await this.connection.run('DELETE FROM outbox');
  }
}
