import type { ResponseBody } from '../contract.js';
import type { RequestContext } from '../http/request-context.js';
import { enabledIdentifiers } from '../settings/settings.js';

/** How the page is to write its session cookie; it lives as long as the session can be refreshed. */
export async function sessionConfig({
  settings,
  pageOrigin,
  ownUrl,
}: RequestContext): Promise<ResponseBody<'GetSessionConfig'>> {
  const page = new URL(pageOrigin);
  const cookie = {
    domain: page.hostname,
    secure: page.protocol === 'https:',
    sameSite: 'lax' as const,
    path: '/',
    lifetimeSeconds: settings.refreshTokenLifetimeSeconds,
  };
  return {
    useSessionManagement: true,
    sessionTokenCookieConfig: cookie,
    shortSessionCookieConfig: cookie,
    frontendApiUrl: ownUrl,
  };
}

export async function processConfig({ ownUrl }: RequestContext): Promise<ResponseBody<'GetProcessConfig'>> {
  return { useServerSideProcessId: false, frontendApiUrl: ownUrl };
}

export async function userDetailsConfig({
  settings,
}: RequestContext): Promise<ResponseBody<'GetUserDetailsConfig'>> {
  return {
    fullNameRequired: settings.fullName === 'required',
    identifiers: enabledIdentifiers(settings).map((type) => ({ type })),
  };
}
