import type { ResponseBody } from '../contract.js';
import type { Answer, RequestContext } from '../http/request-context.js';
import { clearedRefreshCookie } from '../session/refresh-cookie.js';
import { requireSession } from './current-session.js';

export async function currentUserGet(context: RequestContext): Promise<ResponseBody<'CurrentUserGet'>> {
  const { user } = await requireSession(context);
  const socialAccounts = await context.store.socialAccounts.listOfUser(user.id);
  return {
    id: user.id,
    fullName: user.fullName,
    identifiers: user.identifiers,
    socialAccounts: socialAccounts.map(({ provider, email, fullName }) => ({
      providerType: provider,
      identifierValue: email,
      avatarUrl: '',
      fullName,
    })),
  };
}

export async function currentUserSessionRefresh(
  context: RequestContext,
): Promise<ResponseBody<'CurrentUserSessionRefresh'>> {
  const { session, user } = await requireSession(context, { sessionToken: false });
  const sessionToken = await context.sessionTokens.sign(context.store, {
    user,
    session,
    issuer: context.ownUrl,
    lifetimeSeconds: context.settings.sessionTokenLifetimeSeconds,
    now: context.now,
  });
  return { sessionToken, shortSession: sessionToken };
}

export async function currentUserSessionLogout(context: RequestContext): Promise<Answer<undefined>> {
  const { session } = await requireSession(context);
  await context.store.sessions.revoke(session.id);
  return { body: undefined, cookies: [clearedRefreshCookie(context.ownUrl)] };
}
