import { jwtClaims } from '../../api/jwt-claims.js';
import type { SessionUser } from '../../process/complete-event.js';

/** Claims of a session token (JWT), decoded without checking the signature; `undefined` when it cannot be read. */
export function decodeSessionToken(token: string): SessionUser | undefined {
  const claims = jwtClaims(token);
  if (typeof claims?.['sub'] !== 'string' || typeof claims['exp'] !== 'number') return undefined;
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
}
