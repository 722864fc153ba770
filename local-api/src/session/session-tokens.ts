import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
  type JWK,
} from 'jose';
import type { Schemas } from '../contract.js';
import type { Session } from '../database/sessions.js';
import type { SigningKeys } from '../database/signing-keys.js';
import type { Store } from '../database/store.js';
import type { User } from '../database/users.js';
import { randomToken } from '../random.js';

const ALGORITHM = 'RS256';

interface SessionTokenRequest {
  user: User;
  session: Session;
  issuer: string;
  lifetimeSeconds: number;
  /** Milliseconds. */
  now: number;
}

/** Signs and verifies session tokens (JWT, RS256) with keys that live in the database. */
export class SessionTokens {
  async sign({ signingKeys }: Store, request: SessionTokenRequest): Promise<string> {
    const { privateJwk } = await currentKey(signingKeys);
    const { user, session } = request;
    const issuedAt = Math.floor(request.now / 1000);
    const value = (type: string) =>
      user.identifiers.find((identifier) => identifier.type === type)?.value ?? '';
    return (
      new SignJWT({
        name: user.fullName,
        email: value('email'),
        phone_number: value('phone'),
        orig: session.identifier,
        version: 2,
      })
        .setProtectedHeader({ alg: ALGORITHM, kid: privateJwk.kid, typ: 'JWT' })
        .setSubject(user.id)
        .setIssuer(request.issuer)
        .setIssuedAt(issuedAt)
        .setNotBefore(issuedAt)
        .setExpirationTime(issuedAt + request.lifetimeSeconds)
        // The id leads back to the session, so that a sign-out ends its tokens here as well.
        .setJti(`${session.id}.${randomToken()}`)
        .sign(await importJWK(privateJwk, ALGORITHM))
    );
  }

  /** The session id of a valid token, `undefined` for any other text. */
  async verify({ signingKeys }: Store, token: string, now: number): Promise<string | undefined> {
    try {
      const keys = (await signingKeys.list()).map((key) => key.publicJwk);
      const { payload } = await jwtVerify(token, createLocalJWKSet({ keys }), {
        algorithms: [ALGORITHM],
        currentDate: new Date(now),
      });
      return payload.jti?.split('.')[0];
    } catch {
      return undefined;
    }
  }

  async publicKeys({ signingKeys }: Store): Promise<Schemas['jwk'][]> {
    await currentKey(signingKeys);
    return (await signingKeys.list()).map(({ publicJwk }) => ({
      alg: ALGORITHM,
      use: 'sig',
      kty: member(publicJwk, 'kty'),
      kid: member(publicJwk, 'kid'),
      n: member(publicJwk, 'n'),
      e: member(publicJwk, 'e'),
    }));
  }
}

async function currentKey(signingKeys: SigningKeys) {
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

function member(jwk: JWK, name: 'kty' | 'kid' | 'n' | 'e'): string {
  const value = jwk[name];
  if (typeof value !== 'string') throw new TypeError(`The signing key has no ${name}.`);
  return value;
}
