import { createLocalJWKSet, jwtVerify, type JWK } from 'jose';
import type { Schemas } from '../contract.js';
import type { Session } from '../database/sessions.js';
import type { Store } from '../database/store.js';
import type { User } from '../database/users.js';
import { randomToken } from '../random.js';
import { ALGORITHM, currentKey, signToken } from './sign-token.js';

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
    const { user, session } = request;
    const value = (type: string) =>
      user.identifiers.find((identifier) => identifier.type === type)?.value ?? '';
    return signToken(signingKeys, {
      claims: {
        name: user.fullName,
        email: value('email'),
        phone_number: value('phone'),
        orig: session.identifier,
        version: 2,
      },
      subject: user.id,
      issuer: request.issuer,
      lifetimeSeconds: request.lifetimeSeconds,
      now: request.now,
      // The id leads back to the session, so that a sign-out ends its tokens here as well.
      id: `${session.id}.${randomToken()}`,
    });
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

function member(jwk: JWK, name: 'kty' | 'kid' | 'n' | 'e'): string {
  const value = jwk[name];
  if (typeof value !== 'string') throw new TypeError(`The signing key has no ${name}.`);
  return value;
}
