import { createHash, randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { createClient, type Client, type InArgs, type Row } from '@libsql/client';
import { hashPassword, isPassword } from './password-hash.js';

export interface Account {
  readonly id: number;
  readonly name: string;
  /** In lower case; also the person's identifier with Corbado. */
  readonly email: string;
}

export type PaymentFactor = 'passkey' | 'password';

export interface Payment {
  readonly confirmedBy: PaymentFactor;
  readonly paidAt: Date;
}

const SESSION_MS = 12 * 60 * 60_000;
/** Wrong passwords that an address has in this time. */
const TRIES = 10;
const TRIES_MS = 15 * 60_000;

const SCHEMA = `
  PRAGMA foreign_keys = ON;
  CREATE TABLE IF NOT EXISTS accounts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE, password TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS tries (email TEXT NOT NULL, made_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS sessions (
    token_hash TEXT PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts (id), expires_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS payments (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL REFERENCES accounts (id),
    confirmed_by TEXT NOT NULL, paid_at INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS used_tokens (jti TEXT PRIMARY KEY, expires_at INTEGER NOT NULL);
`;

/** Accounts with their passwords, sessions and payments, in SQLite. */
export class ShopDatabase {
  private constructor(
    private readonly client: Client,
    private readonly now: () => number,
  ) {}

  /** @param file path of the database file, made when missing, or `:memory:` */
  static async open(file: string, now: () => number = Date.now): Promise<ShopDatabase> {
    const url = file === ':memory:' ? file : pathToFileURL(file).href;
    const client = createClient({ url, concurrency: 1 });
    await client.executeMultiple(SCHEMA);
    return new ShopDatabase(client, now);
  }

  /** A new account; undefined when there is one with this email address. */
  async createAccount(name: string, email: string, password: string): Promise<Account | undefined> {
    const address = email.trim().toLowerCase();
    const stored = await hashPassword(password);
    return accountOf(
      await this.#row(
        'INSERT INTO accounts (name, email, password) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING *',
        [name.trim(), address, stored],
      ),
    );
  }

  async accountByEmail(email: string): Promise<Account | undefined> {
    return accountOf(await this.#row('SELECT * FROM accounts WHERE email = ?', [email.trim().toLowerCase()]));
  }

  /**
   * The account of somebody who knows the password. Takes as long for somebody unknown as for a wrong password; after ten
   * wrong ones, not even the right one counts for a quarter of an hour.
   */
  async accountByPassword(email: string, password: string): Promise<Account | undefined> {
    const address = email.trim().toLowerCase();
    const mayTry = await this.#countTry(address);
    const row = await this.#row('SELECT * FROM accounts WHERE email = ?', [address]);
    const isRight = await isPassword(password, row && text(row, 'password'));
    if (!mayTry || !isRight) return undefined;
    await this.client.execute({ sql: 'DELETE FROM tries WHERE email = ?', args: [address] });
    return accountOf(row);
  }

  /** Opens a session; the token is returned here only. */
  async openSession({ id }: Account): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.client.execute({ sql: 'DELETE FROM sessions WHERE expires_at <= ?', args: [this.now()] });
    await this.client.execute({
      sql: 'INSERT INTO sessions (token_hash, account_id, expires_at) VALUES (?, ?, ?)',
      args: [hashOf(token), id, this.now() + SESSION_MS],
    });
    return token;
  }

  async accountBySession(token: string): Promise<Account | undefined> {
    const sql = `SELECT accounts.* FROM accounts JOIN sessions ON account_id = accounts.id
      WHERE token_hash = ? AND expires_at > ?`;
    return accountOf(await this.#row(sql, [hashOf(token), this.now()]));
  }

  async endSession(token: string): Promise<void> {
    await this.client.execute({ sql: 'DELETE FROM sessions WHERE token_hash = ?', args: [hashOf(token)] });
  }

  async addPayment({ id }: Account, confirmedBy: PaymentFactor): Promise<void> {
    await this.client.execute({
      sql: 'INSERT INTO payments (account_id, confirmed_by, paid_at) VALUES (?, ?, ?)',
      args: [id, confirmedBy, this.now()],
    });
  }

  async lastPayment({ id }: Account): Promise<Payment | undefined> {
    const row = await this.#row('SELECT * FROM payments WHERE account_id = ? ORDER BY id DESC LIMIT 1', [id]);
    return (
      row && {
        confirmedBy: text(row, 'confirmed_by') as PaymentFactor,
        paidAt: new Date(Number(row['paid_at'])),
      }
    );
  }

  /**
   * Notes that a signed token was used; false when it was used before.
   * @param expiresAt unix seconds; it need not be remembered for longer
   */
  async isFirstUse(jti: string, expiresAt: number): Promise<boolean> {
    await this.client.execute({ sql: 'DELETE FROM used_tokens WHERE expires_at <= ?', args: [this.now()] });
    const { rowsAffected } = await this.client.execute({
      sql: 'INSERT INTO used_tokens (jti, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
      args: [jti, expiresAt * 1000],
    });
    return rowsAffected === 1;
  }

  /** Deletes everything. */
  async clear(): Promise<void> {
    await this.client.batch(
      ['used_tokens', 'payments', 'sessions', 'tries', 'accounts'].map((table) => `DELETE FROM ${table}`),
      'write',
    );
  }

  close(): void {
    this.client.close();
  }

  /** Counts before the password is looked at, so that many tries at the same time are no more than ten. */
  async #countTry(address: string): Promise<boolean> {
    const now = this.now();
    await this.client.execute({ sql: 'DELETE FROM tries WHERE made_at <= ?', args: [now - TRIES_MS] });
    const { rowsAffected } = await this.client.execute({
      sql: `INSERT INTO tries (email, made_at)
        SELECT ?, ? WHERE (SELECT COUNT(*) FROM tries WHERE email = ?) < ?`,
      args: [address, now, address, TRIES],
    });
    return rowsAffected === 1;
  }

  async #row(sql: string, args: InArgs): Promise<Row | undefined> {
    return (await this.client.execute({ sql, args })).rows[0];
  }
}

function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`${column} is no text`);
  return value;
}

function accountOf(row: Row | undefined): Account | undefined {
  return row && { id: Number(row['id']), name: text(row, 'name'), email: text(row, 'email') };
}

/** Who reads the database must not be able to go on with somebody's session. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
