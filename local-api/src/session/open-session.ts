import type { User } from '../database/users.js';
import type { RequestContext } from '../http/request-context.js';
import { refreshCookie } from './refresh-cookie.js';

export interface OpenedSession {
  sessionToken: string;
  /** Only where the project's environment delivers it in the body. */
  refreshToken?: string;
  cookie: string;
}

/** Starts a session for a signed-in user; every sign-in gets new tokens. */
export async function openSession(
  context: RequestContext,
  user: User,
  identifier: string,
): Promise<OpenedSession> {
  const { store, settings, ownUrl, now } = context;
  const lifetime = settings.refreshTokenLifetimeSeconds;
  const { refreshToken, session } = await store.sessions.create(user.id, identifier, lifetime * 1000);
  const sessionToken = await context.sessionTokens.sign(store, {
    user,
    session,
    issuer: ownUrl,
    lifetimeSeconds: settings.sessionTokenLifetimeSeconds,
    now,
  });
  return {
    sessionToken,
    ...(settings.environment === 'dev' && { refreshToken }),
    cookie: refreshCookie(refreshToken, lifetime, ownUrl),
  };
}
