import { isObject } from './shape-guards.js';

/** Claims of a JWT, decoded without checking the signature; `undefined` when it cannot be read. */
export function jwtClaims(token: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const payload = token.split('.')[1] ?? '';
    const base64 = payload.replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isObject(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}
