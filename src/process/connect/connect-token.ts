import { ApiError, configurationError, OF_SITE } from '../../api/api-error.js';
import { redirectTarget } from '../../api/redirect-target.js';
import { fetchSiteToken } from '../../api/site-token.js';
import { realClock, within, type ApiClock } from '../../api/timing.js';

/** What a connect token is good for (Backend API, `POST /v2/connectTokens`). */
export type ConnectTokenType = 'passkey-append' | 'passkey-delete' | 'passkey-list' | 'passkey-login';

/** The page's own way to a connect token: asks its back end and resolves with the token. */
export type ConnectTokenProvider = (type: ConnectTokenType, signal: AbortSignal) => Promise<string>;

/** Where an element gets its connect tokens; the function wins over the URL. */
export interface ConnectTokenSource {
  readonly provider?: ConnectTokenProvider | undefined;
  /** URL of the site's own origin that answers POST `{ "type": "…" }` with `{ "token": "…" }`. */
  readonly url?: string | undefined;
  /** How the element calls the two, for its developer; only some take a URL. */
  readonly attribute?: string;
  readonly property: string;
}

const TOKEN_TIMEOUT_MS = 10_000;

/**
 * A connect token, fresh for each use: they are good once and for minutes only.
 * @throws ApiError of kind `configuration` (no source, or a URL of another origin), `timeout` after ten seconds, `aborted`, or what
 * kept the site from giving one: `network`, `http`, `malformed`.
 */
export async function connectToken(
  { provider, url, attribute = '', property }: ConnectTokenSource,
  type: ConnectTokenType,
  signal: AbortSignal,
  clock: ApiClock = realClock,
): Promise<string> {
  return within(clock, TOKEN_TIMEOUT_MS, signal, async (ended) => {
    if (provider) return provided(provider, property, type, ended);
    if (url !== undefined) return fetchSiteToken(ownUrl(url, attribute), attribute, type, ended);
    throw configurationError(
      'missing_connect_token',
      `Set ${attribute}, or the property ${property}: it is where connect tokens come from.`,
    );
  });
}

async function provided(
  provider: ConnectTokenProvider,
  property: string,
  type: ConnectTokenType,
  signal: AbortSignal,
): Promise<string> {
  const asked = async (): Promise<unknown> => provider(type, signal);
  const token = await asked().catch((cause: unknown) => {
    throw new ApiError('network', `${property}: rejected`, { code: OF_SITE, cause });
  });
  if (typeof token === 'string' && token !== '') return token;
  throw new ApiError('malformed', `${property}: did not resolve with a connect token`, { code: OF_SITE });
}

function ownUrl(url: string, attribute: string): URL {
  try {
    return redirectTarget(url, undefined, attribute);
  } catch {
    throw configurationError('invalid_connect_token_url', `${attribute} must be of the page’s own origin.`);
  }
}
