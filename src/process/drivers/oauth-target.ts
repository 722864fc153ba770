import { isLoopback, vendorOrigins } from '../../api/base-url.js';

/** Whom a person may be sent to. */
export interface TrustedOrigins {
  /** Origin of the page. */
  readonly page: string;
  /** Base URL of the Frontend API. */
  readonly api: string;
  readonly projectId: string;
  /** What the page allows beyond that. */
  readonly allowed: readonly string[];
}

/** Where the providers of the contract ask a person to sign in. */
const PROVIDER_ORIGINS = [
  'https://accounts.google.com',
  'https://login.microsoftonline.com',
  'https://github.com',
];

/**
 * The address of a provider as the server named it, if a person may be sent there: absolute, https (http on this device),
 * without user-info, at an origin that is known; `undefined` otherwise.
 */
export function oauthTarget(address: string, trusted: TrustedOrigins): URL | undefined {
  const url = parsed(address);
  if (!url) return undefined;
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  const anonymous = url.username === '' && url.password === '';
  return secure && anonymous && originsOf(trusted).includes(url.origin) ? url : undefined;
}

function originsOf({ page, api, projectId, allowed }: TrustedOrigins): readonly string[] {
  return [page, new URL(api).origin, ...PROVIDER_ORIGINS, ...vendorOrigins(projectId), ...allowed];
}

function parsed(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
