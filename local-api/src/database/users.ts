import type { LoginIdentifier, LoginIdentifierType } from '../contract.js';
import { newId } from '../random.js';
import type { Connection } from './database.js';
import { integer, optionalText, text } from './rows.js';

export interface User {
  id: string;
  /** WebAuthn `user.id`: 32 random bytes, base64url. */
  userHandle: string;
  fullName: string;
  createdAt: number;
  identifiers: UserIdentifier[];
  /** Set for people of a site that has its own accounts (Connect); they have no `identifiers` here. */
  connectIdentifier?: string;
}

export interface UserIdentifier {
  id: string;
  type: LoginIdentifierType;
  value: string;
  status: 'pending' | 'verified';
}

export interface NewUser {
  userHandle: string;
  fullName: string;
  /** Normalised values. */
  identifiers: readonly LoginIdentifier[];
  /** Types whose identifier is proved to be the person's. */
  verified: readonly LoginIdentifierType[];
  /** Normalised. */
  connectIdentifier?: string;
}

export class Users {
  constructor(
    readonly connection: Connection,
    readonly now: number,
  ) {}

  async create(user: NewUser): Promise<User> {
    const id = newId('usr');
    await this.connection.run(
      'INSERT INTO users (id, user_handle, full_name, connect_identifier, created_at) VALUES (?, ?, ?, ?, ?)',
      [id, user.userHandle, user.fullName, user.connectIdentifier ?? null, this.now],
    );
    for (const { type, identifier } of user.identifiers) {
      await this.connection.run(
        `INSERT INTO identifiers (id, user_id, type, value, status, created_at) VALUES (?, ?, ?, ?, ?, ?)`,
        [newId('ide'), id, type, identifier, user.verified.includes(type) ? 'verified' : 'pending', this.now],
      );
    }
    const created = await this.find(id);
    if (!created) throw new Error(`User ${id} was not stored.`);
    return created;
  }

  async find(id: string): Promise<User | undefined> {
    const row = await this.connection.first('SELECT * FROM users WHERE id = ?', [id]);
    if (!row) return undefined;
    const identifiers = await this.connection.all(
      'SELECT * FROM identifiers WHERE user_id = ? ORDER BY created_at, rowid',
      [id],
    );
    return {
      id,
      userHandle: text(row, 'user_handle'),
      fullName: text(row, 'full_name'),
      createdAt: integer(row, 'created_at'),
      identifiers: identifiers.map((identifier) => ({
        id: text(identifier, 'id'),
        type: text(identifier, 'type') as LoginIdentifierType,
        value: text(identifier, 'value'),
        status: text(identifier, 'status') as UserIdentifier['status'],
      })),
      connectIdentifier: optionalText(row, 'connect_identifier'),
    };
  }

  /** @param value normalised */
  async findByIdentifier(type: LoginIdentifierType, value: string): Promise<User | undefined> {
    const row = await this.connection.first('SELECT user_id FROM identifiers WHERE type = ? AND value = ?', [
      type,
      value,
    ]);
    return row && this.find(text(row, 'user_id'));
  }

  /** @param identifier normalised */
  async findByConnectIdentifier(identifier: string): Promise<User | undefined> {
    const row = await this.connection.first('SELECT id FROM users WHERE connect_identifier = ?', [
      identifier,
    ]);
    return row && this.find(text(row, 'id'));
  }

  /** @param value normalised */
  async markVerified(userId: string, type: LoginIdentifierType, value: string): Promise<void> {
    await this.connection.run(
      `UPDATE identifiers SET status = 'verified' WHERE user_id = ? AND type = ? AND value = ?`,
      [userId, type, value],
    );
  }

  /** Puts another value in place of an identifier nobody has proved yet. */
  async replacePending(userId: string, type: LoginIdentifierType, value: string): Promise<void> {
    await this.connection.run(
      `UPDATE identifiers SET value = ? WHERE user_id = ? AND type = ? AND status = 'pending'`,
      [value, userId, type],
    );
  }

  async list(): Promise<User[]> {
    const rows = await this.connection.all('SELECT id FROM users ORDER BY created_at, rowid');
    const users = await Promise.all(rows.map((row) => this.find(text(row, 'id'))));
    return users.filter((user) => user !== undefined);
  }

  /** Removes a user with identifiers, passkeys and sessions. Returns whether there was one. */
  async delete(id: string): Promise<boolean> {
    return (await this.connection.run('DELETE FROM users WHERE id = ?', [id])) > 0;
  }
}
