import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient, type Client, type InArgs, type Row } from '@libsql/client';
import { migrations } from './migrations.js';
import { integer } from './rows.js';

/** The statements of one unit of work. */
export interface Connection {
  all: (sql: string, args?: InArgs) => Promise<Row[]>;
  first: (sql: string, args?: InArgs) => Promise<Row | undefined>;
  /** Returns the number of rows changed. */
  run: (sql: string, args?: InArgs) => Promise<number>;
}

/**
 * One libSQL database. Units of work run one after the other, each in a write transaction: either all
 * of its writes are kept or none, and no other request sees a half-way state.
 */
export class Database {
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(readonly client: Client) {}

  /**
   * Opens the database and brings its schema up to date.
   * @param file path of the database file, created with its folder when missing, or `:memory:`
   */
  static async open(file: string): Promise<Database> {
    const inMemory = file === ':memory:';
    if (!inMemory) await mkdir(dirname(resolve(file)), { recursive: true });
    const url = inMemory ? file : pathToFileURL(resolve(file)).href;
    const client = createClient({ url, timeout: 5000, concurrency: 1 });
    await client.execute('PRAGMA foreign_keys = ON');
    if (!inMemory) await client.execute('PRAGMA journal_mode = WAL');
    const database = new Database(client);
    await database.#migrate();
    return database;
  }

  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const result = this.#queue.then(() => this.#run(work));
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    await this.#queue;
    this.client.close();
  }

  async #run<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const transaction = await this.client.transaction('write');
    const all = async (sql: string, args: InArgs = []) => (await transaction.execute({ sql, args })).rows;
    try {
      const result = await work({
        all,
        first: async (sql, args) => (await all(sql, args))[0],
        run: async (sql, args = []) => (await transaction.execute({ sql, args })).rowsAffected,
      });
      await transaction.commit();
      return result;
    } finally {
      transaction.close();
    }
  }

  async #migrate(): Promise<void> {
    await this.transaction(async ({ all, run }) => {
      await run(
        'CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL)',
      );
      const applied = new Set(
        (await all('SELECT version FROM migrations')).map((row) => integer(row, 'version')),
      );
      const latest = migrations.at(-1)?.version ?? 0;
      const newer = [...applied].find((version) => version > latest);
      if (newer !== undefined) {
        throw new Error(`The database was written by a newer version (schema ${newer}, known: ${latest}).`);
      }
      for (const { version, statements } of migrations) {
        if (applied.has(version)) continue;
        for (const statement of statements) await run(statement);
        await run('INSERT INTO migrations (version, applied_at) VALUES (?, ?)', [version, Date.now()]);
      }
    });
  }
}
