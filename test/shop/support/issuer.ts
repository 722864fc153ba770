import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

export const PROJECT_ID = 'pro-1';

/** What a signed token says, and how it is signed; the defaults are those of genuine signed passkey data. */
export interface TokenQuirks {
  issuer?: string;
  audience?: string;
  /** Seconds from now. */
  notBefore?: number;
  expiresIn?: number;
  claims?: Record<string, unknown>;
  /** Claims that are missing. */
  without?: readonly string[];
  key?: CryptoKey | Uint8Array;
  algorithm?: string;
}

/** Somebody who signs passkey data and publishes the keys to check it with. */
export class Issuer {
  #tokens = 0;

  private constructor(
    readonly key: CryptoKey,
    readonly publicJwk: JWK,
    readonly server: Server,
  ) {}

  static async start(): Promise<Issuer> {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const publicJwk = { ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'RS256', use: 'sig' };
    const server = createServer((request, response) => {
      if (request.url !== '/.well-known/jwks') return void response.writeHead(404).end();
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ keys: [publicJwk] }));
    });
    server.listen(0, 'localhost');
    await once(server, 'listening');
    return new Issuer(privateKey, publicJwk, server);
  }

  get url(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  async sign(quirks: TokenQuirks = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const claims: Record<string, unknown> = {
      iss: quirks.issuer ?? PROJECT_ID,
      sub: 'usr-1',
      iat: now,
      nbf: now + (quirks.notBefore ?? 0),
      exp: now + (quirks.expiresIn ?? 300),
      jti: `token-${(this.#tokens += 1)}`,
      username: 'ada@example.com',
      credential: 'cre-1',
      ...(quirks.audience !== undefined && { aud: quirks.audience }),
      ...quirks.claims,
    };
    const kept = Object.entries(claims).filter(([claim]) => !quirks.without?.includes(claim));
    return new SignJWT(Object.fromEntries(kept))
      .setProtectedHeader({ alg: quirks.algorithm ?? 'RS256', kid: 'key-1', typ: 'JWT' })
      .sign(quirks.key ?? this.key);
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
