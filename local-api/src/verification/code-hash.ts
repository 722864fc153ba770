import { createHash, timingSafeEqual } from 'node:crypto';

/** What the database keeps of a code or link token; the salt makes equal codes look different. */
export function hashCode(code: string, salt: string): string {
  return createHash('sha256').update(`${salt}.${code}`).digest('base64url');
}

/** Compares in constant time. */
export function isSameCode(code: string, { salt, codeHash }: { salt: string; codeHash: string }): boolean {
  return timingSafeEqual(Buffer.from(hashCode(code, salt)), Buffer.from(codeHash));
}

/** A typed code without what people and keyboards put between and around the digits. */
export function typedCode(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\p{Pd}]/gu, '');
}
