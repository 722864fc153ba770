import type { Store } from '../database/store.js';
import type { SessionTokens } from '../session/session-tokens.js';
import type { Settings } from '../settings/settings.js';

/** Everything an operation may look at; one per request. */
export interface RequestContext {
  /** Milliseconds. */
  now: number;
  projectId: string;
  /** URL under which the caller reaches this API; goes out as `frontendApiUrl`. */
  ownUrl: string;
  /** Origin of the page that calls, this API's own where the request names none. */
  pageOrigin: string;
  /** Origins whose pages may use this API, its own first. */
  allowedOrigins: readonly string[];
  /** WebAuthn relying party id for this page. */
  rpId: string;
  headers: Headers;
  query: URLSearchParams;
  pathParameters: Readonly<Record<string, string>>;
  settings: Settings;
  store: Store;
  sessionTokens: SessionTokens;
  /** Counts a request about an identifier; throws `ApiError` when there are too many. */
  limitIdentifier: (identifier: string) => void;
}

export interface Answer<Body> {
  body: Body;
  /** Values of `Set-Cookie`. */
  cookies?: readonly string[];
  /** Where to send the browser instead of a body. */
  redirectUrl?: string;
}
