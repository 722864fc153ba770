import type { Row } from '@libsql/client';
import type { ProcessState } from '../auth/process-state.js';
import { hashToken, newId, randomToken } from '../random.js';
import type { Connection } from './database.js';
import { integer, json, optionalInteger, text } from './rows.js';

/** A process of one product is of no use to the other. */
type ProcessKind = 'auth' | 'connect';

export interface Process<State = ProcessState> {
  id: string;
  /** Page origin that opened the process; pages of other origins cannot go on with it. */
  origin: string;
  state: State;
  /** Milliseconds. */
  expiresAt: number;
  completedAt?: number;
}

export class Processes<State = ProcessState> {
  constructor(
    readonly connection: Connection,
    readonly now: number,
    readonly kind: ProcessKind,
  ) {}

  /** Opens a process; the token is returned here only, the database keeps its hash. */
  async create(
    origin: string,
    state: State,
    lifetimeMs: number,
  ): Promise<{ token: string; process: Process<State> }> {
    const token = randomToken();
    const process: Process<State> = { id: newId('prc'), origin, state, expiresAt: this.now + lifetimeMs };
    await this.connection.run(
      `INSERT INTO processes (id, token_hash, kind, origin, state, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [process.id, hashToken(token), this.kind, origin, JSON.stringify(state), this.now, process.expiresAt],
    );
    return { token, process };
  }

  /** The process of a token unless it has expired. */
  async findByToken(token: string): Promise<Process<State> | undefined> {
    return this.#live('token_hash = ?', hashToken(token));
  }

  /** The process of an id unless it has expired; for callers that prove their right in another way. */
  async find(id: string): Promise<Process<State> | undefined> {
    return this.#live('id = ?', id);
  }

  async save(process: Process<State>): Promise<void> {
    await this.connection.run(
      'UPDATE processes SET state = ?, completed_at = ?, expires_at = ? WHERE id = ?',
      [JSON.stringify(process.state), process.completedAt ?? null, process.expiresAt, process.id],
    );
  }

  async delete(id: string): Promise<void> {
    await this.connection.run('DELETE FROM processes WHERE id = ?', [id]);
  }

  async deleteExpired(): Promise<void> {
    await this.connection.run('DELETE FROM processes WHERE expires_at <= ?', [this.now]);
  }

  async #live(condition: string, key: string): Promise<Process<State> | undefined> {
    const row = await this.connection.first(
      `SELECT * FROM processes WHERE ${condition} AND kind = ? AND expires_at > ?`,
      [key, this.kind, this.now],
    );
    return row && processOf<State>(row);
  }
}

function processOf<State>(row: Row): Process<State> {
  return {
    id: text(row, 'id'),
    origin: text(row, 'origin'),
    state: json(row, 'state') as State,
    expiresAt: integer(row, 'expires_at'),
    completedAt: optionalInteger(row, 'completed_at'),
  };
}
