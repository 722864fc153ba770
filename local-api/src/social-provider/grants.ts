import { createHash } from 'node:crypto';
import type { Connection } from '../database/database.js';
import { json } from '../database/rows.js';
import type { SocialProfile } from '../database/social-accounts.js';
import { hashToken, randomToken } from '../random.js';
import type { AuthorizationRequest } from './authorization-request.js';

const LIFETIME_MS = 60_000;

/** RFC 7636, section 4.2, method S256. */
export function codeChallengeOf(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier).digest('base64url');
}

/** The provider's authorization codes: each good for one exchange within a minute. */
export class Grants {
  constructor(
    readonly connection: Connection,
    readonly now: number,
  ) {}

  /** @returns the authorization code */
  async issue({ redirectUri, codeChallenge }: AuthorizationRequest, profile: SocialProfile): Promise<string> {
    const code = randomToken();
    await this.connection.run('DELETE FROM provider_grants WHERE expires_at <= ?', [this.now]);
    await this.connection.run(
      `INSERT INTO provider_grants (code_hash, redirect_uri, code_challenge, profile, expires_at)
       VALUES (?, ?, ?, ?, ?)`,
      [hashToken(code), redirectUri, codeChallenge, JSON.stringify(profile), this.now + LIFETIME_MS],
    );
    return code;
  }

  /** Gives the profile for a code, to whom can show the verifier of its request; the code is used up either way. */
  async exchange(
    code: string,
    redirectUri: string,
    codeVerifier: string,
  ): Promise<SocialProfile | undefined> {
    const row = await this.connection.first(
      'DELETE FROM provider_grants WHERE code_hash = ? AND expires_at > ? RETURNING *',
      [hashToken(code), this.now],
    );
    const isForCaller =
      row?.['redirect_uri'] === redirectUri && row['code_challenge'] === codeChallengeOf(codeVerifier);
    return row && isForCaller ? (json(row, 'profile') as SocialProfile) : undefined;
  }
}
