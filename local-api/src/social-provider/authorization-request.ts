import type { SocialProvider } from '../contract.js';

/** An authorization request (RFC 6749, section 4.1.1, with the code challenge of RFC 7636). */
export interface AuthorizationRequest {
  provider: SocialProvider;
  redirectUri: string;
  state: string;
  /** base64url of a SHA-256 */
  codeChallenge: string;
}

/** Path providers send the browser back to (OpenAPI operation SocialVerifyCallback). */
export const CALLBACK_PATH = '/v2/auth/social/verify/callback';

export const PROVIDER_NAMES: Readonly<Record<SocialProvider, string>> = {
  google: 'Google',
  microsoft: 'Microsoft',
  github: 'GitHub',
};

const FIXED = {
  response_type: 'code',
  client_id: 'local-api',
  scope: 'openid email profile',
  code_challenge_method: 'S256',
} as const;

export function authorizationParameters(request: AuthorizationRequest): Record<string, string> {
  return {
    ...FIXED,
    provider: request.provider,
    redirect_uri: request.redirectUri,
    state: request.state,
    code_challenge: request.codeChallenge,
  };
}

/**
 * Reads a request back from its parameters.
 * @param callbackUrl the only place the provider sends anybody to
 */
export function parseAuthorizationRequest(
  parameter: (name: string) => string | undefined,
  callbackUrl: string,
): AuthorizationRequest | undefined {
  const isFixed = Object.entries(FIXED).every(([name, value]) => parameter(name) === value);
  const provider = parameter('provider') ?? '';
  const state = parameter('state') ?? '';
  const codeChallenge = parameter('code_challenge') ?? '';
  const isValid = isProvider(provider) && /^[\w-]{43}$/.test(state) && /^[\w-]{43}$/.test(codeChallenge);
  if (!isFixed || !isValid || parameter('redirect_uri') !== callbackUrl) return undefined;
  return { provider, redirectUri: callbackUrl, state, codeChallenge };
}

function isProvider(text: string): text is SocialProvider {
  return Object.hasOwn(PROVIDER_NAMES, text);
}
