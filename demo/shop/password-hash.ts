import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** As OWASP's Password Storage Cheat Sheet advises for scrypt; needs 32 MiB for each password. */
const COST: ScryptOptions = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };
const KEY_BYTES = 32;

/** What may be stored of a password: salt and key, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  return `${salt.toString('base64url')}.${key.toString('base64url')}`;
}

/** Whether a password is the stored one; without a stored one it is not, and takes as long to say so. */
export async function isPassword(password: string, stored = NOBODY): Promise<boolean> {
  const [salt = '', key = ''] = stored.split('.');
  const given = await derive(password, Buffer.from(salt, 'base64url'));
  const expected = Buffer.from(key, 'base64url');
  return timingSafeEqual(given, expected) && stored !== NOBODY;
}

/** Has the form of a stored password and stands for none. */
const NOBODY = `${'A'.repeat(22)}.${'A'.repeat(43)}`;

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Keyboards write the same character in more than one way.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, COST, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
