import { ApiError, configurationError } from '../../api/api-error.js';
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
  /** How the element calls the two, for its developer. */
  readonly names: string;
}

const TOKEN_TIMEOUT_MS = 10_000;

/**
 * A connect token, fresh for each use: they are good once and for minutes only.
 * @throws ApiError of kind `configuration` (no source, or a URL of another origin), `timeout` after ten seconds, `aborted`, or what
 * kept the site from giving one: `network`, `http`, `malformed`.
 */
export async function connectToken(
  { provider, url, names }: ConnectTokenSource,
  type: ConnectTokenType,
  signal: AbortSignal,
  clock: ApiClock = realClock,
): Promise<string> {
  return within(clock, TOKEN_TIMEOUT_MS, signal, async (ended) => {
    if (provider) return provided(provider, type, ended);
    if (url !== undefined) return fetchSiteToken(ownUrl(url), type, ended);
    throw configurationError('missing_connect_token', `Set ${names}: it is where connect tokens come from.`);
  });
}

async function provided(
  provider: ConnectTokenProvider,
  type: ConnectTokenType,
  signal: AbortSignal,
): Promise<string> {
  const asked = async (): Promise<unknown> => provider(type, signal);
  const token = await asked().catch((cause: unknown) => {
    throw new ApiError('network', 'The page did not provide a connect token', { cause });
  });
  if (typeof token === 'string' && token !== '') return token;
  throw new ApiError('malformed', 'The page provided something else than a connect token');
}

function ownUrl(url: string): URL {
  try {
    return redirectTarget(url, undefined);
  } catch {
    throw configurationError(
      'invalid_connect_token_url',
      'A URL for connect tokens must be of the page’s own origin.',
    );
  }
}
