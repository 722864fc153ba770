import { isFields } from '../../process/block-data.js';
import type { SessionUser } from '../../process/complete-event.js';

/** Claims of a session token (JWT), decoded without checking the signature; `undefined` when it cannot be read. */
export function decodeSessionToken(token: string): SessionUser | undefined {
  try {
    const payload = token.split('.')[1] ?? '';
    const base64 = payload.replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!isFields(claims) || typeof claims['sub'] !== 'string' || typeof claims['exp'] !== 'number')
      return undefined;
    const text = (name: string) =>
      typeof claims[name] === 'string' && claims[name] !== '' ? claims[name] : undefined;
    const name = text('name');
    const email = text('email');
    const phoneNumber = text('phone_number');
    return {
      sub: claims['sub'],
      expiresAt: claims['exp'],
      ...(name ? { name } : {}),
      ...(email ? { email } : {}),
      ...(phoneNumber ? { phoneNumber } : {}),
    };
  } catch {
    return undefined;
  }
}
