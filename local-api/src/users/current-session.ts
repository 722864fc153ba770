import type { Session } from '../database/sessions.js';
import type { User } from '../database/users.js';
import { loginError } from '../http/api-error.js';
import type { RequestContext } from '../http/request-context.js';
import { clearedRefreshCookie, readRefreshCookie } from '../session/refresh-cookie.js';

interface SignedIn {
  session: Session;
  user: User;
}

interface Accepted {
  /** A session token may read, but not lengthen the session it came from. */
  sessionToken: boolean;
}

/**
 * Who calls: by bearer token (refresh token, or session token where accepted), else by cookie. An empty
 * bearer counts as none, clients send one.
 * @throws {ApiError} `login_error`
 */
export async function requireSession(
  context: RequestContext,
  accepted: Accepted = { sessionToken: true },
): Promise<SignedIn> {
  const session = await findSession(context, accepted);
  const user = session && (await context.store.users.find(session.userId));
  if (!user) {
    throw loginError('The session is missing, expired or ended.', deadCookie(context));
  }
  return { session, user };
}

async function findSession(context: RequestContext, accepted: Accepted): Promise<Session | undefined> {
  const { headers, store, sessionTokens, now } = context;
  const token = bearerToken(headers) ?? readRefreshCookie(headers.get('cookie'));
  if (token === undefined) return undefined;
  if (token.split('.').length !== 3) return store.sessions.findByRefreshToken(token);
  const sessionId = accepted.sessionToken ? await sessionTokens.verify(store, token, now) : undefined;
  return sessionId === undefined ? undefined : store.sessions.find(sessionId);
}

function bearerToken(headers: Headers): string | undefined {
  return /^Bearer\s+(\S+)\s*$/i.exec(headers.get('authorization') ?? '')?.[1];
}

/** Takes back a cookie that was tried and is of no use; one that was not tried may be good. */
function deadCookie({ headers, ownUrl }: RequestContext): Record<string, string> {
  const tried = bearerToken(headers) === undefined && readRefreshCookie(headers.get('cookie')) !== undefined;
  return tried ? { 'Set-Cookie': clearedRefreshCookie(ownUrl) } : {};
}
