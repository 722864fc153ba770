import { createRemoteJWKSet, errors, jwtVerify } from 'jose';

/** What a connect token lets a page do. */
export const CONNECT_TOKEN_TYPES = [
  'passkey-append',
  'passkey-list',
  'passkey-delete',
  'passkey-login',
] as const;

export type ConnectTokenType = (typeof CONNECT_TOKEN_TYPES)[number];

export interface CorbadoProject {
  readonly projectId: string;
  /** Never leaves the server. */
  readonly apiSecret: string;
  /** `https://backendapi.cloud.corbado.io` in production. */
  readonly backendApiUrl: string;
  /** `https://<project-id>.frontendapi.corbado.io` in production. */
  readonly frontendApiUrl: string;
}

const CLOCK_TOLERANCE_SECONDS = 10;

/** The two things a site's server has to do with Corbado: vouch for people, and check who was vouched for. */
export class Corbado {
  readonly #keys;

  /** @param isFirstUse whether a token id was never seen before; remembers it until `expiresAt`, unix seconds */
  constructor(
    private readonly project: CorbadoProject,
    private readonly isFirstUse: (jti: string, expiresAt: number) => Promise<boolean>,
  ) {
    // Fetched when first needed, kept for ten minutes, and fetched again for a key that is new.
    this.#keys = createRemoteJWKSet(new URL('/.well-known/jwks', project.frontendApiUrl));
  }

  /** A token by which the page of a signed-in person may work with that person's passkeys, once. */
  async createConnectToken(type: ConnectTokenType, identifier: string, displayName: string): Promise<string> {
    const { projectId, apiSecret, backendApiUrl } = this.project;
    const response = await fetch(new URL('/v2/connectTokens', backendApiUrl), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Basic ${Buffer.from(`${projectId}:${apiSecret}`).toString('base64')}`,
      },
      body: JSON.stringify({ type, data: { identifier, displayName } }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`No connect token: HTTP ${response.status}`);
    const { secret } = (await response.json()) as { secret: string };
    return secret;
  }

  /**
   * The identifier of the person whose passkey was just used. Undefined unless the data is genuine, meant for this
   * project, in its time and used for the first time.
   */
  async verifySignedPasskeyData(signedPasskeyData: string): Promise<string | undefined> {
    try {
      const { payload } = await jwtVerify(signedPasskeyData, this.#keys, {
        algorithms: ['RS256'],
        // Session tokens are signed with the same keys and have another issuer.
        issuer: this.project.projectId,
        requiredClaims: ['exp', 'nbf', 'jti', 'username', 'credential'],
        // Two clocks are never quite the same.
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      const { aud, jti = '', exp = 0, username } = payload;
      // What names an audience is for that audience; signed passkey data names none.
      if (aud !== undefined || typeof username !== 'string') return undefined;
      const isFirstUse = await this.isFirstUse(jti, exp + CLOCK_TOLERANCE_SECONDS);
      return isFirstUse ? username : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}
