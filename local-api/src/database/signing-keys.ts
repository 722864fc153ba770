import type { JWK } from 'jose';
import type { Connection } from './database.js';
import { json } from './rows.js';

export interface SigningKey {
  privateJwk: JWK;
  publicJwk: JWK;
}

export class SigningKeys {
  constructor(
    readonly connection: Connection,
    readonly now: number,
  ) {}

  /** Newest first; the newest one signs, all of them verify. */
  async list(): Promise<SigningKey[]> {
    const rows = await this.connection.all('SELECT * FROM signing_keys ORDER BY created_at DESC, rowid DESC');
    return rows.map((row) => ({
      privateJwk: json(row, 'private_jwk') as JWK,
      publicJwk: json(row, 'public_jwk') as JWK,
    }));
  }

  async add(kid: string, key: SigningKey): Promise<void> {
    await this.connection.run(
      'INSERT INTO signing_keys (kid, private_jwk, public_jwk, created_at) VALUES (?, ?, ?, ?)',
      [kid, JSON.stringify(key.privateJwk), JSON.stringify(key.publicJwk), this.now],
    );
  }
}
