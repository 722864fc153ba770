import { Hono, type Context } from 'hono';
import type { Database } from '../database/database.js';
import type { SocialProfile } from '../database/social-accounts.js';
import { normalizeIdentifier } from '../identifiers/identifier.js';
import { requireSameOrigin } from '../local/local-routes.js';
import { hashToken } from '../random.js';
import type { SettingsSource } from '../settings/settings-source.js';
import {
  CALLBACK_PATH,
  parseAuthorizationRequest,
  type AuthorizationRequest,
} from './authorization-request.js';
import { Grants } from './grants.js';
import { ACCOUNTS, OTHER, providerPage, refusalPage, type PageContent } from './provider-page.js';
import { providerStyle } from './provider-style.js';

const MAX_NAME_LENGTH = 200;

/**
 * A stand-in for Google, Microsoft and GitHub: a page to choose an account on, to consent or to cancel.
 * It knows nothing of the API but where it sends people back to, as a real provider would.
 */
export function providerRoutes(database: Database, settings: SettingsSource, now: () => number): Hono {
  const routes = new Hono();

  routes.get('/provider.css', (c) =>
    c.body(providerStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );

  routes.get('/authorize', async (c) => {
    const request = parseAuthorizationRequest((name) => c.req.query(name), callbackUrl(c));
    return request ? showPage(c, request) : refuse(c);
  });

  routes.post('/authorize', async (c) => {
    requireSameOrigin(c.req.raw, c.get('policy').ownUrl);
    const form = await c.req.formData();
    const field = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : undefined;
    };
    const request = parseAuthorizationRequest(field, callbackUrl(c));
    if (!request) return refuse(c);
    if (field('decision') !== 'allow') return goBack(c, request, { error: 'access_denied' });
    const profile = chosenProfile(request, field);
    if (!profile) {
      const error = 'Enter an e-mail address such as name@example.com.';
      return showPage(c, request, { error, email: field('email') ?? '', name: field('name') ?? '' });
    }
    const code = await database.transaction((connection) =>
      new Grants(connection, now()).issue(request, profile),
    );
    return goBack(c, request, { code });
  });

  async function showPage(
    c: Context,
    request: AuthorizationRequest,
    mistake?: PageContent['mistake'],
  ): Promise<Response> {
    const { appName } = await settings.read();
    c.header('Content-Security-Policy', pagePolicy(c.get('policy').allowedOrigins));
    // With no referrer at all a form's POST would name no origin either.
    c.header('Referrer-Policy', 'same-origin');
    return c.html(providerPage({ request, appName, mistake }), mistake ? 422 : 200);
  }

  return routes;
}

function refuse(c: Context): Response | Promise<Response> {
  c.header('Content-Security-Policy', pagePolicy([]));
  return c.html(refusalPage(), 400);
}

/** Chromium holds redirects after a form against `form-action`, so the pages people return to are named. */
function pagePolicy(returnOrigins: readonly string[]): string {
  const targets = ["'self'", ...returnOrigins].join(' ');
  return `default-src 'none'; style-src 'self'; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`;
}

function goBack(c: Context, { redirectUri, state }: AuthorizationRequest, result: Record<string, string>) {
  const url = new URL(redirectUri);
  url.search = new URLSearchParams({ ...result, state }).toString();
  return c.redirect(url.href, 303);
}

function callbackUrl(c: Context): string {
  return `${c.get('policy').ownUrl}${CALLBACK_PATH}`;
}

function chosenProfile(
  { provider }: AuthorizationRequest,
  field: (name: string) => string | undefined,
): SocialProfile | undefined {
  const account = field('account');
  const known = ACCOUNTS.find(({ email }) => email === account);
  const typed = account === OTHER ? normalizeIdentifier('email', field('email') ?? '') : undefined;
  const email = known?.email ?? typed;
  if (email === undefined) return undefined;
  const fullName = known?.fullName ?? (field('name') ?? '').trim().slice(0, MAX_NAME_LENGTH);
  return { provider, subject: hashToken(`${provider} ${email}`), email, fullName };
}
