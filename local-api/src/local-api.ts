import { Hono } from 'hono';
import { connectTokenRoutes } from './backend-api/connect-token-routes.js';
import { Database } from './database/database.js';
import { ApiError } from './http/api-error.js';
import { contractOperations } from './http/contract-operations.js';
import { addContractRoutes } from './http/contract-routes.js';
import { failureResponse } from './http/failure-response.js';
import { RateLimits } from './http/rate-limits.js';
import { corsHeaders, originPolicy, requireAllowedOrigin, type OriginPolicy } from './http/origin-policy.js';
import { Faults } from './local/faults.js';
import { localRoutes, requireSameOrigin } from './local/local-routes.js';
import { termsOfServiceRoutes } from './local/terms-of-service-routes.js';
import { newId } from './random.js';
import { providerRoutes } from './social-provider/provider-routes.js';
import { SessionTokens } from './session/session-tokens.js';
import { defaultSettings, type Settings } from './settings/settings.js';
import { patchSettings, type SettingsPatch } from './settings/settings-patch.js';
import { SettingsSource } from './settings/settings-source.js';

export interface LocalApiOptions {
  /** Path of the database file, or `:memory:`. */
  database: string;
  /** The one project this instance serves, `pro-1` when left out. */
  projectId?: string;
  /** What a site's server shows to make connect tokens, `corbado1_local` when left out. */
  apiSecret?: string;
  /** URL under which browsers reach the API; when left out, the one each request came to. */
  publicUrl?: string;
  /** Origins of pages elsewhere that may use the API, beside those of the settings. */
  allowedOrigins?: readonly string[];
  /** Settings to start with; those changed at runtime and stored in the database win. */
  settings?: SettingsPatch;
  /** Called by `POST /local-api/reset`, for what a site beside this API keeps of people. */
  onReset?: () => Promise<void>;
  /** Milliseconds; for tests. */
  now?: () => number;
}

export interface LocalApi {
  app: Hono;
  close(): Promise<void>;
}

declare module 'hono' {
  interface ContextVariableMap {
    requestId: string;
    startedAt: number;
    policy: OriginPolicy;
  }
}

/** @throws {Error} when an option cannot be used */
export async function createLocalApi(options: LocalApiOptions): Promise<LocalApi> {
  const { projectId = 'pro-1', apiSecret = 'corbado1_local', now = Date.now } = options;
  if (!/^pro-\d+$/.test(projectId)) throw new Error(`"${projectId}" is not a project id (pro- and digits).`);
  const initial = initialSettings(options.settings);
  const database = await Database.open(options.database);
  const settings = new SettingsSource(database, initial);
  const faults = new Faults();
  const rateLimits = new RateLimits();
  const dependencies = { database, projectId, settings, sessionTokens: new SessionTokens(), rateLimits, now };

  const app = new Hono();
  app.use(async (c, next) => {
    c.set('requestId', newId('req'));
    c.set('startedAt', performance.now());
    const policy = originPolicy(
      c.req.raw,
      { publicUrl: options.publicUrl, allowedOrigins: options.allowedOrigins ?? [] },
      await settings.read(),
    );
    c.set('policy', policy);
    const isPreflight = c.req.method === 'OPTIONS';
    await next();
    const headers = { ...securityHeaders, ...corsHeaders(policy, isPreflight) };
    for (const [name, value] of Object.entries(headers)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  });

  // People come to the provider's page from other origins too; what it takes in, it checks by itself.
  app.route('/local-api/social', providerRoutes(database, settings, now));

  // Pages elsewhere that may use the API may use the project's own block, too.
  app.route('/local-api/terms-of-service', termsOfServiceRoutes(dependencies));

  app.route('/v2/connectTokens', connectTokenRoutes(dependencies, apiSecret, faults));

  app.use('/local-api/*', async (c, next) => {
    requireSameOrigin(c.req.raw, c.get('policy').ownUrl);
    await next();
  });
  app.route('/local-api', localRoutes(database, settings, faults, rateLimits, now, options.onReset));

  app.use(async (c, next) => {
    requireAllowedOrigin(c.req.raw, c.get('policy'));
    await next();
  });

  addContractRoutes(app, dependencies, faults);
  app.notFound((c) =>
    failureResponse(c, new ApiError(404, 'not_found', `There is nothing at ${c.req.path}.`)),
  );
  app.onError((error, c) => failureResponse(c, error));
  return { app, close: () => database.close() };
}

/** True for paths this API answers, so that a server that also serves pages knows what to pass on. */
export function isLocalApiPath(pathname: string): boolean {
  return (
    /^\/(v2|local-api)(\/|$)/.test(pathname) || contractOperations().some(({ path }) => path === pathname)
  );
}

const securityHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

function initialSettings(patch: SettingsPatch = {}): Settings {
  const result = patchSettings(defaultSettings, patch);
  if (result.ok) return result.settings;
  const problems = result.errors.map(({ field, message }) => `${field} ${message}`);
  throw new Error(`The settings cannot be used: ${problems.join('; ')}.`);
}
