import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JWTPayload,
} from 'jose';
import type { SigningKeys } from '../database/signing-keys.js';

export const ALGORITHM = 'RS256';

interface TokenRequest {
  claims: JWTPayload;
  subject: string;
  issuer: string;
  id: string;
  lifetimeSeconds: number;
  /** Milliseconds. */
  now: number;
}

/** Signs a JWT with the newest key; `/.well-known/jwks` has its public half. */
export async function signToken(signingKeys: SigningKeys, request: TokenRequest): Promise<string> {
  const { privateJwk } = await currentKey(signingKeys);
  const issuedAt = Math.floor(request.now / 1000);
  return new SignJWT(request.claims)
    .setProtectedHeader({ alg: ALGORITHM, kid: privateJwk.kid, typ: 'JWT' })
    .setSubject(request.subject)
    .setIssuer(request.issuer)
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + request.lifetimeSeconds)
    .setJti(request.id)
    .sign(await importJWK(privateJwk, ALGORITHM));
}

/** The key that signs at present, made when there is none. */
export async function currentKey(signingKeys: SigningKeys) {
  const [newest] = await signingKeys.list();
  if (newest) return newest;
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const key = {
    privateJwk: { ...(await exportJWK(privateKey)), kid, alg: ALGORITHM },
    publicJwk: { ...publicJwk, kid, alg: ALGORITHM, use: 'sig' },
  };
  await signingKeys.add(kid, key);
  return key;
}
