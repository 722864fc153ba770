import { randomToken } from '../random.js';
import type { Connection } from './database.js';
import { json, optionalText, text } from './rows.js';

/** `conditional` is an assertion without a named user; the other assertions and creations name one. */
export type ChallengePurpose = 'create' | 'get' | 'conditional';

export interface Challenge {
  /** 32 random bytes, base64url. */
  challenge: string;
  rpId: string;
  /** User handle the ceremony is for; absent for `conditional`. */
  userHandle?: string;
  /** Credential ids sent in allowCredentials or excludeCredentials. */
  credentialIds: string[];
}

export interface NewChallenge {
  /** Id of the process or session the challenge belongs to. */
  owner: string;
  purpose: ChallengePurpose;
  rpId: string;
  userHandle?: string;
  credentialIds: readonly string[];
  lifetimeMs: number;
}

/**
 * A page may hold more than one live challenge (one in the block, one from `start`), so issuing a new
 * one leaves the others usable. Only the newest ten of a kind are kept.
 */
const KEPT_PER_PURPOSE = 10;

export class Challenges {
  constructor(
    readonly connection: Connection,
    readonly now: number,
  ) {}

  async issue(request: NewChallenge): Promise<string> {
    const challenge = randomToken();
    await this.connection.run(
      `INSERT INTO challenges (challenge, owner, purpose, rp_id, user_handle, allow_credentials, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        challenge,
        request.owner,
        request.purpose,
        request.rpId,
        request.userHandle ?? null,
        JSON.stringify(request.credentialIds),
        this.now,
        this.now + request.lifetimeMs,
      ],
    );
    await this.connection.run(
      `DELETE FROM challenges WHERE owner = ? AND purpose = ? AND rowid NOT IN
         (SELECT rowid FROM challenges WHERE owner = ? AND purpose = ? ORDER BY rowid DESC LIMIT ?)`,
      [request.owner, request.purpose, request.owner, request.purpose, KEPT_PER_PURPOSE],
    );
    return challenge;
  }

  /** Takes a challenge out of use, whatever the ceremony's result will be. */
  async consume(challenge: string, owner: string, purpose: ChallengePurpose): Promise<Challenge | undefined> {
    const row = await this.connection.first(
      `UPDATE challenges SET consumed_at = ? WHERE challenge = ? AND owner = ? AND purpose = ?
         AND consumed_at IS NULL AND expires_at > ? RETURNING *`,
      [this.now, challenge, owner, purpose, this.now],
    );
    return (
      row && {
        challenge: text(row, 'challenge'),
        rpId: text(row, 'rp_id'),
        userHandle: optionalText(row, 'user_handle'),
        credentialIds: json(row, 'allow_credentials') as string[],
      }
    );
  }

  /** Voids what an owner holds, for instance when the person behind the process changes. */
  async deleteOf(owner: string, purpose?: ChallengePurpose): Promise<void> {
    await this.connection.run('DELETE FROM challenges WHERE owner = ? AND (? IS NULL OR purpose = ?)', [
      owner,
      purpose ?? null,
      purpose ?? null,
    ]);
  }

  async deleteExpired(): Promise<void> {
    await this.connection.run('DELETE FROM challenges WHERE expires_at <= ?', [this.now]);
  }
}
