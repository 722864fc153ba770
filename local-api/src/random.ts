import { createHash, randomBytes, randomInt } from 'node:crypto';

type IdPrefix = 'usr' | 'ide' | 'cre' | 'prc' | 'ses' | 'req' | 'env' | 'ctk';

/** A public id such as `usr-048213907715520334`: a prefix and 18 random digits. */
export function newId(prefix: IdPrefix): string {
  const number = randomBytes(8).readBigUInt64BE() % 10n ** 18n;
  return `${prefix}-${number.toString().padStart(18, '0')}`;
}

/** 256 random bits, base64url: process tokens, refresh tokens, challenges, user handles. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Six random digits, the way a person types them. */
export function randomCode(): string {
  return randomInt(1_000_000).toString().padStart(6, '0');
}

/** What the database keeps of a secret token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
