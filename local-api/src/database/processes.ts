import type { Row } from '@libsql/client';
import type { ProcessState } from '../auth/process-state.js';
import { hashToken, newId, randomToken } from '../random.js';
import type { Connection } from './database.js';
import { integer, json, optionalInteger, text } from './rows.js';

export interface Process {
  id: string;
  /** Page origin that opened the process; pages of other origins cannot go on with it. */
  origin: string;
  state: ProcessState;
  /** Milliseconds. */
  expiresAt: number;
  completedAt?: number;
}

export class Processes {
  constructor(
    readonly connection: Connection,
    readonly now: number,
  ) {}

  /** Opens a process; the token is returned here only, the database keeps its hash. */
  async create(
    origin: string,
    state: ProcessState,
    lifetimeMs: number,
  ): Promise<{ token: string; process: Process }> {
    const token = randomToken();
    const process: Process = { id: newId('prc'), origin, state, expiresAt: this.now + lifetimeMs };
    await this.connection.run(
      'INSERT INTO processes (id, token_hash, origin, state, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
      [process.id, hashToken(token), origin, JSON.stringify(state), this.now, process.expiresAt],
    );
    return { token, process };
  }

  /** The process of a token unless it has expired. */
  async findByToken(token: string): Promise<Process | undefined> {
    const row = await this.connection.first(
      'SELECT * FROM processes WHERE token_hash = ? AND expires_at > ?',
      [hashToken(token), this.now],
    );
    return row && processOf(row);
  }

  /** The process of an id unless it has expired; for callers that prove their right in another way. */
  async find(id: string): Promise<Process | undefined> {
    const row = await this.connection.first('SELECT * FROM processes WHERE id = ? AND expires_at > ?', [
      id,
      this.now,
    ]);
    return row && processOf(row);
  }

  async save(process: Process): Promise<void> {
    await this.connection.run('UPDATE processes SET state = ?, completed_at = ? WHERE id = ?', [
      JSON.stringify(process.state),
      process.completedAt ?? null,
      process.id,
    ]);
  }

  async delete(id: string): Promise<void> {
    await this.connection.run('DELETE FROM processes WHERE id = ?', [id]);
  }

  async deleteExpired(): Promise<void> {
    await this.connection.run('DELETE FROM processes WHERE expires_at <= ?', [this.now]);
  }
}

function processOf(row: Row): Process {
  return {
    id: text(row, 'id'),
    origin: text(row, 'origin'),
    state: json(row, 'state') as ProcessState,
    expiresAt: integer(row, 'expires_at'),
    completedAt: optionalInteger(row, 'completed_at'),
  };
}
